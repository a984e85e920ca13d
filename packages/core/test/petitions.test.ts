// Petitions: opened by anyone who belongs, signed on paper, counted by two, and what they force.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, tableGet } from '../src/index.ts';
import { announcing, hallOf } from './federation/assembly.ts';
import { asMember, dataOf } from './federation/federation.ts';
import { countLists, petition, signOnPhones, withPetitions } from './federation/petitions.ts';

const settled = withPetitions();
const given = () => ({ ...settled, fed: settled.fed.fork() });

test('a third of the roll forces the sitting: past its day a plain member convenes exactly the recall', () => {
  const { fed, base, tellers } = given();
  const opened = petition({ fed, base }, 'officer', 'presidencia');
  const { needed, of, until } = tableGet(fed.book(base.origin).state.petitions, opened) ?? {};
  assert.deepEqual([needed, of, until], [3, 9, plusDays(fed.now, 15)]);
  const done = countLists({ fed, base, tellers }, opened, [3, 3]);
  const { reached, due } = dataOf(done, 'PetitionCounted');
  assert.deepEqual([reached, due], [true, plusDays(fed.now, 15)]);
  const plain = { ...hallOf(base), chair: asMember(base.members[7] ?? '') };
  const call = () => ({
    ...({ kind: 'ordinary', place: 'Sede' } as const),
    startsAt: plusDays(fed.now, 3),
    notice: announcing('recall'),
  });
  fed.refuses(base.origin, plain.chair, 'ConveneSitting', call(), 'nothing-overdue');
  fed.pass({ days: 15 });
  fed.must(base.origin, plain.chair, 'ConveneSitting', call());
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('one signature short is counted and forces nothing; more lists may come in, until its day and not after', () => {
  const { fed, base, tellers } = given();
  const opened = petition({ fed, base }, 'officer', 'presidencia');
  const short = countLists({ fed, base, tellers }, opened, [2, 2]);
  assert.deepEqual(
    [dataOf(short, 'PetitionCounted').reached, dataOf(short, 'PetitionCounted').due],
    [false, undefined],
  );
  const until = tableGet(fed.book(base.origin).state.petitions, opened)?.until ?? '';
  const late = fed.fork();
  late.now = until;
  const count = { petition: opened, round: 2, signatures: 3 };
  const refusal = late.refuses(base.origin, tellers[0], 'CountPetition', count, 'petition-over');
  assert.deepEqual([refusal.article, refusal.needed], ['recall.days', until]);
  fed.now = plusDays(until, -1);
  assert.equal(dataOf(countLists({ fed, base, tellers }, opened, [3, 3], 2), 'PetitionCounted').reached, true);
  fed.refuses(base.origin, tellers[0], 'CountPetition', { ...count, round: 3 }, 'petition-over');
});

test('tellers who differ count again by others; when both numbers stand the smaller one is relied on', () => {
  const { fed, base, tellers, others } = given();
  const opened = petition({ fed, base }, 'officer', 'presidencia');
  const first = { petition: opened, round: 1 };
  assert.deepEqual(fed.must(base.origin, tellers[0], 'CountPetition', { ...first, signatures: 3 }).acts, []);
  assert.deepEqual(fed.must(base.origin, tellers[1], 'CountPetition', { ...first, signatures: 2 }).acts, []);
  const again = { petition: opened, round: 2, signatures: 3 };
  fed.refuses(base.origin, tellers[0], 'CountPetition', again, 'recount-by-others');
  const done = countLists({ fed, base, tellers: others }, opened, [3, 2], 2);
  const { counts, reached } = dataOf(done, 'PetitionCounted');
  assert.deepEqual([counts.toSorted(), reached], [[2, 3], false]);
});

test('those whom a petition is about do not count it', () => {
  const { fed, base, tellers, secretary } = given();
  const about = petition({ fed, base }, 'officer', 'vocalía');
  const count = { petition: about, round: 1, signatures: 3 };
  fed.refuses(base.origin, tellers[0], 'CountPetition', count, 'not-allowed');
  fed.refuses(base.origin, secretary, 'CountPetition', count, 'not-allowed');
});

test('against a public office it is on record, with any number, and nobody here has to do anything', () => {
  const { fed, base, tellers } = given();
  const asked = { against: 'public-office', target: 'Alcaldía de El Alto', needed: 40_000 } as const;
  const opened = fed.must(base.origin, asMember(base.members[6] ?? ''), 'OpenPetition', asked).acts[0]?.index ?? -1;
  const done = countLists({ fed, base, tellers }, opened, [41_000, 41_000]);
  const { reached, due } = dataOf(done, 'PetitionCounted');
  assert.deepEqual([reached, due], [true, undefined]);
  assert.equal(fed.book(base.origin).state.obligations.size, 0);
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('no petition says who opened or signed it', () => {
  const { fed, base, tellers } = given();
  const opened = petition({ fed, base }, 'presidium', 'mesa');
  countLists({ fed, base, tellers }, opened, [8, 8]);
  const written = JSON.stringify(fed.book(base.origin).acts.slice(opened));
  for (const member of base.members) assert.ok(!written.includes(member), member);
});

test('an office nobody holds has no petition, and a recall that must wait has none before its time', () => {
  const { fed, base } = given();
  const plain = asMember(base.members[6] ?? '');
  const vacant = { against: 'officer', target: 'tesorería' } as const;
  fed.refuses(base.origin, plain, 'OpenPetition', vacant, 'office-vacant');
  const seat = { against: 'delegate', target: 'el-alto.example/asamblea-popular#9' } as const;
  fed.refuses(base.origin, plain, 'OpenPetition', seat, 'no-such-seat');
  const young = withPetitions({ monthsBefore: 6 });
  const refusal = young.fed.refuses(
    young.base.origin,
    asMember(young.base.members[6] ?? ''),
    'OpenPetition',
    { against: 'officer', target: 'presidencia' },
    'too-early',
  );
  assert.equal(refusal.article, 'recall.monthsBefore');
});

test('signatures on phones and on paper are one number; the phone that makes it full forces the sitting at once', () => {
  const { fed, base, tellers } = given();
  const opened = petition({ fed, base }, 'officer', 'presidencia');
  assert.deepEqual(signOnPhones({ fed, base }, opened, [6]).answer, { phones: 1, paper: 0, needed: 3 });
  const short = countLists({ fed, base, tellers }, opened, [1, 1]);
  const { reached, phones, due } = dataOf(short, 'PetitionCounted');
  assert.deepEqual([reached, phones, due], [false, 1, undefined]);
  const full = signOnPhones({ fed, base }, opened, [7]);
  assert.deepEqual(dataOf(full, 'PetitionReached'), {
    petition: opened,
    phones: 2,
    paper: 1,
    due: plusDays(fed.now, 15),
  });
  const { state, acts, vault } = fed.book(base.origin);
  assert.equal(tableGet(state.petitions, opened)?.counted?.reached, true);
  assert.deepEqual(vault.demands, [], 'who signed is deleted');
  assert.deepEqual(auditRules(base.origin, acts).differences, []);
  fed.refuses(base.origin, asMember(base.members[5] ?? ''), 'SignPetition', { petition: opened }, 'petition-over');
  fed.pass({ days: 15 });
  const plain = { ...hallOf(base), chair: asMember(base.members[7] ?? '') };
  const call = {
    kind: 'ordinary',
    place: 'Sede',
    startsAt: plusDays(fed.now, 3),
    notice: announcing('recall'),
  } as const;
  fed.must(base.origin, plain.chair, 'ConveneSitting', call);
});

test('phones alone are enough, and no officer has to count them; one short forces nothing', () => {
  const { fed, base } = given();
  const opened = petition({ fed, base }, 'presidium', 'mesa');
  assert.deepEqual(signOnPhones({ fed, base }, opened, [5, 6]).acts, []);
  assert.equal(fed.book(base.origin).state.obligations.size, 0);
  assert.equal(dataOf(signOnPhones({ fed, base }, opened, [7]), 'PetitionReached').paper, 0);
  assert.equal(fed.book(base.origin).state.obligations.size, 1);
});

test('tellers count phones and paper together, and never more than there are people', () => {
  const { fed, base, tellers } = given();
  const opened = petition({ fed, base }, 'officer', 'presidencia');
  signOnPhones({ fed, base }, opened, [6, 7]);
  const many = { petition: opened, round: 1, signatures: 8 };
  const refusal = fed.refuses(base.origin, tellers[0], 'CountPetition', many, 'more-than-the-roll');
  assert.deepEqual([refusal.needed, refusal.present], [9, 10]);
  const done = countLists({ fed, base, tellers }, opened, [1, 1]);
  const { counts, phones, reached } = dataOf(done, 'PetitionCounted');
  assert.deepEqual([counts, phones, reached], [[1, 1], 2, true]);
  assert.deepEqual(fed.book(base.origin).vault.demands, [], 'who signed is deleted');
});

test('nobody is enrolled for the sake of signing, and nobody signs after its day', () => {
  const { fed, base } = given();
  const opened = petition({ fed, base }, 'officer', 'presidencia');
  fed.must(base.origin, base.secretary, 'EnrolMember', { name: 'Recién llegada' });
  const late = [...fed.book(base.origin).vault.members.keys()].at(-1) ?? '';
  fed.refuses(base.origin, asMember(late), 'SignPetition', { petition: opened }, 'waiting-time');
  signOnPhones({ fed, base }, opened, [6]);
  fed.pass({ days: 15 });
  const neighbour = asMember(base.members[7] ?? '');
  fed.refuses(base.origin, neighbour, 'SignPetition', { petition: opened }, 'petition-over');
  petition({ fed, base }, 'officer', 'presidencia');
  assert.deepEqual(fed.book(base.origin).vault.demands, [], 'who signed one that ran out is deleted with the next');
});
