// What becomes of bodies: rolls counted and audited, seats weighed; neighbours who come, leave, are sent away, dissolve.
import { type Base, delegatesTo, foundBase, originOf } from '../../packages/core/test/federation/assembly.ts';
import { anyone } from '../../packages/core/test/federation/federation.ts';
import type { Upper } from '../../packages/core/test/federation/upper.ts';
import type { Simulation } from '../world.ts';
import { again, type District, proven } from './founding.ts';
import { actOf, evening, inAssembly, type Playing, sealed, untilAccepted, upperEvening } from './sitting.ts';
import { baseStatute, upperStatute } from './statutes.ts';

export function* rollCounted(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  const counted = sim.must(base.origin, base.secretary, 'CountRoll', { doubleMembers: sim.chance.below(3) });
  yield* sealed(sim, base, actOf(counted, 'RollCounted'));
  yield* untilAccepted(sim, () => sim.do(upper.origin, anyone, 'ReviewEntitlement', { below: base.origin }), 3);
}

/** A sample of a roll is looked for by order of the assembly above. */
export function* audited(sim: Simulation, { upper, bases }: District): Playing<void> {
  const base = sim.chance.pick(bases);
  const counted = sim.must(base.origin, base.secretary, 'CountRoll', { doubleMembers: 0 });
  yield* sealed(sim, base, actOf(counted, 'RollCounted'));
  yield 24 * 60;
  const proposal = { kind: 'order-audit', below: base.origin } as const;
  const [done] = yield* upperEvening(sim, upper, [{ matter: 'affiliation', proposal }]);
  const order = yield* sealed(sim, upper, actOf(done, 'RollAuditOrdered'));
  const input = { order: { book: upper.origin, index: order }, sampled: 8, confirmed: 8 - sim.chance.below(2) };
  yield* untilAccepted(sim, () => {
    const audit = sim.do(base.origin, base.secretary, 'AuditRoll', input);
    if (audit.ok && audit.done !== undefined) sim.play(sealed(sim, base, actOf(audit.done, 'RollAudited')) as never);
    return audit;
  });
}

/** From now on seats follow the rolls. */
export function* weighed(sim: Simulation, { upper, bases }: District): Playing<void> {
  const entitlement = { kind: 'per-members', members: 4, floor: 2, cap: 3 } as const;
  const proposal = { kind: 'amend-statute', statute: { ...upperStatute, entitlement } } as const;
  yield* upperEvening(sim, upper, [{ matter: 'statute', proposal }]);
  for (const { origin: below } of bases) sim.do(upper.origin, anyone, 'ReviewEntitlement', { below });
}

/** A new neighbourhood is founded, asks to belong, is admitted by a vote, and goes one way or another. */
export function* newcomer(sim: Simulation, { upper, bases }: District): Playing<void> {
  const { origin } = upper;
  // In the morning: at night only ordinary business is decided.
  yield (((39 - Number(sim.now.slice(11, 13))) % 24) + 1) * 60;
  const name = `villa-${sim.step}`;
  // A founding is one moment, by the clock of its node.
  sim.home(originOf(name)).skewSeconds = 0;
  const base = sim.living(foundBase(sim, name, 8, baseStatute));
  yield* proven(sim, base, bases.slice(0, 2));
  yield 33 * 24 * 60;
  const asking = { kind: 'request-affiliation', to: origin, toKey: sim.book(origin).key } as const;
  yield* again(sim, function* () {
    const [request] = yield* evening(sim, base, [{ matter: 'affiliation', proposal: asking }]);
    yield* sealed(sim, base, actOf(request, 'AffiliationRequested'));
  });
  const [, , , , holder = '', alternate = ''] = base.members;
  yield* again(sim, function* () {
    const proposal = delegatesTo(sim, origin, [{ seat: 1, holder, alternate }], 300);
    const [done] = yield* evening(sim, base, [{ matter: 'election', proposal }]);
    yield* sealed(sim, base, actOf(done, 'DelegatesElected'));
  });
  yield 24 * 60;
  const { key } = sim.book(base.origin);
  const admission = { kind: 'admit', below: base.origin, key, title: base.origin, entitlement: 2 } as const;
  const [admitted] = yield* upperEvening(sim, upper, [{ matter: 'affiliation', proposal: admission }]);
  actOf(admitted, 'AffiliationAdmitted');
  yield 24 * 60 * (1 + sim.chance.below(6));
  yield* sitsAbove(sim, base, upper, bases.slice(0, 2));
  yield* sim.chance.pick([leaves, isExcluded, dissolves])(sim, base, upper);
}

/** Nobody above knows it yet: whoever brings its delegate names bodies that do. */
function* sitsAbove(sim: Simulation, { origin: below }: Base, upper: Upper, witnesses: readonly Base[]): Playing<void> {
  const { origin, presidium } = upper;
  const known = witnesses.map((one) => one.origin);
  const asked = { below, seat: 1 };
  yield* inAssembly(sim, upper, [], function* (sitting) {
    const named = [[], [below, ...known.slice(0, 1)], known];
    for (const one of named) sim.do(origin, presidium, 'AccreditSeat', { sitting, ...asked, witnesses: one });
    yield 5;
  });
}

type Ending = (sim: Simulation, base: Base, upper: District['upper']) => Playing<void>;

const leaves: Ending = function* (sim, base, { origin }) {
  const [done] = yield* evening(sim, base, [{ matter: 'affiliation', proposal: { kind: 'leave', above: origin } }]);
  yield* sealed(sim, base, actOf(done, 'AffiliationEnded'));
  yield* untilAccepted(sim, () => sim.do(origin, anyone, 'PresentEnd', { other: base.origin }));
};

const isExcluded: Ending = function* (sim, base, upper) {
  const proposal = { kind: 'exclude', below: base.origin } as const;
  const [done] = yield* upperEvening(sim, upper, [{ matter: 'affiliation', proposal }]);
  yield* sealed(sim, upper, actOf(done, 'AffiliationEnded'));
  yield* untilAccepted(sim, () => sim.do(base.origin, anyone, 'PresentEnd', { other: upper.origin }));
};

const dissolves: Ending = function* (sim, base, { origin }) {
  const proposal = { kind: 'dissolve', assetsTo: 'la escuela' } as const;
  const [done] = yield* evening(sim, base, [{ matter: 'dissolution', proposal }]);
  yield* sealed(sim, base, actOf(done, 'BodyDissolved'));
  yield* untilAccepted(sim, () => sim.do(origin, anyone, 'PresentEnd', { other: base.origin }));
};
