import { firstBook, tableEntries, tableGet } from '@cabildo/core';
import { basesAsked } from '../app/correspondence/questions.ts';
import type { BookView } from '../app/node.ts';
import type { ConsultationState } from './rules.ts';
import { titleOf, type Visit } from './visit.ts';

type Answer = NonNullable<ReturnType<typeof answerOf>>;

/** A base that was asked, the bodies on the way down to it, and what it has said. */
export interface AskedBase {
  readonly base: string;
  readonly title: string;
  readonly between: readonly string[];
  readonly answer: Answer | undefined;
}

export interface Asked {
  readonly bases: readonly AskedBase[];
  /** The list that was frozen when the question was put is here. */
  readonly whole: boolean;
}

const answerOf = ({ answers }: ConsultationState, base: string) => tableGet(answers, firstBook(base));

/** All bases that a consultation asks, by their titles: from its list, or, where only bodies directly below are asked, from the book. */
export async function askedBases(
  visit: Visit,
  book: BookView,
  index: number,
  consultation: ConsultationState,
): Promise<Asked> {
  const listed = await basesAsked(visit.node, book, index, consultation);
  const known = listed ?? tableEntries(consultation.answers).map(([base, { path = [] }]) => ({ base, path }));
  const bases = known.map(
    ({ base, path }): AskedBase => ({
      base,
      title: titleOf(visit, book.state, base),
      between: path.map((step) => step.book),
      answer: answerOf(consultation, base),
    }),
  );
  const byTitle = new Intl.Collator(visit.locale.dates, { numeric: true });
  return { bases: bases.sort((a, b) => byTitle.compare(a.title, b.title)), whole: listed !== null };
}

export interface Figures {
  readonly asked: number;
  readonly yes: number;
  readonly no: number;
  readonly silent: number;
}

export function figuresOf(bases: readonly AskedBase[]): Figures {
  const yes = bases.filter(({ answer }) => answer?.answer === 'yes').length;
  const no = bases.filter(({ answer }) => answer?.answer === 'no').length;
  return { asked: bases.length, yes, no, silent: bases.length - yes - no };
}

/** The bases below one body on the way, or all where none is named. */
export const below = (bases: readonly AskedBase[], body: string | null): readonly AskedBase[] =>
  body === null ? bases : bases.filter(({ between }) => between.includes(body));

/** The next bodies on the way down from there, with their bases; null stands for bases that are reached directly. */
export function nextBelow(
  bases: readonly AskedBase[],
  body: string | null,
): ReadonlyMap<string | null, readonly AskedBase[]> {
  const groups = new Map<string | null, AskedBase[]>();
  for (const base of bases) {
    const next = base.between[body === null ? 0 : base.between.indexOf(body) + 1] ?? null;
    const group = groups.get(next);
    if (group === undefined) groups.set(next, [base]);
    else group.push(base);
  }
  return groups;
}
