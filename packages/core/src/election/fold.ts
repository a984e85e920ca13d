import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { answerObligations } from '../sitting/obligation.ts';
import { tableGet, tableSet } from '../table.ts';
import { candidatesIn } from './contests.ts';
import { contestKey } from './state.ts';

export const electionFolds: Folds = {
  CandidateEntered: (state, { data, index }) => {
    const { motion, contest, holder, key, alternate, woman } = data;
    const before = candidatesIn(state, motion, contest);
    const own = { key: key ?? null, alternate: alternate ?? null, woman: woman ?? false };
    const entered = { holder, ...own, withdrawn: false, act: index };
    return { ...state, candidates: tableSet(state.candidates, contestKey(motion, contest), [...before, entered]) };
  },

  /** The number stays: papers with it on them may have been printed. */
  CandidateWithdrawn: (state, { data: { motion, contest, number } }) => {
    const before = candidatesIn(state, motion, contest);
    const candidate = known(before[number - 1], `candidate ${number}`);
    const after = before.with(number - 1, { ...candidate, withdrawn: true });
    return { ...state, candidates: tableSet(state.candidates, contestKey(motion, contest), after) };
  },

  ElectionCounted: (state, { data: { vote, contest, ...counted }, index }) => {
    const contests = tableSet(state.contests, contestKey(vote, contest), { ...counted, act: index });
    const sitting = tableGet(state.votes, vote)?.sitting ?? null;
    return answerObligations({ ...state, contests }, counted.answers ?? [], sitting);
  },
};
