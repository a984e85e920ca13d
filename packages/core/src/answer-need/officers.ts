import { actKey } from '../delegation/seat-key.ts';
import { beginsAttested } from '../officers/attested.ts';
import { electionAttested, officersElected } from '../officers/recovery-answers.ts';
import { keyReported } from '../officers/restoration.ts';
import { tableGet } from '../table.ts';
import type { Answers } from './answer.ts';
import { ifSealed, provenAct } from './proof.ts';

type Named = 'key-report' | 'key-loss' | 'officers-elected' | 'election-attested';

export const officerAnswers: Answers<Named> = {
  'key-report': (state, { report }) => keyReported(state, report),

  'key-loss'(state, { of, report }) {
    const act = tableGet(state.keyLosses, actKey(of, report));
    return act === undefined ? null : ifSealed(state, act, { index: act });
  },

  'officers-elected': (state, need, _receivedAt, leafOf) => officersElected(state, need, leafOf),

  'election-attested'(state, need, _receivedAt, _leafOf, before) {
    const proven = beginsAttested(state, need.at, before) ? provenAct(state, before) : null;
    return proven === null ? null : electionAttested(state, need, proven);
  },
};
