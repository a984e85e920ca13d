// Ways to falsify an election, each with what our verifier has to find. The forger is given every secret: ballots are signed
// again by their voter, hashes and the chain of events are made anew, so that only what was falsified is left to be found.
import type { Mutation } from './mutation.ts';
import { ballotMutations } from './mutations-of-ballots.ts';
import { countMutations } from './mutations-of-counts.ts';
import { eventMutations } from './mutations-of-events.ts';
import { fileMutations } from './mutations-of-files.ts';
import { setupMutations } from './mutations-of-setups.ts';

export const mutations: readonly Mutation[] = [
  ...setupMutations,
  ...ballotMutations,
  ...eventMutations,
  ...countMutations,
  ...fileMutations,
];
