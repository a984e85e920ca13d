import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Motion, Vote } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import { acclaimedVote, nothingCounted, uncounted } from './acclaimed.ts';

export const voteFolds: Folds = {
  VoteOpened: (state, { data, index, at }) =>
    withVote(changedMotion(state, data.motion, { vote: index }), index, {
      ...data,
      ...uncounted,
      openedAt: at,
      closed: null,
    }),

  BlockCounted: (state, { data }) => {
    const vote = voteOf(state, data.vote);
    const { round, entries, agreed } = data;
    const blocks = tableSet(vote.blocks, data.block, { round, entries, agreed });
    return withVote(state, data.vote, { ...vote, blocks });
  },

  UrnCounted: (state, { data: { vote, ...urn } }) => withVote(state, vote, { ...voteOf(state, vote), urn }),

  DelegationCardsCounted: (state, { data }) => {
    const vote = voteOf(state, data.vote);
    let { cards } = vote;
    for (const { below, ...card } of data.cards) cards = tableSet(cards, below, card);
    return withVote(state, data.vote, { ...vote, cards });
  },

  VoteClosed: (state, { data: { vote, ...result }, index, at }) =>
    withVote(state, vote, { ...voteOf(state, vote), closed: { ...result, act: index, at } }),

  /** The motion can be put again; the vote keeps its numbers, if it has any, and counts no more. */
  VoteAnnulled: (state, { data, index, at }) => {
    const vote = voteOf(state, data.vote);
    const closed = { ...(vote.closed ?? nothingCounted), outcome: 'annulled' as const, act: index, at };
    return withVote(changedMotion(state, vote.motion, { vote: null }), data.vote, { ...vote, closed });
  },

  AcclamationRecorded: (state, { data, index, at }) => {
    if (data.countAsked) return changedMotion(state, data.motion, { countAsked: true });
    return withVote(changedMotion(state, data.motion, { vote: index }), index, acclaimedVote(data, index, at));
  },

  LotAnnounced: (state, { data, index }) => {
    const lot = { announced: index, at: data.at, drawn: null };
    return withVote(state, data.vote, { ...voteOf(state, data.vote), lot });
  },

  LotDrawn: (state, { data }) => {
    const vote = voteOf(state, data.vote);
    const [lot, closed] = [known(vote.lot, 'a lot'), known(vote.closed, 'a closed vote')];
    const outcome = data.outcome ?? (data.drawn === 'yes' ? ('carried' as const) : ('rejected' as const));
    return withVote(state, data.vote, {
      ...vote,
      // Still tied: the next lot has a source of its own.
      lot: outcome === 'tied' ? null : { ...lot, drawn: data.drawn },
      closed: { ...closed, outcome },
    });
  },

  MandateBreached: (state) => state,
};

const voteOf = (state: BodyState, index: number): Vote => known(tableGet(state.votes, index), `the vote ${index}`);

const withVote = (state: BodyState, index: number, vote: Vote): BodyState => ({
  ...state,
  votes: tableSet(state.votes, index, vote),
});

function changedMotion(state: BodyState, index: number, change: Partial<Motion>): BodyState {
  const motion = known(tableGet(state.motions, index), `the motion ${index}`);
  return { ...state, motions: tableSet(state.motions, index, { ...motion, ...change }) };
}
