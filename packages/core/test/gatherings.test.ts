// Gatherings too large to count: a range with its method, no quorum, no vote; what they acclaim goes to the bases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, tableGet } from '../src/index.ts';
import { convene, table } from './federation/assembly.ts';
import { consult } from './federation/decisions-story.ts';
import { dataOf } from './federation/federation.ts';
import { acclaim, cheered, crowd, gathering, hallAbove, square, text } from './federation/story-gatherings.ts';
import { sitUpper, type World } from './federation/upper.ts';

const settled = gathering();
const copyOf = (world: World): World => ({ ...world, fed: world.fed.fork() });

const statusOf = ({ fed, upper }: World, resolution: number) =>
  tableGet(fed.book(upper.origin).state.resolutions, resolution)?.status;

const audited = ({ fed, upper }: World) =>
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);

test('what a crowd acclaims is suspended, and in force or void as the bases say', () => {
  for (const [verdict, status] of [
    ['yes', 'in-force'],
    ['no', 'rejected'],
  ] as const) {
    const world = copyOf(settled);
    const resolution = acclaim(world, square(world));
    assert.equal(statusOf(world, resolution), 'suspended');
    consult(world, resolution, text, [verdict, verdict]);
    assert.equal(statusOf(world, resolution), status);
    audited(world);
  }
});

test('the same motion acclaimed in a sitting with quorum is in force at once', () => {
  const world = copyOf(settled);
  assert.equal(statusOf(world, acclaim(world, sitUpper(world))), 'in-force');
});

test('a crowd is a range from one more than belong to the body, and its end is not below its beginning', () => {
  const world = copyOf(settled);
  const { fed, upper } = world;
  const sitting = convene(fed, hallAbove(world));
  const estimate = { sitting, method: 'A ojo' };
  const refuses = (range: { atLeast: number; atMost: number }) =>
    fed.refuses(upper.origin, upper.presidium, 'EstimateCrowd', { ...estimate, ...range }, 'not-a-crowd');
  assert.equal(refuses({ atLeast: 6, atMost: 9 }).needed, 7);
  assert.equal(refuses({ atLeast: 9, atMost: 8 }).needed, 9);
  const done = fed.must(upper.origin, upper.presidium, 'EstimateCrowd', { ...estimate, atLeast: 7, atMost: 7 });
  assert.deepEqual(dataOf(done, 'CrowdEstimated'), { ...estimate, atLeast: 7, atMost: 7 });
});

test('a sitting does not become a crowd, nor a crowd a sitting; none is one before its hour', () => {
  const world = copyOf(settled);
  const { fed, upper } = world;
  const input = { sitting: sitUpper(world), ...crowd };
  fed.refuses(upper.origin, upper.presidium, 'EstimateCrowd', input, 'sitting-already-open');
  const sitting = square(world);
  fed.refuses(upper.origin, upper.presidium, 'OpenSitting', { sitting, call: 'first' }, 'sitting-already-open');
  const early = fed.must(upper.origin, upper.presidium, 'ConveneSitting', {
    kind: 'cabildo',
    place: 'Plaza',
    startsAt: plusDays(fed.now, 80),
    notice: [],
  });
  const called = early.acts[0]?.index ?? 0;
  fed.refuses(upper.origin, upper.presidium, 'EstimateCrowd', { sitting: called, ...crowd }, 'too-early');
});

test('a crowd elects nobody, counts nothing, moves nothing and has no consensus', () => {
  const world = copyOf(settled);
  const { fed, upper } = world;
  const sitting = square(world);
  const [origin, chair] = [upper.origin, upper.presidium];
  const tabling = { sitting, title: 'x', text: 'x' };
  const refused = 'crowd-acclaims-only';
  const dissolve = { kind: 'dissolve', assetsTo: 'x' } as const;
  fed.refuses(origin, chair, 'TableMotion', { ...tabling, matter: 'dissolution', proposal: dissolve }, refused);
  const annul = { kind: 'ask-sitting', of: origin, matters: ['accounts' as const] } as const;
  fed.refuses(origin, chair, 'TableMotion', { ...tabling, matter: 'ordinary', proposal: annul }, refused);
  const motion = table(fed, hallAbove(world), sitting, { matter: 'ordinary' });
  fed.refuses(origin, chair, 'OpenVote', { motion, method: 'hands' }, refused);
  fed.refuses(origin, chair, 'RecordAcclamation', { ...cheered(motion), method: 'consensus' }, refused);
  fed.refuses(origin, upper.secretary, 'ChallengeQuorum', { sitting }, refused);
  fed.refuses(origin, chair, 'RecessSitting', { sitting, until: `${fed.now.slice(0, 4)}-12-31T00:00:00Z` }, refused);
});

test('whoever asks for a count in a crowd is written down, and nothing is decided there', () => {
  const world = copyOf(settled);
  const { fed, upper } = world;
  const motion = table(fed, hallAbove(world), square(world), { matter: 'ordinary' });
  const asked = { ...cheered(motion), countAsked: true };
  const done = fed.must(upper.origin, upper.presidium, 'RecordAcclamation', asked);
  assert.deepEqual(
    done.acts.map(({ act }) => act),
    ['AcclamationRecorded'],
  );
  fed.refuses(upper.origin, upper.presidium, 'RecordAcclamation', cheered(motion), 'count-asked');
  audited(world);
});
