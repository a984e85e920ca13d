import { decodeLeaf } from '@cabildo/book';
import {
  type ActData,
  actKey,
  type BaseBelow,
  type BodyState,
  type Consultation,
  firstBook,
  isAsked,
  resolutionKey,
  tableEntries,
  tableGet,
  tableHas,
} from '@cabildo/core';
import type { BookView, Node } from '../node.ts';
import { bodiesAbove } from './bodies-above.ts';

/** Of each body above the newest. */
const SHOWN = 20;

/** A question from above that asks this base. */
export interface Question {
  readonly asker: BookView;
  readonly index: number;
  readonly consultation: Consultation;
  /** The bodies on the way down to it. */
  readonly through: readonly string[];
}

/** What bodies above have asked this base, through however many tiers; what is still open comes first. */
export async function questionsTo(node: Node, book: BookView): Promise<readonly Question[]> {
  const found: Question[] = [];
  for (const asker of await bodiesAbove(
    book,
    (origin) => node.book(origin),
    ({ state }) => state,
  ))
    for (const [key, consultation] of tableEntries(asker.state.consultations).toReversed().slice(0, SHOWN)) {
      const index = Number(key);
      const way = (await basesAsked(node, asker, index, consultation))?.find(
        ({ base }) => firstBook(base) === firstBook(book.origin),
      );
      if (way !== undefined) found.push({ asker, index, consultation, through: way.path.map((step) => step.book) });
    }
  return found.sort((a, b) => Number(a.consultation.closed !== null) - Number(b.consultation.closed !== null));
}

/** Whom a consultation asks: as its frozen list says, else the bodies directly below; null where the list is not here. */
export async function basesAsked(
  node: Node,
  { origin, state }: Pick<BookView, 'origin' | 'state'>,
  index: number,
  consultation: Consultation,
): Promise<readonly BaseBelow[] | null> {
  if (consultation.throughTiers) return frozenList(node, origin, index);
  return tableEntries(state.affiliates)
    .filter(([base, { succeededBy }]) => !succeededBy && isAsked(state, index, consultation, base))
    .map(([base]) => ({ base, path: [] }));
}

async function frozenList(node: Node, origin: string, index: number): Promise<readonly BaseBelow[] | null> {
  const row = await node.act(origin, index);
  const decoded = row === null ? null : decodeLeaf(row.entry);
  if (row === null || decoded?.ok !== true) return null;
  if (row.act !== 'ConsultationIssued' && row.act !== 'DecisionCarried') return null;
  const { list } = decoded.leaf.data as unknown as ActData<'ConsultationIssued' | 'DecisionCarried'>;
  if (list === undefined) return null;
  const kept = await node.attachment(origin, Buffer.from(list.sha256, 'base64').toString('hex'));
  return kept === null ? null : (JSON.parse(Buffer.from(kept.content).toString('utf8')) as BaseBelow[]);
}

type Asked = Pick<Question, 'index' | 'consultation'> & { readonly asker: Pick<BookView, 'origin'> };

/** What this base has said to it in its own book, under whatever name the question had then. */
export function ownAnswer(state: BodyState, { asker, index, consultation }: Asked) {
  const names = [{ book: asker.origin, index }, ...(consultation.names ?? [])];
  return names.flatMap((name) => tableGet(state.answers, actKey(name.book, name.index)) ?? []).at(0);
}

/** What the body above has counted of it. */
export const countedAnswer = (origin: string, { consultation }: Pick<Question, 'consultation'>) =>
  tableGet(consultation.answers, firstBook(origin));

/** The motion whose text is asked about, as it was amended last: beside which act that text lies. Of a late entry there is none. */
export function textOfQuestion(state: BodyState, consultation: Consultation): number | null {
  const motion = tableGet(state.resolutions, resolutionKey(consultation))?.motion ?? null;
  return motion === null ? null : (tableGet(state.motions, motion)?.amended.at(-1)?.amendment ?? motion);
}

/** The sitting of this base that has the question in its notice and is not over, and the motion that puts it there. */
export function sittingFor(state: BodyState, { asker, index, consultation }: Asked) {
  const found = tableEntries(state.sittings).findLast(
    ([, { closedAt, calledOff, late, notice }]) =>
      closedAt === null &&
      !calledOff &&
      !late &&
      notice.some(({ matter, textHash }) => matter === 'consultation' && textHash === consultation.textHash),
  );
  if (found === undefined) return null;
  const [key, { place, startsAt, opened, motions }] = found;
  const motion = motions.findLast((one) => {
    const proposal = tableGet(state.motions, one)?.proposal;
    return (
      proposal?.kind === 'answer' &&
      proposal.consultation.book === asker.origin &&
      proposal.consultation.index === index
    );
  });
  return { sitting: Number(key), place, startsAt, opened: opened !== null, motion: motion ?? null };
}

/** How far the answer of this base has come. */
export function answerOf({ origin, state }: Pick<BookView, 'origin' | 'state'>, question: Question) {
  const [own, counted] = [ownAnswer(state, question), countedAnswer(origin, question)];
  const said = own ?? counted;
  if (said === undefined) return null;
  const { answer, yes, no, abstain, heldAt } = said;
  const arrived = counted !== undefined && (own === undefined || counted.from.index === own.act);
  const sealed = own === undefined || tableHas(state.sealed, own.act);
  return { act: own?.act ?? null, answer, yes, no, abstain, heldAt, sealed, arrived };
}
