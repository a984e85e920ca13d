// Delegates elected for a term that has not begun: whoever serves stays until it does (invariants 3 and 5).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, plusDays, tableGet } from '../src/index.ts';
import { type Base, convene, evening, indexOf, seal, statuteWith } from './federation/assembly.ts';
import { anyone, type Done, dataOf, type Federation } from './federation/federation.ts';
import { federationOf, type World } from './federation/upper.ts';

const settled = federationOf();

interface Scene extends World {
  readonly base: Base;
  /** Who serves in the first seat, who is elected to follow, and from when. */
  readonly serving: string;
  readonly next: string;
  readonly from: string;
  readonly election: number;
}

/** The first base elects another delegate to its first seat, for a term that begins in so many days. */
function given({ days = 60, sealed = true, fed = settled.fed.fork() } = {}): Scene {
  const base = settled.bases[2] as Base;
  const from = plusDays(fed.now, days);
  const next = base.members[3] ?? '';
  const [done] = electing(fed, base, settled.upper.origin, { seat: 1, holder: next, from });
  if (done === undefined) throw new Error('nothing was decided');
  const election = indexOf(done, 'DelegatesElected');
  if (sealed) seal(fed, base, election);
  return { ...settled, fed, base, serving: base.members[4] ?? '', next, from, election };
}

function electing(
  fed: Federation,
  base: Base,
  to: string,
  {
    seat,
    holder,
    from,
    days = 300,
  }: { readonly seat: number; readonly holder: string; readonly from: string; readonly days?: number },
): readonly Done[] {
  const proposal = {
    kind: 'elect-delegates',
    to,
    from,
    until: plusDays(from, days),
    seats: [{ seat, holder }],
  } as const;
  return evening(fed, base, [{ matter: 'election', proposal }]);
}

const hall = ({ upper }: Scene) => ({
  origin: upper.origin,
  chair: upper.presidium,
  tellers: [anyone, anyone] as const,
});

function accredited(scene: Scene) {
  const { fed, upper, base } = scene;
  const sitting = convene(fed, hall(scene));
  return dataOf(
    fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below: base.origin, seat: 1 }),
    'SeatAccredited',
  );
}

const until = (scene: Scene, day: string): void => {
  while (scene.fed.now < day) scene.fed.pass({ days: 1 });
};

test('whoever serves is accredited until the day on which the next term begins, and not beyond it', () => {
  const scene = given();
  const seated = accredited(scene);
  assert.deepEqual([seated.holder, seated.until], [scene.serving, scene.from]);
  until(scene, scene.from);
  const after = accredited(scene);
  assert.deepEqual([after.holder, after.election.index], [scene.next, scene.election]);
  assert.deepEqual(auditRules(scene.upper.origin, scene.fed.book(scene.upper.origin).acts).differences, []);
});

test('a later term that nobody has sealed shortens nobody’s term', () => {
  const scene = given({ sealed: false });
  const seated = accredited(scene);
  assert.equal(seated.holder, scene.serving);
  assert.ok(seated.until > scene.from);
});

test('where the own term ends before the next one begins the seat is empty in between: nobody stays beyond it', () => {
  const short = settled.fed.fork();
  const third = settled.bases[2] as Base;
  const serving = { seat: 1, holder: third.members[4] ?? '', from: short.now, days: 30 };
  const [elected] = electing(short, third, settled.upper.origin, serving);
  assert.ok(elected);
  seal(short, third, indexOf(elected, 'DelegatesElected'));
  const scene = given({ fed: short });
  const { fed, upper, base } = scene;
  until(scene, plusDays(fed.now, 40));
  const sitting = convene(fed, hall(scene));
  const asked = { sitting, below: base.origin, seat: 1 };
  const refusal = fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', asked, 'credential-not-yet-valid');
  assert.equal(refusal.needed, scene.from);
});

test('whoever serves can still be recalled, and it counts above', () => {
  const scene = given();
  const { fed, base, upper } = scene;
  const before = Number(tableGet(fed.book(base.origin).state.seatsAbove, `${upper.origin}#1`)?.[0]);
  const recall = (election: number) =>
    evening(fed, base, [{ matter: 'recall', proposal: { kind: 'recall-delegate', election, seat: 1 } }])[0] as Done;
  seal(fed, base, indexOf(recall(before), 'DelegateRecalled'));
  fed.must(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 });
  const sitting = convene(fed, hall(scene));
  const accredit = { sitting, below: base.origin, seat: 1 };
  const done = fed.must(upper.origin, upper.presidium, 'AccreditSeat', accredit);
  assert.equal(dataOf(done, 'SeatAccredited').holder, base.members[5], 'the alternate');
});

/** The base takes back whom it had elected to follow. */
function recallNext(scene: Scene): Done {
  const { fed, base, election } = scene;
  const proposal = { kind: 'recall-delegate', election, seat: 1 } as const;
  const [done] = evening(fed, base, [{ matter: 'recall', proposal }]);
  assert.ok(done);
  seal(fed, base, indexOf(done, 'DelegateRecalled'));
  return done;
}

test('whoever is elected for later can be recalled before the term begins: whoever serves goes on, and nobody follows', () => {
  const scene = given();
  const { fed, base, upper } = scene;
  recallNext(scene);
  fed.refuses(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 }, 'no-recall-found');
  assert.equal(accredited(scene).holder, scene.serving);
  until(scene, scene.from);
  const sitting = convene(fed, hall(scene));
  const asked = { sitting, below: base.origin, seat: 1 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', asked, 'delegate-recalled');
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('recalled from the next term, whoever serves now by an earlier election keeps the seat until that one ends', () => {
  const fed = settled.fed.fork();
  const base = settled.bases[2] as Base;
  const serving = base.members[4] ?? '';
  const from = plusDays(fed.now, 60);
  const [done] = electing(fed, base, settled.upper.origin, { seat: 1, holder: serving, from });
  assert.ok(done);
  const election = indexOf(done, 'DelegatesElected');
  seal(fed, base, election);
  const scene: Scene = { ...settled, fed, base, serving, next: serving, from, election };
  recallNext(scene);
  fed.refuses(settled.upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 }, 'no-recall-found');
  assert.equal(accredited(scene).holder, serving);
  until(scene, from);
  fed.must(settled.upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 });
});

test('where the statute spares the elected some months, they run from the day on which the term begins', () => {
  const world = federationOf({ statute: statuteWith({ recall: { monthsBefore: 1 } }) });
  const scene = { ...given({ fed: world.fed }), ...world, base: world.bases[2] as Base };
  assert.throws(() => recallNext(scene), /too-early/);
});

test('whoever serves reports to the base; whoever follows has nothing to report on yet', () => {
  const scene = given();
  const { fed, base, upper } = scene;
  const report = { to: upper.origin, votes: [], report: 'Lo que se decidió.' };
  const as = (member: string) => ({ kind: 'member', member }) as const;
  fed.must(base.origin, as(scene.serving), 'ReportToBase', report);
  fed.refuses(base.origin, as(scene.next), 'ReportToBase', report, 'no-such-seat');
});

test('who serves in one seat can be elected to another one for later only if both terms do not run at once', () => {
  const scene = given();
  const { fed, base, upper } = scene;
  const asked = (from: string) =>
    electing(fed, base, upper.origin, { seat: 2, holder: scene.serving, from }).map((done) => done);
  assert.throws(() => asked(plusDays(fed.now, 10)), /holder-twice/);
  asked(plusDays(fed.now, 400));
});
