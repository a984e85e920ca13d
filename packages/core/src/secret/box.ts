import { authority } from '../authority.ts';
import { accept, type Context, type Decision, type Draft } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Ask, Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { Tally, Vote } from '../state.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { openVoteBy } from '../vote/entries.ts';
import { contestQuestions } from './questions.ts';
import { anchoredEvery } from './rules.ts';
import type { SecretVote } from './state.ts';
import { isPossibleSum, sumsOf } from './sums.ts';

export const anchorBallotBox: Handler<'AnchorBallotBox'> = {
  needs: ({ state }, { vote }) => boxNeeds(state, vote),
  decide: (context, { vote }) => anchor(context, vote, false),
};

export const closeBallotBox: Handler<'CloseBallotBox'> = {
  needs: ({ state }, { vote }) => boxNeeds(state, vote),
  decide: (context, { vote }) => anchor(context, vote, true),
};

const boxNeed = ({ election, box }: SecretVote): NeedOf<'ballot-box'> => ({
  fact: 'ballot-box',
  election,
  since: box.head,
});

function boxNeeds(state: Ask['state'], vote: number): readonly NeedOf<'ballot-box'>[] {
  const secret = tableGet(state.votes, vote)?.secret;
  return secret === undefined ? [] : [boxNeed(secret)];
}

function anchor(context: Context, index: number, closed: boolean): Decision {
  const { state } = context;
  const vote = openVoteBy(state, index, 'secret');
  if (!vote.ok) return vote;
  const { secret } = vote.value;
  if (secret === undefined) return refuse('not-found', 'secret', { needed: 'SecretVoteOpened' });
  if (secret.box.closed) return refuse('box-closed', 'secret', { present: secret.box.ballots });
  const shown = findingFor(context.evidence, boxNeed(secret)).found;
  if (shown === null) return refuse('archive-not-shown', 'secret', { needed: 'ballot-box', present: secret.box.head });
  const due = secret.box.ballots + anchoredEvery(statuteOf(state)?.secret);
  if (!closed && shown.ballots < due)
    return refuse('too-few-new-ballots', 'secret', { needed: due, present: shown.ballots });
  const { head, ballots } = shown;
  const data = { vote: index, head, ballots, closed };
  return accept([{ act: 'BallotBoxAnchored', by: authority(context, 'secret'), data }]);
}

export const secretResultNeed = ({ election, box }: SecretVote): NeedOf<'secret-result'> => ({
  fact: 'secret-result',
  election,
  box: box.head,
});

type Shown = NonNullable<ReturnType<typeof shownOf>>;

const shownOf = ({ evidence }: Context, secret: SecretVote) => findingFor(evidence, secretResultNeed(secret)).found;

/** What the trustees have opened of a box that is closed, of exactly the ballots that were in it. */
function openedBox(context: Context, { secret }: Vote): Found<{ readonly secret: SecretVote; readonly shown: Shown }> {
  if (secret === undefined) return refuse('not-found', 'secret', { needed: 'SecretVoteOpened' });
  if (!secret.box.closed) return refuse('box-still-open', 'secret', { needed: 'CloseBallotBox' });
  const shown = shownOf(context, secret);
  if (shown === null)
    return refuse('archive-not-shown', 'secret', { needed: 'secret-result', present: secret.box.head });
  return shown.ballots === secret.box.ballots ? { ok: true, value: { secret, shown } } : differs(shown);
}

const differs = ({ head }: Shown): Refused =>
  refuse('archive-differs', 'secret', { needed: 'BallotBoxAnchored', present: head });

/** Whoever voted again counts once; nobody counts who has drawn no slip. */
export const mostVoters = ({ box, drawn }: Pick<SecretVote, 'box' | 'drawn'>): number => Math.min(box.ballots, drawn);

/** A count like that of blocks, urn and cards. */
export function boxCounted(
  context: Context,
  vote: Vote,
  index: number,
): Found<{ readonly tally: Tally; readonly act: Draft<'SecretVoteClosed'> }> {
  const opened = openedBox(context, vote);
  if (!opened.ok) return opened;
  const { secret, shown } = opened.value;
  if ('rows' in shown) return differs(shown);
  const { head, ballots, yes, no, abstain } = shown;
  if (yes + no + abstain > mostVoters(secret)) return differs(shown);
  const data = { vote: index, head, ballots, yes, no, abstain };
  return {
    ok: true,
    value: { tally: { yes, no, abstain }, act: { act: 'SecretVoteClosed', by: authority(context, 'secret'), data } },
  };
}

/** The same of an election among candidates: what each of them was given. */
export function boxSummed(context: Context, vote: Vote, index: number): Found<Draft<'SecretElectionClosed'>> {
  const opened = openedBox(context, vote);
  if (!opened.ok) return opened;
  const { secret, shown } = opened.value;
  const questions = contestQuestions(context.state, vote.motion);
  if (!('rows' in shown) || shown.voters > mostVoters(secret) || shown.rows.length !== questions.length)
    return differs(shown);
  const { head, ballots, voters, rows } = shown;
  const contests = questions.map((question, at) => sumsOf(question, rows[at] ?? []));
  if (!questions.every((question, at) => isPossibleSum(question, voters, contests[at]))) return differs(shown);
  const data = { vote: index, head, ballots, voters, contests };
  return { ok: true, value: { act: 'SecretElectionClosed', by: authority(context, 'secret'), data } };
}
