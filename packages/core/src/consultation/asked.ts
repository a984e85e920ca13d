import { firstBook, spellAt } from '../affiliation/lineage.ts';
import { waitedAt } from '../affiliation/waiting.ts';
import type { BookFacts } from '../facts.ts';
import type { BodyState, Consultation } from '../state.ts';
import type { Time } from '../time.ts';

/**
 * Is the body directly below one that this consultation asks, itself or for those below it? It belonged when the question was
 * put, and had waited as long as a convocation would have made it wait: no assembly is packed for a question either.
 */
export const isAsked = (state: BodyState, index: number, consultation: Consultation, first: string): boolean =>
  spellAt(state, first, index) !== undefined && !isLeftOut(state, index, consultation, first);

/** Until when this body may answer what it was asked: its own day, where a challenge has opened its answer again. */
export const lastDayFor = (
  { origin }: BodyState,
  { reopened, deadline }: Pick<NonNullable<BookFacts['consultation']['found']>, 'reopened' | 'deadline'>,
): Time => reopened.find(({ below }) => below === firstBook(origin))?.until ?? deadline;

/** Because it waited then. What goes on from the book before says whom that one left out. */
export const isLeftOut = (
  state: BodyState,
  index: number,
  { names, waiting = [], issuedAt }: Consultation,
  first: string,
): boolean =>
  names === undefined
    ? waitedAt(state, first, { act: index, at: issuedAt })
    : waiting.some((one) => firstBook(one) === firstBook(first));
