import { baseOf, countsBodies, type MajorityRule, majorityResult, nobody, outcomeOf } from '@cabildo/count';
import { canonicalText } from '../canonical.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isSuspended } from '../resolution/ratification.ts';
import { tooEarly } from '../sitting/open.ts';
import type { Statute } from '../statute/fields.ts';
import { type MatterRule, matterRule, type QuorumFound, quorumFound } from '../statute/quorum.ts';
import { weightsOf } from '../vote/cards.ts';
import { methodAllowed } from '../vote/methods.ts';
import { matterRefusal } from '../vote/open.ts';
import type { Outcome, TriedVote } from './vote.ts';

/** What these rules would have made of a vote: found by what opens sittings, opens votes and counts them, not by a copy of it. */
export interface Trial {
  /** Each call, had those who were there when it was opened come to it. */
  readonly calls: Readonly<Record<'first' | 'second', QuorumFound>>;
  /** Why the sitting could not have been opened as it was. */
  readonly notOpened: Refusal | null;
  /** Why the vote could not have been taken as it was. */
  readonly notVoted: Refusal | null;
  /** Which majorities are asked for, how many were for it, and of how many. */
  readonly majorities: readonly Majority[];
  readonly verdict: Outcome | 'suspended' | 'not-opened' | 'not-voted' | 'not-known';
  /** The article that decides it. */
  readonly article: string;
}

export interface Majority {
  readonly rule: MajorityRule;
  readonly yes: number;
  readonly base: number;
  readonly outcome: Outcome;
}

export function trialOf(vote: TriedVote, rules: Statute): Trial {
  const { hall, matter } = vote;
  const { call, at, present } = hall.opened;
  const found = { roll: hall.roll, present };
  const calls = { first: quorumFound(rules, 'first', found), second: quorumFound(rules, 'second', found) };
  const notOpened = tooEarly({ ...hall, resumed: null }, rules, call, at)?.refusal ?? withoutQuorum(call, calls[call]);
  const own = matterRule(rules, matter);
  const notVoted = own === undefined ? noRule(matter) : whyNotVoted(vote, rules, own);
  const { outcome, majorities, article } = own === undefined ? nothing : decidedBy(vote, rules, own);
  const said = { calls, notOpened, notVoted, majorities };
  if (notOpened !== null) return { ...said, verdict: 'not-opened', article: notOpened.article };
  if (notVoted !== null) return { ...said, verdict: 'not-voted', article: notVoted.article };
  if (outcome === 'carried' && isSuspended(vote, rules, matter))
    return { ...said, verdict: 'suspended', article: 'ratification' };
  return { ...said, verdict: outcome, article };
}

const withoutQuorum = (call: 'first' | 'second', { needed, present, met }: QuorumFound): Refusal | null =>
  met ? null : refuse('no-quorum', `calls.${call}`, { needed, present }).refusal;

const noRule = (matter: string): Refusal => refuse('matter-not-in-statute', 'rules', { needed: matter }).refusal;

function whyNotVoted(vote: TriedVote, rules: Statute, own: MatterRule): Refusal | null {
  const { method, hall, there, openedAt, matter } = vote;
  const refused = matterRefusal({ state: vote, at: openedAt }, rules, vote, hall, there)?.refusal;
  if (refused !== undefined) return refused;
  const allowed =
    method === 'acclamation' || method === 'consensus'
      ? matter === 'ordinary' && own.methods.includes(method)
      : methodAllowed(vote, method, own);
  if (allowed) return null;
  const needed = own.methods.join(' | ');
  return refuse('method-not-allowed', `rules.${matter}`, { needed, present: method }).refusal;
}

type Decided = Pick<Trial, 'majorities' | 'article'> & { readonly outcome: Outcome | 'not-known' };

const nothing: Decided = { outcome: 'not-known', majorities: [], article: 'rules' };

function decidedBy(vote: TriedVote, rules: Statute, own: MatterRule): Decided {
  const { votes, method, matter, weights } = vote;
  const article = `rules.${matter}`;
  if (votes.by === 'voices') return { outcome: votes.outcome, majorities: [], article };
  if (votes.by === 'papers') {
    const same = votes.under !== null && canonicalText(ballotsBy(votes.under)) === canonicalText(ballotsBy(rules));
    return { outcome: same ? votes.outcome : 'not-known', majorities: [], article: 'elections' };
  }
  if (method === 'delegation-cards' && weightsOf(rules) !== (weights ?? 'seats'))
    return { outcome: 'not-known', majorities: [], article: 'weights' };
  if (countsBodies(own) && !votes.tellsBodies) return { outcome: 'not-known', majorities: [], article };
  const { rule, and } = own;
  const bases = { present: vote.present, roll: vote.roll };
  const asked = { rule, ...(and === undefined ? {} : { and }) };
  const { outcome, tallies, bodies } = majorityResult(asked, votes.counts, bases);
  const [tally, differing] = tallies;
  // Of two numbers that differ neither is the one that was there.
  if (tally === undefined || differing !== undefined) return { outcome, majorities: [], article };
  const share = { tally, bodies: bodies?.[0] ?? nobody };
  const majorities = [rule, ...(and === undefined ? [] : [and])].map((one) => ({
    rule: one,
    yes: one.of === 'bodies' ? share.bodies.yes : tally.yes,
    base: baseOf(one, share, bases),
    outcome: outcomeOf(one, tally, bases, share.bodies),
  }));
  return { outcome, majorities, article };
}

/** What the papers of an election are counted by. */
const ballotsBy = ({ elections, parity }: Pick<Statute, 'elections' | 'parity'>) => ({
  elections: elections ?? null,
  parity: parity ?? null,
});
