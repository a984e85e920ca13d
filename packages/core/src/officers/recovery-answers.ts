import { actKey } from '../delegation/seat-key.ts';
import type { BodyState } from '../state.ts';
import { tableGet } from '../table.ts';
import { attestedAt } from './attested.ts';
import type { RecoveryFacts } from './recovery-facts.ts';

export function officersElected(
  state: BodyState,
  { index, at }: RecoveryFacts['officers-elected']['ask'],
  leafOf: (index: number) => string,
) {
  if (state.enrolment?.act !== index) return null;
  return { found: { leaf: leafOf(index), attested: attestedAt(state, index, at) }, acts: [index] };
}

export function electionAttested(
  state: BodyState,
  { of, election, at }: RecoveryFacts['election-attested']['ask'],
  proven: number,
) {
  const attested = tableGet(state.electionsAttested, actKey(of, election));
  const seal = attested === undefined ? undefined : tableGet(state.sealed, attested.act);
  if (attested === undefined || seal === undefined) return null;
  const { act: index, leaf, signatures } = attested;
  if (!attestedAt(state, tableGet(state.sealedUnder, index) ?? -1, at)) return null;
  return { found: { index, leaf, signatures }, acts: [index, seal, proven] };
}
