// Committees: formed by one body or by several, within their powers and their days, answerable to those who formed them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, plusMonths, tableEntries, tableGet } from '../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  evening,
  foundBody,
  hallOf,
  indexOf,
  open,
  seal,
  statuteWith,
} from './federation/assembly.ts';
import { decideAbove, decideBelow } from './federation/bodies.ts';
import { committeeOf, endCommittee, formation, formBy, waterText } from './federation/committees.ts';
import { anyone, dataOf, deviceKey, type Federation } from './federation/federation.ts';
import { decideByRollCall, federationOf, seatActor, sitUpper, type World } from './federation/upper.ts';

const settled = federationOf();

interface Scene extends World {
  readonly parents: readonly [Base, Base];
}

function given(): Scene {
  const parents = settled.bases.slice(0, 2) as [Base, Base];
  return { ...settled, fed: settled.fed.fork(), parents };
}

const silent = (fed: Federation, ...origins: string[]): void => {
  for (const origin of origins) assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
};

const motion = (sitting: number, matter: string, proposal: object) =>
  ({ sitting, matter, title: 'x', text: 'x', proposal }) as never;

test('a joint committee is formed once all whom the text names have voted it, and sits by their delegates', () => {
  const scene = given();
  const { fed, parents } = scene;
  const proposal = formation(parents);
  formBy(scene, parents[0], proposal);
  const { origin } = foundBody(fed, 'comite-de-agua', 'committee', statuteWith());
  const names = parents.map((parent) => parent.origin);
  const missing = fed.refuses(origin, anyone, 'ShowFormation', { parents: names }, 'formation-incomplete');
  assert.equal(missing.needed, names[1]);
  formBy(scene, parents[1], proposal);
  const refusal = fed.refuses(origin, anyone, 'ShowFormation', { parents: [names[0] ?? ''] }, 'formation-incomplete');
  assert.equal(refusal.needed, names[1], 'who is not shown has not been seen to vote');
  fed.must(origin, anyone, 'ShowFormation', { parents: names });
  const { state } = fed.book(origin);
  assert.notEqual(state.body?.proven, null);
  assert.deepEqual(
    tableEntries(state.affiliates).map(([below, { entitlement }]) => [below, entitlement]),
    names.map((name) => [name, 2]),
  );
  fed.refuses(origin, anyone, 'ShowFormation', { parents: names }, 'already-so');
});

test('a formation that the officers of a parent have not sealed completes nothing', () => {
  const scene = given();
  const { fed, parents } = scene;
  const proposal = formation(parents.slice(0, 1));
  evening(fed, parents[0], [{ matter: 'affiliation', proposal, text: waterText }]);
  const { origin } = foundBody(fed, 'comite-de-agua', 'committee', statuteWith());
  fed.refuses(origin, anyone, 'ShowFormation', { parents: [parents[0].origin] }, 'formation-incomplete');
});

test('parents that have voted different texts have not formed a committee together', () => {
  const scene = given();
  const { fed, parents } = scene;
  formBy(scene, parents[0], formation(parents));
  formBy(scene, parents[1], formation(parents), 'Otro texto');
  const { origin } = foundBody(fed, 'comite-de-agua', 'committee', statuteWith());
  const input = { parents: parents.map((parent) => parent.origin) };
  fed.refuses(origin, anyone, 'ShowFormation', input, 'formation-differs');
});

test('a committee of one body, chosen in an assembly of delegates, works as one of several', () => {
  const scene = given();
  const { fed, upper } = scene;
  const { origin } = foundBody(fed, 'comite-de-agua', 'committee', statuteWith());
  const proposal = { ...formation([]), parents: [{ body: upper.origin, seats: 1 }] };
  const formed = decideAbove(scene, { matter: 'affiliation', proposal });
  seal(fed, upper, indexOf(formed, 'CommitteeFormed'));
  const holder = `${scene.bases[2]?.origin}#1`;
  const seats = [{ seat: 1, holder }];
  const elect = { kind: 'elect-delegates', to: origin, from: fed.now, until: plusDays(fed.now, 90), seats } as const;
  seal(fed, upper, indexOf(decideAbove(scene, { matter: 'election', proposal: elect }), 'DelegatesElected'));
  fed.must(origin, anyone, 'ShowFormation', { parents: [upper.origin] });
  const convener = fed.book(origin).state.body?.convener.holder ?? '';
  const chair = { kind: 'member', member: convener } as const;
  const sitting = convene(fed, { origin, chair, tellers: [chair, chair] }, { kind: 'founding' });
  fed.must(origin, chair, 'AccreditSeat', { sitting, below: upper.origin, seat: 1 });
  assert.equal(tableGet(fed.book(origin).state.seats, `${upper.origin}#1`)?.holder, holder);
});

