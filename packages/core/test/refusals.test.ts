// Every refusal, once, with what leads to it. A code that no scenario brings about does not compile.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plusDays, plusHours, plusMonths, type RefusalCode, tableEntries } from '../src/index.ts';
import * as given from './federation/assembly.ts';
import {
  announcing,
  appoint,
  type Base,
  convene,
  countHall,
  dataOf,
  decideByHands,
  evening,
  foundBase,
  hallOf,
  indexOf,
  open,
  openVote,
  originOf,
  prove,
  seal,
  slate,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { decideAbove } from './federation/bodies.ts';
import { fakeSignature, sha256 } from './federation/book.ts';
import { anyone, asMember, deviceKey, type Federation, operator } from './federation/federation.ts';
import { refusedDecisions } from './federation/refused-decisions.ts';
import { sittingScenes } from './federation/sitting-scenes.ts';
import { hallWith, papers, statuteOfMethods, upperHall } from './federation/story-votes.ts';
import { decideByRollCall, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';
import { accountsScenes } from './refusals/accounts.ts';
import { bodyScenes } from './refusals/bodies.ts';
import { committeeScenes } from './refusals/committees.ts';
import { disputeScenes } from './refusals/disputes.ts';
import { doorScenes } from './refusals/door.ts';
import { electionScenes } from './refusals/elections.ts';
import { floorScenes } from './refusals/floor.ts';
import { gatheringScenes } from './refusals/gatherings.ts';
import { motionScenes } from './refusals/motions.ts';
import { officeScenes } from './refusals/offices.ts';
import { queueScenes } from './refusals/queue.ts';
import { recoveryScenes } from './refusals/recovery.ts';
import { seatScenes } from './refusals/seats.ts';
import { secretScenes } from './refusals/secret.ts';
import { recordScenes } from './refusals/sittings.ts';
import { splitScenes } from './refusals/splits.ts';
import { supplyScenes } from './refusals/supply.ts';
import { territoryScenes } from './refusals/territories.ts';

const settled = federationOf();

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

const nobody = 'm-0000000000000000';
const elsewhere = { book: originOf('nowhere'), index: 3 };

/** A sitting of the first base that is open with everybody there. */
function openSitting({ fed, base }: Scene, ...matters: given.Matter[]): number {
  const sitting = convene(fed, hallOf(base), { notice: announcing(...matters) });
  open(fed, hallOf(base), sitting, base.members.length);
  return sitting;
}

const tableBy = ({ fed, base }: Scene, sitting: number, item: Parameters<typeof table>[3]) =>
  table(fed, { origin: base.origin, chair: base.presidium }, sitting, item);

const motionOf = (sitting: number, matter: given.Matter, proposal: object, text = 'Texto') =>
  ({ sitting, matter, title: 'Moción', text, proposal }) as Parameters<typeof refusedMotion>[2];

function refusedMotion(
  { fed }: Scene,
  [origin, chair]: readonly [string, Base['presidium']],
  input: import('../src/index.ts').InputFor<'TableMotion'>,
  code: RefusalCode,
): void {
  fed.refuses(origin, chair, 'TableMotion', input, code);
}

/** A suspended pact of the upper assembly and the consultation about it. */
function consulted(scene: Scene): { resolution: number; consultation: number; textHash: string } {
  const { fed, upper } = scene;
  const pact = { matter: 'pact', proposal: { kind: 'pact', with: 'la alcaldía' }, text: 'Pacto' } as const;
  const sitting = sitUpper(scene, pact);
  const done = decideByRollCall(scene, sitting, pact);
  const resolution = indexOf(done, 'ResolutionAdopted');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
  const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
  return { resolution, consultation: indexOf(issued, 'ConsultationIssued'), textHash: sha256('Pacto') };
}

function answer(
  { fed, upper }: Scene,
  base: Base,
  { consultation, textHash }: { consultation: number; textHash: string },
  sealIt = true,
): number {
  const [done] = evening(fed, base, [
    {
      matter: 'consultation',
      proposal: { kind: 'answer', consultation: { book: upper.origin, index: consultation }, textHash },
    },
  ]);
  assert.ok(done);
  const act = indexOf(done, 'ConsultationAnswered');
  if (sealIt) seal(fed, base, act);
  return act;
}

/** The base recalls its first delegate, sealed. */
function recall({ fed, base }: Scene): number {
  const { state } = fed.book(base.origin);
  const election = tableEntries(state.elections).at(-1)?.[0] ?? '';
  const [done] = evening(fed, base, [
    { matter: 'recall', proposal: { kind: 'recall-delegate', election: Number(election), seat: 1 } },
  ]);
  assert.ok(done);
  const act = indexOf(done, 'DelegateRecalled');
  seal(fed, base, act);
  return act;
}

/** A mandate of the first base on a motion that is before the upper assembly. */
function mandate({ fed, upper, base }: Scene, motion: number, textHash: string, instruction: 'yes' | 'no'): void {
  const on = { book: upper.origin, index: motion };
  const [done] = evening(fed, base, [{ matter: 'mandate', proposal: { kind: 'mandate', on, textHash, instruction } }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'MandateGiven'));
}

const unproven = (fed: Federation): Base => foundBase(fed, 'junta-nueva', 6);

const upperChair = ({ upper }: Scene) => ({ origin: upper.origin, chair: upper.presidium });

function urnVote() {
  const scene = hallWith(['paper', 'paper']);
  const { fed, hall, sitting } = scene;
  return { ...scene, vote: openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary' }), 'urn') };
}

function acclaiming() {
  const scene = hallWith([]);
  const motion = table(scene.fed, scene.hall, scene.sitting, { matter: 'ordinary' });
  return { ...scene, asked: { motion, method: 'acclamation', asked: 3, objections: 0, countAsked: false } as const };
}

function tiedElection() {
  const scene = hallWith([]);
  const { fed, base, hall, sitting } = scene;
  const proposal = slate(fed, base.origin, [base.members[6] ?? '', base.members[7] ?? '']);
  const done = decideByHands(fed, hall, sitting, { matter: 'election', proposal, yes: 4, no: 4 });
  return { ...scene, vote: dataOf(done, 'VoteClosed').vote };
}

const scenes: Readonly<Record<RefusalCode, (scene: Scene) => void>> = {
  ...refusedDecisions,
  ...accountsScenes,
  ...sittingScenes,
  ...recordScenes,
  'not-allowed': ({ fed, origin, base }) => {
    const plain = asMember(base.members[5] ?? '');
    fed.refuses(origin, plain, 'AppointWitness', { name: 'x', key: fed.book(origin).key }, 'not-allowed');
  },
  'term-over': ({ fed, origin, base }) => {
    fed.now = plusMonths(fed.now, 25);
    fed.refuses(origin, base.presidium, 'AppointWitness', { name: 'x', key: fed.book(origin).key }, 'term-over');
  },
  'not-found': ({ fed, origin, base }) => {
    fed.refuses(origin, base.presidium, 'OpenSitting', { sitting: 9_999, call: 'first' }, 'not-found');
  },
  'body-exists': ({ fed, origin }) => {
    const founder = { name: 'otra', key: deviceKey('otra') };
    const statute = statuteWith();
    const input = { name: 'junta-1', title: 'Otra', kind: 'base', founder, statute, provisionalDays: 60 } as const;
    fed.refuses(origin, operator, 'FoundBody', input, 'body-exists');
  },
  'body-not-founded': ({ fed }) => {
    fed.refuses(originOf('nowhere'), anyone, 'EnrolMember', { name: 'nadie' }, 'body-not-founded');
  },
  'provisional-over': ({ fed }) => {
    const { origin, presidium } = unproven(fed);
    fed.pass({ days: 61 });
    const input = { kind: 'ordinary', place: 'Sede', startsAt: plusDays(fed.now, 3), notice: [] } as const;
    fed.refuses(origin, presidium, 'ConveneSitting', input, 'provisional-over');
  },
  'already-proven': ({ fed, origin, base }) => {
    const minutes = tableEntries(fed.book(origin).state.minutes)[0]?.[0];
    fed.refuses(origin, base.presidium, 'ProveFounding', { minutes: Number(minutes), witnesses: [] }, 'already-proven');
  },
  'statute-contradiction': ({ fed }) => {
    const founder = { name: 'otra', key: deviceKey('otra') };
    const statute = statuteWith({ closing: { hour: 0, offsetMinutes: 0 } });
    const input = { name: 'otra', title: 'Otra', kind: 'base', founder, statute, provisionalDays: 60 } as const;
    fed.refuses(originOf('otra'), operator, 'FoundBody', input, 'statute-contradiction');
  },
  'offices-missing': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene, 'election');
    const whole = slate(fed, origin, [base.members[0] ?? '', base.members[1] ?? '']);
    const proposal = { ...whole, officers: whole.officers.slice(1) };
    refusedMotion(scene, [origin, base.presidium], motionOf(sitting, 'election', proposal), 'offices-missing');
  },
  'minutes-not-sealed': ({ fed }) => {
    const { origin, presidium, secretary, foundingSitting: sitting } = unproven(fed);
    const minutes = indexOf(
      fed.must(origin, secretary, 'ApproveMinutes', { sitting, text: 'Acta' }),
      'MinutesApproved',
    );
    fed.refuses(origin, presidium, 'ProveFounding', { minutes, witnesses: [] }, 'minutes-not-sealed');
  },
  'too-few-witnesses': ({ fed, base }) => {
    const young = unproven(fed);
    const { origin, presidium, secretary, foundingSitting: sitting } = young;
    const minutes = indexOf(
      fed.must(origin, secretary, 'ApproveMinutes', { sitting, text: 'Acta' }),
      'MinutesApproved',
    );
    seal(fed, young, minutes);
    const witnesses = [base.origin, base.origin];
    fed.refuses(origin, presidium, 'ProveFounding', { minutes, witnesses }, 'too-few-witnesses');
  },
  'evidence-missing': ({ fed, origin, base }) => {
    const neighbour = originOf('nowhere');
    fed.refuses(origin, base.presidium, 'WitnessFounding', { neighbour }, 'evidence-missing');
  },
  'not-affiliated': ({ fed, upper }) => {
    fed.refuses(upper.origin, anyone, 'ReceiveMotion', { from: elsewhere }, 'not-affiliated');
  },
  'already-affiliated': (scene) => {
    const { fed, origin, base, upper } = scene;
    const sitting = openSitting(scene, 'affiliation');
    const proposal = { kind: 'request-affiliation', to: upper.origin, toKey: fed.book(upper.origin).key };
    refusedMotion(scene, [origin, base.presidium], motionOf(sitting, 'affiliation', proposal), 'already-affiliated');
  },
  'affiliation-not-requested': (scene) => {
    const { fed, upper } = scene;
    const { origin: below } = unproven(fed);
    const sitting = sitUpper(scene, 'affiliation');
    const proposal = { kind: 'admit', below, key: fed.book(below).key, title: 'Nueva', entitlement: 1 };
    const input = motionOf(sitting, 'affiliation', proposal);
    refusedMotion(scene, [upper.origin, upper.presidium], input, 'affiliation-not-requested');
  },
  'notice-too-short': ({ fed, origin, base }) => {
    const input = { kind: 'ordinary', place: 'Sede', startsAt: plusHours(fed.now, 47), notice: [] } as const;
    fed.refuses(origin, base.presidium, 'ConveneSitting', input, 'notice-too-short');
  },
  'convened-too-far-ahead': ({ fed, origin, base }) => {
    const input = { kind: 'ordinary', place: 'Sede', startsAt: plusHours(fed.now, 90 * 24 + 1), notice: [] } as const;
    fed.refuses(origin, base.presidium, 'ConveneSitting', input, 'convened-too-far-ahead');
  },
  'only-election-may-be-convened': ({ fed, origin, base }) => {
    fed.now = plusMonths(fed.now, 25);
    const startsAt = plusHours(fed.now, 50);
    for (const notice of [announcing('election', 'pact'), []])
      fed.refuses(
        origin,
        base.presidium,
        'ConveneSitting',
        { kind: 'ordinary', place: 'Sede', startsAt, notice },
        'only-election-may-be-convened',
      );
  },
  'sitting-not-open': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = convene(fed, hallOf(base));
    fed.refuses(origin, base.presidium, 'CloseSitting', { sitting }, 'sitting-not-open');
    refusedMotion(
      scene,
      [origin, base.presidium],
      motionOf(sitting, 'ordinary', { kind: 'resolution' }),
      'sitting-not-open',
    );
  },
  'another-sitting-open': (scene) => {
    const { fed, base, origin } = scene;
    const convening = { kind: 'ordinary', place: 'Cancha', startsAt: plusHours(fed.now, 48), notice: [] } as const;
    const sitting = indexOf(fed.must(origin, base.presidium, 'ConveneSitting', convening), 'SittingConvened');
    const first = openSitting(scene);
    countHall(fed, hallOf(base), sitting, base.members.length);
    const asked = { sitting, call: 'first' } as const;
    const { present } = fed.refuses(origin, base.presidium, 'OpenSitting', asked, 'another-sitting-open');
    assert.equal(present, first);
  },
  'sitting-already-open': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene);
    fed.refuses(origin, base.presidium, 'OpenSitting', { sitting, call: 'first' }, 'sitting-already-open');
  },
  'sitting-closed': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene);
    fed.must(origin, base.presidium, 'CloseSitting', { sitting });
    fed.refuses(origin, base.presidium, 'CloseSitting', { sitting }, 'sitting-closed');
  },
  'sitting-still-open': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene);
    fed.refuses(origin, base.secretary, 'ApproveMinutes', { sitting, text: 'Acta' }, 'sitting-still-open');
  },
  'too-early': ({ fed, origin, base }) => {
    const startsAt = plusHours(fed.now, 48);
    const notice = announcing('ordinary');
    const done = fed.must(origin, base.presidium, 'ConveneSitting', {
      kind: 'ordinary',
      place: 'Sede',
      startsAt,
      notice,
    });
    const sitting = indexOf(done, 'SittingConvened');
    fed.refuses(origin, base.presidium, 'OpenSitting', { sitting, call: 'first' }, 'too-early');
  },
  'second-call-too-early': ({ fed, origin, base }) => {
    const sitting = convene(fed, hallOf(base));
    countHall(fed, hallOf(base), sitting, 3);
    fed.pass({ minutes: 29 });
    fed.refuses(origin, base.presidium, 'OpenSitting', { sitting, call: 'second' }, 'second-call-too-early');
  },
  'not-counted': ({ fed, origin, base }) => {
    const sitting = convene(fed, hallOf(base));
    fed.refuses(origin, base.presidium, 'OpenSitting', { sitting, call: 'first' }, 'not-counted');
  },
  'counts-differ': ({ fed, origin, base }) => {
    const sitting = convene(fed, hallOf(base));
    const [first, second] = base.tellers;
    fed.must(origin, base.presidium, 'AppointTellers', { sitting, tellers: base.tellers.map(given.nameOf) });
    fed.must(origin, first, 'CountPresence', { sitting, round: 1, present: 6 });
    fed.must(origin, second, 'CountPresence', { sitting, round: 1, present: 7 });
    fed.refuses(origin, base.presidium, 'OpenSitting', { sitting, call: 'first' }, 'counts-differ');
  },
  'wrong-round': ({ fed, origin, base }) => {
    const sitting = convene(fed, hallOf(base));
    countHall(fed, hallOf(base), sitting, 6);
    fed.refuses(origin, base.tellers[0], 'CountPresence', { sitting, round: 1, present: 6 }, 'wrong-round');
  },
  'already-counted': ({ fed, origin, base }) => {
    const sitting = convene(fed, hallOf(base));
    fed.must(origin, base.presidium, 'AppointTellers', { sitting, tellers: base.tellers.map(given.nameOf) });
    fed.must(origin, base.tellers[0], 'CountPresence', { sitting, round: 1, present: 6 });
    fed.refuses(origin, base.tellers[0], 'CountPresence', { sitting, round: 1, present: 7 }, 'already-counted');
  },
  'recount-by-others': ({ fed, origin, base }) => {
    const sitting = convene(fed, hallOf(base));
    fed.must(origin, base.presidium, 'AppointTellers', { sitting, tellers: base.tellers.map(given.nameOf) });
    fed.must(origin, base.tellers[0], 'CountPresence', { sitting, round: 1, present: 6 });
    fed.must(origin, base.tellers[1], 'CountPresence', { sitting, round: 1, present: 5 });
    fed.refuses(origin, base.tellers[0], 'CountPresence', { sitting, round: 2, present: 6 }, 'recount-by-others');
  },
  'two-tellers-needed': ({ fed, origin, base }) => {
    const sitting = convene(fed, hallOf(base));
    const one = base.members[4] ?? '';
    for (const tellers of [[one], [one, one], []])
      fed.refuses(origin, base.presidium, 'AppointTellers', { sitting, tellers }, 'two-tellers-needed');
  },
  'not-on-roll': ({ fed, origin, base }) => {
    fed.refuses(origin, base.secretary, 'IssueCard', { member: nobody }, 'not-on-roll');
  },
  'waiting-time': ({ fed, origin, base }) => {
    const young = String(fed.must(origin, base.secretary, 'EnrolMember', { name: 'recién llegada' }).answer.member);
    fed.pass({ days: 27 });
    const sitting = convene(fed, hallOf(base));
    fed.refuses(origin, asMember(young), 'CheckIn', fed.atDoor(origin, sitting), 'waiting-time');
  },
  'not-in-notice': (scene) => {
    const { origin, base } = scene;
    const sitting = openSitting(scene, 'accounts');
    refusedMotion(
      scene,
      [origin, base.presidium],
      motionOf(sitting, 'pact', { kind: 'pact', with: 'x' }),
      'not-in-notice',
    );
  },
  'text-differs-from-notice': (scene) => {
    const { fed, origin, base } = scene;
    const notice = [{ matter: 'pact' as const, title: 'Pacto', textHash: sha256('El texto') }];
    const sitting = convene(fed, hallOf(base), { notice });
    open(fed, hallOf(base), sitting, 8);
    const input = motionOf(sitting, 'pact', { kind: 'pact', with: 'x' }, 'Otro texto');
    refusedMotion(scene, [origin, base.presidium], input, 'text-differs-from-notice');
  },
  'no-quorum': ({ fed, origin, base }) => {
    const sitting = convene(fed, hallOf(base));
    countHall(fed, hallOf(base), sitting, 2);
    fed.refuses(origin, base.presidium, 'OpenSitting', { sitting, call: 'first' }, 'no-quorum');
  },
  'quorum-for-matter': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = convene(fed, hallOf(base), { notice: announcing('pact') });
    open(fed, hallOf(base), sitting, 3, 'second');
    const motion = tableBy(scene, sitting, { matter: 'pact', proposal: { kind: 'pact', with: 'x' } });
    fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'quorum-for-matter');
  },
  'after-closing-hour': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene, 'pact');
    const motion = tableBy(scene, sitting, { matter: 'pact', proposal: { kind: 'pact', with: 'x' } });
    fed.now =
      `${fed.now.slice(0, 10)}T03:10:00Z` > fed.now
        ? `${fed.now.slice(0, 10)}T03:10:00Z`
        : `${plusDays(fed.now, 1).slice(0, 10)}T03:10:00Z`;
    fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'after-closing-hour');
  },
  'proposal-does-not-fit-matter': (scene) => {
    const { origin, base } = scene;
    const sitting = openSitting(scene);
    const input = motionOf(sitting, 'ordinary', { kind: 'pact', with: 'la alcaldía' });
    refusedMotion(scene, [origin, base.presidium], input, 'proposal-does-not-fit-matter');
  },
  'matter-not-in-statute': (scene) => {
    const { fed } = scene;
    const without = statuteWith({ rules: statuteWith().rules.filter(({ matter }) => matter !== 'accounts') });
    const base = foundBase(fed, 'junta-corta', 5, without);
    fed.pass({ days: 31 });
    const sitting = openSitting({ ...scene, base }, 'accounts');
    const input = motionOf(sitting, 'accounts', { kind: 'resolution' });
    refusedMotion(scene, [base.origin, base.presidium], input, 'matter-not-in-statute');
  },
  'method-not-allowed': (scene) => {
    const { fed, origin, base } = scene;
    const motion = tableBy(scene, openSitting(scene), { matter: 'ordinary' });
    fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'roll-call' }, 'method-not-allowed');
  },
  'mandated-not-by-hands': (scene) => {
    const { fed, upper } = scene;
    const motion = table(fed, upperChair(scene), sitUpper(scene), { matter: 'ordinary', text: 'Paro' });
    mandate(scene, motion, sha256('Paro'), 'yes');
    fed.refuses(upper.origin, upper.presidium, 'OpenVote', { motion, method: 'hands' }, 'mandated-not-by-hands');
  },
  'already-put-to-vote': (scene) => {
    const { fed, origin, base } = scene;
    const motion = tableBy(scene, openSitting(scene), { matter: 'ordinary' });
    openVote(fed, { origin, chair: base.presidium }, motion, 'hands');
    fed.refuses(origin, base.presidium, 'OpenVote', { motion, method: 'hands' }, 'already-put-to-vote');
  },
  'vote-closed': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene);
    const vote = decideByHands(fed, hallOf(base), sitting, { matter: 'ordinary', yes: 8 }).acts[0]?.data as {
      vote: number;
    };
    fed.refuses(origin, base.presidium, 'CloseVote', { vote: vote.vote }, 'vote-closed');
  },
  'vote-still-open': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene);
    openVote(fed, { origin, chair: base.presidium }, tableBy(scene, sitting, { matter: 'ordinary' }), 'devices');
    fed.refuses(origin, base.presidium, 'CloseSitting', { sitting }, 'vote-still-open');
  },
  'not-in-electorate': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene);
    const vote = openVote(
      fed,
      { origin, chair: base.presidium },
      tableBy(scene, sitting, { matter: 'ordinary' }),
      'devices',
    );
    const late = asMember(base.members[6] ?? '');
    fed.must(origin, late, 'CheckIn', fed.atDoor(origin, sitting));
    fed.refuses(origin, late, 'CastVote', { vote, choice: 'yes' }, 'not-in-electorate');
  },
  'already-voted': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene);
    const voter = asMember(base.members[6] ?? '');
    fed.must(origin, voter, 'CheckIn', fed.atDoor(origin, sitting));
    const vote = openVote(
      fed,
      { origin, chair: base.presidium },
      tableBy(scene, sitting, { matter: 'ordinary' }),
      'devices',
    );
    fed.must(origin, voter, 'CastVote', { vote, choice: 'yes' });
    fed.refuses(origin, voter, 'CastVote', { vote, choice: 'no' }, 'already-voted');
  },
  'papers-do-not-add-up': () => {
    const { fed, hall, vote } = urnVote();
    const input = { vote, round: 1, ...papers(1, 0), papers: 2 };
    fed.refuses(hall.origin, hall.tellers[0], 'CountUrn', input, 'papers-do-not-add-up');
  },
  'mandate-not-divided': (scene) => {
    const { fed, upper, bases } = federationOf({ upperStatute: statuteOfMethods() });
    const hall = upperHall(upper);
    const sitting = sitUpper({ ...scene, fed, upper, bases });
    appoint(fed, hall, sitting, hall.tellers);
    const vote = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary' }), 'delegation-cards');
    const input = { vote, below: bases[0]?.origin ?? '', round: 1, raised: 'divided' } as const;
    fed.refuses(hall.origin, hall.tellers[0], 'CountDelegationCard', input, 'mandate-not-divided');
  },
  'other-channel': () => {
    const { fed, base, sitting } = hallWith(['paper']);
    fed.refuses(
      base.origin,
      asMember(base.members[4] ?? ''),
      'CheckIn',
      fed.atDoor(base.origin, sitting),
      'other-channel',
    );
  },
  'count-asked': () => {
    const { fed, hall, asked } = acclaiming();
    fed.must(hall.origin, hall.chair, 'RecordAcclamation', { ...asked, objections: 1, countAsked: true });
    fed.refuses(hall.origin, hall.chair, 'RecordAcclamation', asked, 'count-asked');
  },
  'objections-not-asked': () => {
    const { fed, hall, asked } = acclaiming();
    fed.refuses(hall.origin, hall.chair, 'RecordAcclamation', { ...asked, asked: 2 }, 'objections-not-asked');
  },
  'vote-has-effect': () => {
    const { fed, hall, sitting } = hallWith([]);
    const done = decideByHands(fed, hall, sitting, { matter: 'ordinary', yes: 8 });
    const { vote } = dataOf(done, 'VoteClosed');
    const proposal = { kind: 'annul-vote', vote, reason: 'x' } as const;
    const input = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal } as const;
    fed.refuses(hall.origin, hall.chair, 'TableMotion', input, 'vote-has-effect');
  },
  'no-lot-needed': () => {
    const { fed, hall, sitting } = hallWith([]);
    const done = decideByHands(fed, hall, sitting, { matter: 'ordinary', yes: 4, no: 4 });
    const input = { vote: dataOf(done, 'VoteClosed').vote, source: 'Lotería', at: plusHours(fed.now, 1) };
    fed.refuses(hall.origin, hall.chair, 'AnnounceLot', input, 'no-lot-needed');
  },
  'lot-not-announced': () => {
    const { fed, hall, vote } = tiedElection();
    fed.refuses(hall.origin, hall.chair, 'DrawLot', { vote, seed: '31 415' }, 'lot-not-announced');
  },
  'lot-already-announced': () => {
    const { fed, hall, vote } = tiedElection();
    const lot = { vote, source: 'Lotería', at: plusHours(fed.now, 1) };
    fed.must(hall.origin, hall.chair, 'AnnounceLot', lot);
    fed.refuses(hall.origin, hall.chair, 'AnnounceLot', { ...lot, source: 'Otra' }, 'lot-already-announced');
  },
  'more-hands-than-people': (scene) => {
    const { fed, origin, base } = scene;
    const vote = openVote(
      fed,
      { origin, chair: base.presidium },
      tableBy(scene, openSitting(scene), { matter: 'ordinary' }),
      'hands',
    );
    const input = { vote, block: 'sala', round: 1, yes: 9, no: 0, abstain: 0 };
    fed.refuses(origin, base.tellers[0], 'CountBlock', input, 'more-hands-than-people');
  },
  'against-mandate': () => {
    const strict = statuteWith({ mandates: { binding: 'refuse' } });
    const world = federationOf({ upperStatute: strict });
    const scene = sceneOf(world);
    const { fed, upper, base } = scene;
    const motion = table(fed, upperChair(scene), sitUpper(scene), { matter: 'ordinary', text: 'Paro' });
    mandate(scene, motion, sha256('Paro'), 'yes');
    const vote = openVote(fed, upperChair(scene), motion, 'devices');
    const delegate = seatActor(fed, upper.origin, `${base.origin}#2`);
    const refusal = fed.refuses(upper.origin, delegate, 'CastVote', { vote, choice: 'no' }, 'against-mandate');
    assert.deepEqual([refusal.needed, refusal.present], ['yes', 'no']);
  },
  'come-back-and-ask': () => {
    const strict = statuteWith({ mandates: { binding: 'refuse' } });
    const scene = sceneOf(federationOf({ upperStatute: strict }));
    const { fed, upper, base } = scene;
    const [forwarded] = evening(fed, base, [
      { matter: 'ordinary', proposal: { kind: 'forward', to: upper.origin }, text: 'Agua' },
    ]);
    assert.ok(forwarded);
    const index = indexOf(forwarded, 'MotionForwarded');
    seal(fed, base, index);
    const received = fed.must(upper.origin, anyone, 'ReceiveMotion', { from: { book: base.origin, index } });
    const from = indexOf(received, 'MotionReceived');
    mandate(scene, from, sha256('Agua'), 'yes');
    const motion = table(fed, upperChair(scene), sitUpper(scene), { matter: 'ordinary', text: 'Agua', from });
    const [asked] = evening(fed, base, [
      {
        matter: 'mandate',
        proposal: {
          kind: 'mandate',
          on: { book: upper.origin, index: motion },
          textHash: sha256('Agua'),
          instruction: 'come-back-and-ask',
        },
      },
    ]);
    assert.ok(asked);
    seal(fed, base, indexOf(asked, 'MandateGiven'));
    const vote = openVote(fed, upperChair(scene), motion, 'devices');
    const delegate = seatActor(fed, upper.origin, `${base.origin}#2`);
    fed.refuses(upper.origin, delegate, 'CastVote', { vote, choice: 'yes' }, 'come-back-and-ask');
    fed.must(upper.origin, delegate, 'CastVote', { vote, choice: 'abstain' });
  },
  'term-cannot-be-extended': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene, 'election');
    const proposal = { kind: 'extend-term', office: 'presidencia', until: plusMonths(fed.now, 60) };
    refusedMotion(scene, [origin, base.presidium], motionOf(sitting, 'election', proposal), 'term-cannot-be-extended');
  },
  'term-too-long': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene, 'election');
    const [a = '', b = ''] = base.members;
    for (const months of [25, 0])
      refusedMotion(
        scene,
        [origin, base.presidium],
        motionOf(sitting, 'election', slate(fed, origin, [a, b], months)),
        'term-too-long',
      );
  },
  'office-not-in-statute': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene, 'election');
    const whole = slate(fed, origin, [base.members[0] ?? '', base.members[1] ?? '']);
    const officers = whole.officers.map((officer, number) =>
      number === 1 ? { ...officer, office: 'emperador' } : officer,
    );
    refusedMotion(
      scene,
      [origin, base.presidium],
      motionOf(sitting, 'election', { ...whole, officers }),
      'office-not-in-statute',
    );
  },
  'holder-twice': (scene) => {
    const { fed, origin, base } = scene;
    const sitting = openSitting(scene, 'election');
    const [one = ''] = base.members;
    refusedMotion(
      scene,
      [origin, base.presidium],
      motionOf(sitting, 'election', slate(fed, origin, [one, one])),
      'holder-twice',
    );
  },
  'no-such-seat': (scene) => {
    const { fed, upper } = scene;
    fed.refuses(
      upper.origin,
      upper.presidium,
      'IssueSeatCard',
      { below: originOf('nowhere'), seat: 1 },
      'no-such-seat',
    );
  },
  'entitlement-exceeded': ({ fed, upper, base }) => {
    const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
    fed.refuses(
      upper.origin,
      upper.presidium,
      'AccreditSeat',
      { sitting, below: base.origin, seat: 3 },
      'entitlement-exceeded',
    );
  },
  'election-not-sealed': (scene) => joining(scene, { proven: true, sealed: false }, 'election-not-sealed'),
  'body-unproven': (scene) => joining(scene, { proven: false, sealed: true }, 'body-unproven'),
  'witnesses-unknown-here': (scene) => joining(scene, { proven: true, sealed: true }, 'witnesses-unknown-here'),
  'answer-unproven': (scene) => {
    const { consultation, textHash } = consulted(scene);
    const young = { ...scene, base: unproven(scene.fed) };
    scene.fed.pass({ days: 31 });
    const sitting = openSitting(young, 'consultation');
    const { origin, presidium } = young.base;
    const proposal = { kind: 'answer', consultation: { book: scene.upper.origin, index: consultation }, textHash };
    refusedMotion(scene, [origin, presidium], motionOf(sitting, 'consultation', proposal), 'answer-unproven');
  },
  'officers-unattested': (scene) => {
    const { fed, upper, base } = scene;
    const statute = statuteWith({ seals: { signatures: 2, handover: 'require' } });
    const proposal = { kind: 'amend-statute', statute } as const;
    decideByRollCall(scene, sitUpper(scene, 'statute'), { matter: 'statute', proposal });
    const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
    const input = { sitting, below: base.origin, seat: 1 };
    fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'officers-unattested');
    const { enrolment } = fed.book(base.origin).state;
    fed.sign(base.origin, base.convener, given.keyOf(base.origin, 'convener'), enrolment?.act ?? 0);
    fed.must(upper.origin, upper.presidium, 'AccreditSeat', input);
  },
  'credential-expired': ({ fed, upper, base }) => {
    fed.pass({ days: 361 });
    const sitting = convene(
      fed,
      { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] },
      { notice: announcing('election') },
    );
    fed.refuses(
      upper.origin,
      upper.presidium,
      'AccreditSeat',
      { sitting, below: base.origin, seat: 1 },
      'credential-expired',
    );
  },
  'credential-not-yet-valid': (scene) => {
    const { fed, upper, base } = scene;
    const [, , , , , , c = '', d = ''] = base.members;
    // Whoever serves stays until then, though not beyond the own term.
    fed.pass({ days: 340 });
    const from = plusDays(fed.now, 60);
    const seats = [{ seat: 2, holder: c, alternate: d }];
    const [done] = evening(fed, base, [
      {
        matter: 'election',
        proposal: { kind: 'elect-delegates', to: upper.origin, from, until: plusDays(from, 100), seats },
      },
    ]);
    assert.ok(done);
    seal(fed, base, indexOf(done, 'DelegatesElected'));
    fed.pass({ days: 25 });
    const sitting = convene(
      fed,
      { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] },
      { notice: announcing('election') },
    );
    fed.refuses(
      upper.origin,
      upper.presidium,
      'AccreditSeat',
      { sitting, below: base.origin, seat: 2 },
      'credential-not-yet-valid',
    );
  },
  'delegate-recalled': (scene) => {
    const { fed, upper, base } = scene;
    recall(scene);
    recall(scene);
    const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
    fed.refuses(
      upper.origin,
      upper.secretary,
      'AccreditSeat',
      { sitting, below: base.origin, seat: 1 },
      'delegate-recalled',
    );
  },
  'already-accredited': (scene) => {
    const { fed, upper, base } = scene;
    const sitting = sitUpper(scene);
    fed.refuses(
      upper.origin,
      upper.presidium,
      'AccreditSeat',
      { sitting, below: base.origin, seat: 1 },
      'already-accredited',
    );
  },
  'no-recall-found': ({ fed, upper, base }) => {
    fed.refuses(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 }, 'no-recall-found');
  },
  'already-presented': (scene) => {
    const { fed, upper, base } = scene;
    recall(scene);
    fed.must(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 });
    fed.refuses(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 }, 'already-presented');
  },
  'not-suspended': (scene) => {
    const { fed, origin, base } = scene;
    const [done] = evening(fed, base, [{ matter: 'ordinary' }]);
    assert.ok(done);
    const resolution = indexOf(done, 'ResolutionAdopted');
    fed.refuses(origin, base.presidium, 'IssueConsultation', { resolution }, 'not-suspended');
  },
  'already-consulted': (scene) => {
    const { fed, upper } = scene;
    const { resolution } = consulted(scene);
    fed.refuses(upper.origin, upper.presidium, 'IssueConsultation', { resolution }, 'already-consulted');
  },
  'consultation-closed': (scene) => {
    const { fed, upper } = scene;
    const { consultation } = consulted(scene);
    fed.pass({ days: 21 });
    fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation });
    fed.refuses(upper.origin, upper.presidium, 'CloseConsultation', { consultation }, 'consultation-closed');
  },
  'consultation-still-open': (scene) => {
    const { fed, upper } = scene;
    const { consultation } = consulted(scene);
    fed.refuses(upper.origin, upper.presidium, 'CloseConsultation', { consultation }, 'consultation-still-open');
  },
  'no-answer-found': (scene) => {
    const { fed, upper, base } = scene;
    const asked = consulted(scene);
    answer(scene, base, asked, false);
    const input = { consultation: asked.consultation, below: base.origin };
    fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'no-answer-found');
  },
  'answer-after-deadline': (scene) => {
    const { fed, upper, base } = scene;
    const asked = consulted(scene);
    answer(scene, base, asked);
    const late = plusDays(fed.now, 60);
    fed.book(base.origin).receivedAt = () => late;
    const input = { consultation: asked.consultation, below: base.origin };
    fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'answer-after-deadline');
  },
  'answer-after-exclusion': (scene) => {
    const { fed, upper, bases } = scene;
    const base = bases[2] as Base;
    const asked = consulted(scene);
    decideAbove(scene, { matter: 'affiliation', proposal: { kind: 'exclude', below: base.origin } });
    answer(scene, base, asked);
    const input = { consultation: asked.consultation, below: base.origin };
    fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'answer-after-exclusion');
  },
  'already-received': (scene) => {
    const { fed, upper, base } = scene;
    const asked = consulted(scene);
    answer(scene, base, asked);
    const input = { consultation: asked.consultation, below: base.origin };
    fed.must(upper.origin, anyone, 'ReceiveAnswer', input);
    fed.refuses(upper.origin, anyone, 'ReceiveAnswer', input, 'already-received');
  },
  'already-sealed': ({ fed, origin, base }) => {
    const [sealed] = tableEntries(fed.book(origin).state.sealed);
    const index = Number(sealed?.[0]);
    fed.refuses(origin, base.presidium, 'SignAct', { index, signature: fakeSignature('x', 'y') }, 'already-sealed');
  },
  'signature-not-valid': ({ fed, origin, base }) => {
    fed.refuses(
      origin,
      base.presidium,
      'SignAct',
      { index: 0, signature: fakeSignature('x', 'y') },
      'signature-not-valid',
    );
  },
  'nothing-disclosed': ({ fed, origin, base }) => {
    fed.refuses(origin, base.secretary, 'RecordErasure', { index: 0, slot: 'text' }, 'nothing-disclosed');
  },
  'already-erased': (scene) => {
    const { fed, origin, base } = scene;
    const index = tableBy(scene, openSitting(scene), { matter: 'ordinary' });
    fed.must(origin, base.secretary, 'RecordErasure', { index, slot: 'text' });
    fed.refuses(origin, base.secretary, 'RecordErasure', { index, slot: 'text' }, 'already-erased');
  },
  'measure-not-in-force': (scene) => {
    const { fed, origin, base } = scene;
    const [done] = evening(fed, base, [
      { matter: 'measure', proposal: { kind: 'measure', what: 'Bloqueo', place: 'Río Seco', from: fed.now } },
    ]);
    assert.ok(done);
    const lift = { kind: 'lift', measure: indexOf(done, 'MeasureDeclared'), how: 'end' } as const;
    evening(fed, base, [{ matter: 'lifting', proposal: lift }]);
    const sitting = openSitting(scene, 'lifting');
    refusedMotion(scene, [origin, base.presidium], motionOf(sitting, 'lifting', lift), 'measure-not-in-force');
  },
  'late-entry-in-future': ({ fed, origin, base }) => {
    const input = { heldAt: plusHours(fed.now, 1), place: 'Sede', call: 'first', notice: [], decisions: [] } as const;
    fed.refuses(origin, base.secretary, 'EnterLateSitting', input, 'late-entry-in-future');
  },
  'text-changed': (scene) => {
    const { fed, base, upper } = scene;
    const [forwarded] = evening(fed, base, [
      { matter: 'ordinary', proposal: { kind: 'forward', to: upper.origin }, text: 'Agua' },
    ]);
    assert.ok(forwarded);
    const index = indexOf(forwarded, 'MotionForwarded');
    seal(fed, base, index);
    const received = fed.must(upper.origin, anyone, 'ReceiveMotion', { from: { book: base.origin, index } });
    const input = {
      ...motionOf(sitUpper(scene), 'ordinary', { kind: 'resolution' }, 'Otra agua'),
      from: indexOf(received, 'MotionReceived'),
    };
    refusedMotion(scene, [upper.origin, upper.presidium], input, 'text-changed');
  },
  'minutes-already-approved': ({ fed, origin, base }) => {
    const input = { sitting: base.foundingSitting, text: 'Otra acta' };
    fed.refuses(origin, base.secretary, 'ApproveMinutes', input, 'minutes-already-approved');
  },
  'too-long-for-an-act': ({ fed, origin, base }) => {
    const item = { matter: 'ordinary', title: 'ñ'.repeat(200) } as const;
    const notice = Array.from({ length: 24 }, () => item);
    const input = { kind: 'ordinary', place: 'Sede', startsAt: plusHours(fed.now, 60), notice } as const;
    fed.refuses(origin, base.presidium, 'ConveneSitting', input, 'too-long-for-an-act');
  },
  ...motionScenes,
  ...bodyScenes,
  ...officeScenes,
  ...recoveryScenes,
  ...seatScenes,
  ...gatheringScenes,
  ...doorScenes,
  ...committeeScenes,
  ...disputeScenes,
  ...splitScenes,
  ...territoryScenes,
  ...supplyScenes,
  ...queueScenes,
  ...electionScenes,
  ...floorScenes,
  ...secretScenes,
};

