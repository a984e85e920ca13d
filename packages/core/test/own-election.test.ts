// Nobody counts the votes of their own election, unless the hall has nobody else and its statute says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ActData, auditRules, type Statute, tableGet } from '../src/index.ts';
import {
  announcing,
  appoint,
  convene,
  countHands,
  foundBase,
  type Hall,
  hallOf,
  open,
  openVote,
  slate,
  statuteWith,
  table,
} from './federation/assembly.ts';
import type { StoredAct } from './federation/book.ts';
import { asMember, dataOf, Federation } from './federation/federation.ts';
import { closing, electing, electionHall, stand, tableElection, type } from './federation/story-elections.ts';

const silent = (fed: Federation, origin: string): void =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

test('who stands in any contest of an election types no papers of it; withdrawn in time, they do', () => {
  const world = electionHall();
  const { fed, base, sitting, hall } = world;
  const motion = tableElection(world);
  stand(world, motion, 1, [4, 5]);
  stand(world, motion, 2, [6, 7, 8]);
  fed.must(base.origin, hall.chair, 'WithdrawCandidature', { motion, contest: 2, number: 3 });
  const vote = openVote(fed, hall, motion, 'urn');
  const [stands, gone] = [6, 8].map((place) => asMember(base.members[place] ?? ''));
  assert.ok(stands && gone);
  appoint(fed, hall, sitting, [stands, gone]);
  const input = { vote, contest: 1, round: 1, papers: 12, spoilt: 0, ballots: '7 1 0\n5 2 0' };
  const refusal = fed.refuses(base.origin, stands, 'EnterBallots', input, 'candidate-counts');
  assert.deepEqual([refusal.article, refusal.needed, refusal.present], ['tellers.candidates', 2, 8]);
  fed.must(base.origin, gone, 'EnterBallots', input);
});

/** A hall of a base in which a list of two officers, the first two members, is put to the vote by hands. */
function listed(people: number, statute: Statute = statuteWith()) {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', people, statute);
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('election') });
  open(fed, hall, sitting, people);
  const [first = '', second = ''] = base.members;
  const motion = table(fed, hall, sitting, { matter: 'election', proposal: slate(fed, base.origin, [first, second]) });
  return { fed, base, hall, sitting, motion, vote: openVote(fed, hall, motion, 'hands') };
}

test('those on a list of officers do not count the hands on it; on another motion of the sitting they do', () => {
  const { fed, base, hall, sitting, vote } = listed(10);
  const officers: Hall['tellers'] = [base.presidium, base.secretary];
  appoint(fed, hall, sitting, officers);
  const hands = { vote, block: 'sala', round: 1, yes: 9, no: 0, abstain: 0 };
  for (const officer of officers) fed.refuses(base.origin, officer, 'CountBlock', hands, 'candidate-counts');
  const other = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary' }), 'hands');
  countHands(fed, { ...hall, tellers: officers }, other, { yes: 9 });
  appoint(fed, hall, sitting, hall.tellers);
  countHands(fed, hall, vote, { yes: 9 });
  const closed = dataOf(fed.must(base.origin, hall.chair, 'CloseVote', { vote }), 'VoteClosed');
  assert.equal(closed.candidatesCounted, undefined);
  silent(fed, base.origin);
});

const handful = statuteWith({ tellers: { recounts: 1, candidates: true } });

test('where the statute allows it candidates count in a hall that has not two others, and the act says so', () => {
  const { fed, base, hall, sitting, vote } = listed(4, handful);
  // Both others have counted already, and differ: the recount is for those who stand.
  for (const [place, teller] of hall.tellers.entries())
    fed.must(base.origin, teller, 'CountBlock', { vote, block: 'sala', round: 1, yes: 3 + place, no: 0, abstain: 0 });
  const officers: Hall['tellers'] = [base.presidium, base.secretary];
  appoint(fed, hall, sitting, officers);
  for (const officer of officers)
    fed.must(base.origin, officer, 'CountBlock', { vote, block: 'sala', round: 2, yes: 4, no: 0, abstain: 0 });
  const done = fed.must(base.origin, hall.chair, 'CloseVote', { vote });
  assert.equal(dataOf(done, 'VoteClosed').candidatesCounted, true);
  assert.equal(tableGet(fed.book(base.origin).state.votes, vote)?.closed?.outcome, 'carried');
  silent(fed, base.origin);
});

test('where two others are there the permission of the statute is for nobody', () => {
  const { fed, base, hall, sitting, vote } = listed(4, handful);
  appoint(fed, hall, sitting, [base.presidium, base.secretary]);
  const hands = { vote, block: 'sala', round: 1, yes: 4, no: 0, abstain: 0 };
  const refusal = fed.refuses(base.origin, base.presidium, 'CountBlock', hands, 'candidate-counts');
  assert.deepEqual([refusal.needed, refusal.present], [2, 2]);
});

test('a closing that says candidates counted, where the statute knows nothing of it, is found by the audit', () => {
  const world = electionHall(electing());
  const { fed, base } = world;
  const motion = tableElection(world);
  stand(world, motion, 1, [4, 5]);
  stand(world, motion, 2, [6, 7, 8]);
  const vote = openVote(fed, world.hall, motion, 'urn');
  type(world, vote, { contest: 1, ballots: '7 1 0\n5 2 0', papers: 12 });
  type(world, vote, { contest: 2, ballots: '6 1 2 0\n4 3 0\n2 2 0', papers: 12 });
  closing(world, vote);
  const acts = fed.book(base.origin).acts.map((act) => {
    if (act.act !== 'VoteClosed' || (act.data as ActData<'VoteClosed'>).vote !== vote) return act;
    return { ...act, data: { ...act.data, candidatesCounted: true } } as unknown as StoredAct;
  });
  const found = auditRules(base.origin, acts).differences.map(({ act, code }) => [act, code]);
  assert.deepEqual(found, [['VoteClosed', 'statute']]);
});
