import { actKey } from '../delegation/seat-key.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { attestedAt } from './attested.ts';

/** What bodies say to each other about officers who cannot hand over. */
export interface RecoveryFacts {
  /** Does act `index` of `book` enrol the keys that are in force there: its leaf, and whether they are attested already? */
  'officers-elected': { ask: { book: string; index: number; at: Time }; found: { leaf: string; attested: boolean } };
  /**
   * Does `book` attest, sealed, by officers who are attested themselves and of a body whose founding is proven, that election
   * of `of`? `leaf` is the one it has seen; so many have signed the paper minutes.
   */
  'election-attested': {
    ask: { book: string; of: string; election: number; at: Time };
    found: { index: number; leaf: string; signatures: number };
  };
}

export function officersElected(
  state: BodyState,
  { index, at }: RecoveryFacts['officers-elected']['ask'],
  leafOf: (index: number) => string,
) {
  if (state.enrolment?.act !== index) return null;
  return { found: { leaf: leafOf(index), attested: attestedAt(state, index, at) }, acts: [index] };
}

export function electionAttested(state: BodyState, { of, election, at }: RecoveryFacts['election-attested']['ask']) {
  const attested = tableGet(state.electionsAttested, actKey(of, election));
  const seal = attested === undefined ? undefined : tableGet(state.sealed, attested.act);
  if (attested === undefined || seal === undefined) return null;
  const { act: index, leaf, signatures } = attested;
  if (!attestedAt(state, tableGet(state.sealedUnder, index) ?? -1, at)) return null;
  return { found: { index, leaf, signatures }, acts: [index, seal] };
}
