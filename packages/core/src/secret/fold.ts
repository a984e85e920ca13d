import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Vote } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import { nothingPrepared, type SecretPreparation, type SecretVote } from './state.ts';

export const secretFolds: Folds = {
  TrusteesNamed: (state, { data: { motion, ...named }, index }) =>
    prepared(state, motion, { trustees: { ...named, act: index }, trial: null }),

  TrialDecrypted: (state, { data, index }) => prepared(state, data.motion, { trial: index }),

  /** A list of credentials that was made of other halves is void. */
  CredentialHalvesEntered(state, { data: { motion, ...entered }, index }) {
    const { halves } = preparationOf(state, motion);
    const others = halves.filter(({ teller }) => teller !== entered.teller);
    return prepared(state, motion, { halves: [...others, { ...entered, act: index }], credentials: null });
  },

  CredentialsListed: (state, { data: { motion, ...listed }, index }) =>
    prepared(state, motion, { credentials: { ...listed, act: index } }),

  /** What was prepared is used up: a vote that is taken again has keys, slips and a box of its own. */
  SecretVoteOpened(state, { data: { vote: index, head, ...opened } }) {
    const secret: SecretVote = { ...opened, box: { head, ballots: 0, closed: false }, result: null };
    return prepared(withSecret(state, index, secret), voteOf(state, index).motion, nothingPrepared);
  },

  BallotBoxAnchored: (state, { data: { vote, ...box } }) =>
    withSecret(state, vote, { ...secretOf(voteOf(state, vote)), box }),

  SecretVoteClosed: (state, { data: { vote, ...result } }) =>
    withSecret(state, vote, { ...secretOf(voteOf(state, vote)), result }),

  SecretElectionClosed: (state, { data: { vote, ...sums } }) =>
    withSecret(state, vote, { ...secretOf(voteOf(state, vote)), sums }),
};

export const preparationOf = (state: BodyState, motion: number): SecretPreparation =>
  tableGet(state.secretVotes, motion) ?? nothingPrepared;

const prepared = (state: BodyState, motion: number, change: Partial<SecretPreparation>): BodyState => ({
  ...state,
  secretVotes: tableSet(state.secretVotes, motion, { ...preparationOf(state, motion), ...change }),
});

const voteOf = (state: BodyState, index: number): Vote => known(tableGet(state.votes, index), `the vote ${index}`);

/** The acts of a secret vote follow each other: what is missing here is not in the book. */
const secretOf = ({ secret }: Vote): SecretVote => known(secret, 'a vote that is taken in secret');

const withSecret = (state: BodyState, index: number, secret: SecretVote): BodyState => ({
  ...state,
  votes: tableSet(state.votes, index, { ...voteOf(state, index), secret }),
});
