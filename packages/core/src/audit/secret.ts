import { mostVoters } from '../secret/box.ts';
import { preparationOf } from '../secret/fold.ts';
import { electionsHeld } from '../secret/open.ts';
import { byTeller } from '../secret/prepare.ts';
import { contestQuestions } from '../secret/questions.ts';
import { anchoredEvery, isList, leastVoters, listThatOpens } from '../secret/rules.ts';
import { isPossibleSum } from '../secret/sums.ts';
import type { BodyState } from '../state.ts';
import { matterRule, statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import { type Checks, holds, same } from './check.ts';

const rulesOf = (state: BodyState) => statuteOf(state)?.secret;

/** Whether the matter of that motion may be voted in secret. */
function opened(state: BodyState, motion: number): boolean {
  const rules = statuteOf(state);
  const matter = tableGet(state.motions, motion)?.matter;
  return rules !== null && matter !== undefined && matterRule(rules, matter)?.methods.includes('secret') === true;
}

/** Secret votes, as far as the book holds them; the archives are for `cabildo ballot verify` and for `belenios-tool`. */
export const secretChecks: Checks = {
  TrusteesNamed(state, { data: { motion, threshold, trustees } }) {
    const rules = rulesOf(state);
    return [
      holds(opened(state, motion), 'rule', 'secret', 'not a way of voting it'),
      same('rule', [trustees.length, threshold], [rules?.trustees, rules?.threshold]),
      same('rule', listThatOpens(trustees, threshold), null),
      same('count', new Set(trustees.map(({ key }) => key)).size, trustees.length),
      ...trustees.map(({ list }) => holds(rules === undefined || isList(rules, list), 'rule', list, rules?.lists)),
    ];
  },

  TrialDecrypted: (state, { data }) => [same('order', data.trustees, preparationOf(state, data.motion).trustees?.act)],

  CredentialHalvesEntered(state, { data: { motion, teller, list } }) {
    const rules = rulesOf(state);
    const other = preparationOf(state, motion).halves.find((one) => one.teller !== teller);
    return [
      holds(other?.list !== list, 'rule', list, 'another list'),
      holds(rules === undefined || isList(rules, list), 'rule', list, rules?.lists),
    ];
  },

  CredentialsListed(state, { data: { motion, halves, slips, left } }) {
    const made = byTeller(preparationOf(state, motion));
    return [
      same(
        'order',
        halves,
        made.map(({ act }) => act),
      ),
      ...made.map((one) => same('count', slips, one.halves)),
      holds(left <= slips, 'count', left, slips),
    ];
  },

  SecretVoteOpened(state, { data, index }) {
    const vote = tableGet(state.votes, data.vote);
    const rules = rulesOf(state);
    if (vote === undefined || rules === undefined) return [];
    const { trustees, trial, credentials } = preparationOf(state, vote.motion);
    const drawn = (credentials?.slips ?? 0) - (credentials?.left ?? 0);
    const { phones, papers } = vote.channels ?? { phones: 0, papers: 0 };
    return [
      same('order', [data.vote, vote.method], [index - 1, 'secret']),
      same('order', [data.trustees, data.trial, data.credentials], [trustees?.act, trial, credentials?.act]),
      same('count', [data.drawn, data.list], [drawn, credentials?.list]),
      holds(
        !electionsHeld(state).some(({ election }) => election === data.election),
        'order',
        data.election,
        'another',
      ),
      holds(data.drawn <= phones, 'electorate', data.drawn, phones),
      holds(data.drawn >= leastVoters(rules), 'electorate', data.drawn, leastVoters(rules)),
      holds(papers === 0 || papers >= leastVoters(rules), 'electorate', papers, leastVoters(rules)),
    ];
  },

  BallotBoxAnchored(state, { data }) {
    const secret = tableGet(state.votes, data.vote)?.secret;
    if (secret === undefined) return [];
    const due = secret.box.ballots + (data.closed ? 0 : anchoredEvery(rulesOf(state)));
    return [same('order', secret.box.closed, false), holds(data.ballots >= due, 'count', data.ballots, due)];
  },

  SecretVoteClosed(state, { data: { vote: index, ballots, yes, no, abstain } }) {
    const vote = tableGet(state.votes, index);
    const secret = vote?.secret;
    if (vote === undefined || secret === undefined) return [];
    const counted = yes + no + abstain;
    return [
      same('order', [secret.box.closed, secret.result, vote.closed], [true, null, null]),
      same('count', ballots, secret.box.ballots),
      holds(counted <= Math.min(ballots, secret.drawn), 'electorate', counted, Math.min(ballots, secret.drawn)),
    ];
  },

  SecretElectionClosed(state, { data: { vote: index, ballots, voters, contests } }) {
    const vote = tableGet(state.votes, index);
    const secret = vote?.secret;
    if (vote === undefined || secret === undefined) return [];
    const questions = contestQuestions(state, vote.motion);
    const possible = questions.every((question, at) => isPossibleSum(question, voters, contests[at]));
    return [
      same('order', [secret.box.closed, secret.sums ?? null, vote.closed], [true, null, null]),
      same('count', ballots, secret.box.ballots),
      same(
        'statute',
        contests.map(({ contest }) => contest),
        questions.map(({ contest }) => contest),
      ),
      holds(possible, 'count', contests, voters),
      holds(voters <= mostVoters(secret), 'electorate', voters, mostVoters(secret)),
    ];
  },
};