/** A new base that the upper assembly admits, with its founding or its election left incomplete. */
function joining(scene: Scene, wish: { proven: boolean; sealed: boolean }, code: RefusalCode): void {
  const { fed, upper, bases } = scene;
  const young = unproven(fed);
  if (wish.proven) prove(fed, young, bases.slice(0, 2));
  fed.pass({ days: 31 });
  const [request, election] = evening(fed, young, [
    {
      matter: 'affiliation',
      proposal: { kind: 'request-affiliation', to: upper.origin, toKey: fed.book(upper.origin).key },
    },
    {
      matter: 'election',
      proposal: given.delegatesTo(fed, upper.origin, [{ seat: 1, holder: young.members[0] ?? '' }]),
    },
  ]);
  assert.ok(request && election);
  seal(fed, young, indexOf(request, 'AffiliationRequested'));
  if (wish.sealed) seal(fed, young, indexOf(election, 'DelegatesElected'));
  const { origin: below } = young;
  const proposal = { kind: 'admit', below, key: fed.book(below).key, title: 'Nueva', entitlement: 1 } as const;
  decideByRollCall(scene, sitUpper(scene, 'affiliation'), { matter: 'affiliation', proposal });
  const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below, seat: 1 }, code);
}

function sceneOf(world: World): Scene {
  const fed = world.fed.fork();
  const base = world.bases[0] as Base;
  return { ...world, fed, base, origin: base.origin };
}

for (const [code, scene] of Object.entries(scenes)) test(`refused: ${code}`, () => scene(sceneOf(settled)));