test('only whoever is named as a parent forms it, and a committee forms none of its own', () => {
  const scene = given();
  const { fed, parents } = scene;
  const third = settled.bases[2] as Base;
  const sitting = convene(fed, hallOf(third), { notice: announcing('affiliation') });
  open(fed, hallOf(third), sitting, 8);
  const input = motion(sitting, 'affiliation', formation(parents));
  fed.refuses(third.origin, third.presidium, 'TableMotion', input, 'not-a-parent');
  const other = formation([third], { committee: third.origin });
  fed.refuses(third.origin, third.presidium, 'TableMotion', motion(sitting, 'affiliation', other), 'not-a-parent');
});

test('a committee lasts no longer than the statute says, and to the day if the text names none', () => {
  const scene = given();
  const { fed, parents } = scene;
  const [base] = parents;
  const sitting = convene(fed, hallOf(base), { notice: announcing({ matter: 'affiliation', text: 'x' }) });
  open(fed, hallOf(base), sitting, 8);
  const until = (time: string) => motion(sitting, 'affiliation', formation([base], { until: time }));
  const last = plusMonths(fed.now, 24);
  fed.refuses(base.origin, base.presidium, 'TableMotion', until(plusDays(last, 1)), 'term-too-long');
  fed.refuses(base.origin, base.presidium, 'TableMotion', until(fed.now), 'term-too-long');
  fed.must(base.origin, base.presidium, 'TableMotion', until(last));
  fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  const formed = dataOf(formBy(scene, base, formation([base])), 'CommitteeFormed');
  assert.equal(formed.until, plusMonths(fed.now, 24));
});

test('where parents have set different last days, the earliest ends it', () => {
  const scene = given();
  const { fed, parents } = scene;
  const early = plusDays(fed.now, 100);
  formBy(scene, parents[0], formation(parents));
  formBy(scene, parents[1], formation(parents, { until: early }));
  const { origin } = foundBody(fed, 'comite-de-agua', 'committee', statuteWith());
  fed.must(origin, anyone, 'ShowFormation', { parents: parents.map((parent) => parent.origin) });
  assert.equal(fed.book(origin).state.body?.charter?.until, early);
});

test('what its parents have not given it a committee cannot decide; its own house it runs', () => {
  const scene = given();
  const committee = committeeOf(scene, scene.parents);
  const { fed, upper } = committee;
  const sitting = sitUpper(committee, 'measure', 'election', 'pact');
  const measure = { kind: 'measure', what: 'Paro', place: 'La Ceja', from: fed.now } as const;
  const input = motion(sitting, 'measure', measure);
  const refusal = fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'beyond-powers');
  assert.equal(refusal.article, 'committees');
  assert.match(String(refusal.needed), /junta-1, .*junta-2/);
  decideByRollCall(committee, sitting, { matter: 'ordinary' });
  const officers = {
    kind: 'elect-officers',
    officers: [
      { office: 'presidencia', holder: `${scene.parents[1].origin}#1`, key: deviceKey('presidencia') },
      { office: 'actas', holder: `${scene.parents[0].origin}#1`, key: deviceKey('actas') },
    ],
    from: fed.now,
    until: plusDays(fed.now, 60),
  } as const;
  decideByRollCall(committee, sitting, { matter: 'election', proposal: officers });
  silent(fed, upper.origin, ...scene.parents.map(({ origin }) => origin));
});

test('a pact of a committee waits for the bases of those who formed it, whatever its own statute says', () => {
  const scene = given();
  const committee = committeeOf(scene, scene.parents);
  const { fed, upper } = committee;
  const proposal = { kind: 'pact', with: 'la empresa' } as const;
  const done = decideAbove(committee, { matter: 'pact', proposal, text: 'Pacto del agua' });
  const resolution = indexOf(done, 'ResolutionAdopted');
  assert.equal(dataOf(done, 'ResolutionAdopted').status, 'suspended');
  const issued = dataOf(
    fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution }),
    'ConsultationIssued',
  );
  assert.equal(issued.bases, 2);
  assert.ok(issued.list, 'it goes through all tiers');
});

