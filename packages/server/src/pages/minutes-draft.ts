import { tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { wordsOfHead } from './body-aside.ts';
import { type MinutesPart, minutesRecord } from './minutes-record.ts';
import { officeSaid, type Visit } from './visit.ts';

/** The minutes as they stand now, for whoever writes beside them what acts do not say. */
interface MinutesDraft {
  readonly sitting: number;
  /** The length of the book that this is about, and its head as words. */
  readonly size: number;
  readonly head: string;
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly kind: string;
  readonly startsAt: string;
  readonly closed: boolean;
  readonly late: boolean;
  /** Who approves them, and the act that has. */
  readonly approval: 'officers' | 'sitting';
  readonly approvedBy: number | null;
  /** Lines to sign on. */
  readonly offices: readonly string[];
  readonly notice: readonly { readonly matter: string; readonly title: string; readonly textHash: string | null }[];
  readonly parts: readonly (MinutesPart & { readonly title: string; readonly nothing: string })[];
  /** Motions of this sitting, in the order in which they were tabled. */
  readonly motions: readonly { readonly motion: number; readonly title: string }[];
}

export async function minutesDraft(visit: Visit, book: BookView, index: number): Promise<MinutesDraft | null> {
  const { words } = visit;
  const { state } = book;
  const sitting = tableGet(state.sittings, index);
  const parts = await minutesRecord(visit, book, index);
  if (sitting === undefined || parts === null) return null;
  const { kind, place, startsAt, closedAt, late, minutes, notice } = sitting;
  const formats = visit.formats(state);
  const rules = state.statute?.rules;
  const title = words.sitting.title(words.terms.sittingKind[kind], formats.day(startsAt));
  return {
    sitting: index,
    size: book.size,
    head: wordsOfHead(visit, book),
    title: `${words.minutes.title}: ${title}`,
    body: book.title,
    place,
    kind,
    startsAt,
    closed: closedAt !== null,
    late,
    // A founding is approved by who convened it, whatever its statute says (core, sitting/minutes.ts).
    approval: rules?.minutes.approval === 'sitting' && kind !== 'founding' ? 'sitting' : 'officers',
    approvedBy: minutes,
    offices: rules?.offices.map(({ office }) => officeSaid(visit, office)) ?? [],
    notice: notice.map(({ matter, title: named, textHash }) => ({ matter, title: named, textHash: textHash ?? null })),
    parts: parts.map((part) => ({ ...part, ...words.minutes.parts[part.part] })),
    motions: sitting.motions.flatMap((motion) => {
      const found = tableGet(state.motions, motion);
      return found === undefined ? [] : [{ motion, title: found.title }];
    }),
  };
}
