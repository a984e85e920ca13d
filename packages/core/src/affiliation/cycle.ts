import { type Evidence, findingFor, type NeedOf } from '../facts.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState } from '../state.ts';
import { tableEntries } from '../table.ts';
import { hasRequested, lineage } from './lineage.ts';

/**
 * Nobody is above itself: what is above the body above must not be the body below. The way up is looked for in the
 * books that this node holds, as far as it holds them; a ring closed at the same hour on nodes that do not know each
 * other's books is refused only when the next of its bodies is admitted.
 */
export const cycleRefusal = (evidence: Evidence, need: NeedOf<'way-up'>): Refused | null => {
  const way = findingFor(evidence, need).found;
  return way === null ? null : refuse('affiliation-cycle', 'rules.affiliation', { present: way.path.join(' → ') });
};

/** From the body that is asked to this one. */
export const wayUpFrom = ({ origin }: Pick<BodyState, 'origin'>, above: string): NeedOf<'way-up'> => ({
  fact: 'way-up',
  from: [above],
  to: origin,
});

/** From what this body has asked to belong to, to the body that would be below it. */
export const wayUpTo = (state: Pick<BodyState, 'requests' | 'left'>, below: string): NeedOf<'way-up'> => ({
  fact: 'way-up',
  from: aboveOf(state).filter((book) => !lineage(book).includes(below) && !lineage(below).includes(book)),
  to: below,
});

/** Bodies to which this one has asked to belong and which it has not left. */
export const aboveOf = (state: Pick<BodyState, 'requests' | 'left'>): readonly string[] =>
  tableEntries(state.requests)
    .map(([book]) => book)
    .filter((book) => hasRequested(state, book));