test('a parent recalls its member, and the alternate takes the seat', () => {
  const scene = given();
  const committee = committeeOf(scene, scene.parents);
  const { fed, upper } = committee;
  const [base] = scene.parents;
  const [election] = tableGet(fed.book(base.origin).state.seatsAbove, `${upper.origin}#2`) ?? [];
  const proposal = { kind: 'recall-delegate', election: election ?? 0, seat: 2 } as const;
  seal(fed, base, indexOf(decideBelow(fed, base, { matter: 'recall', proposal }), 'DelegateRecalled'));
  const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
  fed.must(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 2 });
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below: base.origin, seat: 2 });
  assert.equal(tableGet(fed.book(upper.origin).state.seats, `${base.origin}#2`)?.holder, base.members[7]);
});

test('a committee reports; after the day any of its members may convene the sitting that gives the report', () => {
  const scene = given();
  const committee = committeeOf(scene, scene.parents);
  const { fed, upper } = committee;
  const member = seatActor(fed, upper.origin, `${scene.parents[0].origin}#2`);
  const input = () =>
    ({
      kind: 'ordinary',
      place: 'Sede',
      startsAt: plusDays(fed.now, 3),
      notice: [{ matter: 'accounts', title: 'Informe' }],
    }) as const;
  fed.refuses(upper.origin, member, 'ConveneSitting', input(), 'nothing-overdue');
  fed.pass({ days: 31 });
  fed.must(upper.origin, member, 'ConveneSitting', input());
  const report = { matter: 'accounts', proposal: { kind: 'report' }, text: 'Se repartieron 40 cisternas.' } as const;
  const done = decideAbove(committee, report);
  const { reportDue } = dataOf(done, 'CommitteeReported');
  assert.equal(reportDue, plusDays(fed.now, 30));
  seal(fed, upper, indexOf(done, 'CommitteeReported'));
  silent(fed, upper.origin);
});

test('a committee is over on its last day, and decides nothing after it', () => {
  const scene = given();
  const until = plusDays(scene.fed.now, 60);
  const committee = committeeOf(scene, scene.parents, { until });
  const { fed, upper } = committee;
  const sitting = sitUpper(committee);
  const input = motion(sitting, 'ordinary', { kind: 'resolution' });
  fed.must(upper.origin, upper.presidium, 'TableMotion', input);
  fed.now = until;
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'committee-over');
  fed.must(upper.origin, upper.presidium, 'CloseSitting', { sitting });
});

test('one parent takes back what it gave: once that is shown the committee is over', () => {
  const scene = given();
  const committee = committeeOf(scene, scene.parents);
  const { fed, upper } = committee;
  const [other, base] = scene.parents;
  const sitting = sitUpper(committee);
  const input = motion(sitting, 'ordinary', { kind: 'resolution' });
  fed.refuses(upper.origin, anyone, 'PresentEnd', { other: base.origin }, 'no-end-found');
  endCommittee(scene, base, upper.origin);
  fed.must(upper.origin, upper.presidium, 'TableMotion', input);
  fed.must(upper.origin, anyone, 'PresentEnd', { other: base.origin });
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'committee-over');
  const next = convene(fed, hallOf(base), { notice: [{ matter: 'recall', title: 'x' }] });
  open(fed, hallOf(base), next, 8);
  const again = motion(next, 'recall', { kind: 'end-committee', committee: upper.origin });
  fed.refuses(base.origin, base.presidium, 'TableMotion', again, 'not-found');
  silent(fed, upper.origin, base.origin, other.origin);
});

test('a delegate of a parent that has ended the committee is not accredited, also where nobody has shown it', () => {
  const scene = given();
  const committee = committeeOf(scene, scene.parents);
  const { fed, upper } = committee;
  endCommittee(scene, scene.parents[0], upper.origin);
  const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
  const input = { sitting, below: scene.parents[0].origin, seat: 1 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'not-affiliated');
});

test('nothing but a committee is completed by a formation', () => {
  const scene = given();
  const { fed, upper } = scene;
  fed.refuses(upper.origin, anyone, 'ShowFormation', { parents: [scene.parents[0].origin] }, 'not-allowed');
});
