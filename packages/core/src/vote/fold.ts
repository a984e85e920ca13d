import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Vote } from '../state.ts';
import { emptyTable, tableGet, tableSet } from '../table.ts';

export const voteFolds: Folds = {
  VoteOpened: (state, { data, index, at }) => {
    const motion = known(tableGet(state.motions, data.motion), `the motion ${data.motion}`);
    const vote: Vote = { ...data, openedAt: at, blocks: emptyTable(), closed: null };
    return {
      ...state,
      motions: tableSet(state.motions, data.motion, { ...motion, vote: index }),
      votes: tableSet(state.votes, index, vote),
    };
  },

  BlockCounted: (state, { data }) => {
    const vote = voteOf(state, data.vote);
    const { round, entries, agreed } = data;
    const blocks = tableSet(vote.blocks, data.block, { round, entries, agreed });
    return { ...state, votes: tableSet(state.votes, data.vote, { ...vote, blocks }) };
  },

  VoteClosed: (state, { data, index, at }) => {
    const { vote: number, ...result } = data;
    const vote = voteOf(state, number);
    return { ...state, votes: tableSet(state.votes, number, { ...vote, closed: { ...result, act: index, at } }) };
  },

  MandateBreached: (state) => state,
};

const voteOf = (state: BodyState, index: number): Vote => known(tableGet(state.votes, index), `the vote ${index}`);
