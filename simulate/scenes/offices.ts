// Offices and seats that change hands before their time, and sittings that elect who presides them.
import { type Actor, type Statute, tableGet } from '@cabildo/core';
import {
  type Base,
  decideByHands,
  hallOf,
  indexOf,
  nameOf,
  openVote,
  table,
} from '../../packages/core/test/federation/assembly.ts';
import { anyone, asMember } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { again, type District, electOthers, newOfficers } from './founding.ts';
import { handedOver } from './officers.ts';
import { actOf, delegateOf, evening, inAssembly, inHall, type Playing, sealed, untilAccepted } from './sitting.ts';
import { presidingOffices } from './statutes.ts';

/** The presidency resigns, or the secretary is recalled, or both; whoever is left presides the election. */
export function* headless(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium } = base;
  const secretary = nameOf(base.secretary);
  if (sim.chance.happens(0.5)) sim.must(origin, presidium, 'ResignOffice', { office: 'presidencia' });
  else {
    const proposal = { kind: 'recall-officer', office: 'actas', holder: secretary } as const;
    const [done] = yield* evening(sim, base, [{ matter: 'recall', proposal }], { full: true });
    actOf(done, 'OfficerRecalled');
    if (sim.chance.happens(0.5)) sim.do(origin, presidium, 'ResignOffice', { office: 'presidencia' });
  }
  yield* again(sim, function* () {
    const chair = presiding(sim, base);
    actOf(yield* newOfficers(sim, base, 6 + sim.chance.below(12), { full: true, chair }), 'OfficersElected');
  });
  yield* handedOver(sim, base);
}

export function* cards(sim: Simulation, { upper, bases }: District): Playing<void> {
  const below = sim.chance.pick(bases).origin;
  sim.do(upper.origin, upper.presidium, 'IssueSeatCard', { below, seat: 1 + sim.chance.below(2) });
  yield 10;
}

/** Where the presidency is vacant the secretary presides; where nobody is left, any neighbour. */
function presiding(sim: Simulation, { origin, presidium, secretary, members }: Base): Actor {
  const { officers } = sim.book(origin).state;
  if (tableGet(officers, 'presidencia') !== undefined) return presidium;
  return tableGet(officers, 'actas') === undefined ? asMember(members[6] ?? '') : secretary;
}

/** A delegate gives the seat up before the assembly above, or the base says that it is empty; then it is filled anew. */
export function* vacated(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  if ([upper.presidium, upper.secretary].some((one) => one.kind === 'seat' && one.below === base.origin)) return;
  const seat = 2;
  if (sim.chance.happens(0.5))
    sim.must(upper.origin, delegateOf(sim, upper, base, seat), 'VacateSeat', { reason: 'left' });
  else {
    const { seatsAbove } = sim.book(base.origin).state;
    const election = Number(tableGet(seatsAbove, `${upper.origin}#${seat}`)?.at(-1));
    const reason = sim.chance.pick(['died', 'moved', 'absent'] as const);
    const proposal = { kind: 'vacate-seat', election, seat, reason } as const;
    const [done] = yield* evening(sim, base, [{ matter: 'recall', proposal }]);
    yield* sealed(sim, base, actOf(done, 'SeatVacated'));
    const input = { below: base.origin, seat };
    yield* untilAccepted(sim, () => sim.do(upper.origin, anyone, 'PresentRecall', input));
  }
  yield sim.chance.below(10 * 24 * 60);
  yield* electOthers(sim, base, upper);
}

/** For one evening the hall elects who presides it; the minutes before are corrected, and the old statute comes back. */
export function* presided(sim: Simulation, base: Base): Playing<void> {
  const before = sim.book(base.origin).state.statute?.rules;
  if (before === undefined) return;
  const minutes = yield* presidiumFrom(sim, base, { ...before, presidium: { offices: presidingOffices } });
  const { members } = base;
  const holders = presidingOffices.map((office, number) => ({ office, holder: members[4 + number] ?? '' }));
  const hall = { ...hallOf(base), chair: asMember(members[4] ?? '') };
  const items = [
    { matter: 'ordinary', text: 'Acta corregida', proposal: { kind: 'correct-minutes', minutes } },
    { matter: 'statute', text: 'Estatuto', proposal: { kind: 'amend-statute', statute: before } },
    { matter: 'ordinary', text: 'Fuera la mesa', proposal: { kind: 'recall-presidium', office: 'mesa' } },
  ] as const;
  yield* again(sim, () =>
    inHall(
      sim,
      base,
      items,
      function* ({ sitting, present: yes }) {
        const electing = { kind: 'elect-presidium', holders } as const;
        decideByHands(sim, hallOf(base), sitting, { matter: 'ordinary', text: 'Mesa', proposal: electing, yes });
        yield sim.chance.below(10);
        for (const item of items) decideByHands(sim, hall, sitting, { ...item, yes });
      },
      { full: true },
    ),
  );
}

/** From now on sittings elect their own; the minutes of this one are handed back. */
function presidiumFrom(sim: Simulation, base: Base, statute: Statute): Playing<number> {
  const { origin, presidium, secretary } = base;
  return inHall(
    sim,
    base,
    ['statute'],
    function* ({ sitting, present: yes }) {
      yield sim.chance.below(10);
      decideByHands(sim, hallOf(base), sitting, {
        matter: 'statute',
        proposal: { kind: 'amend-statute', statute },
        yes,
      });
      sim.must(origin, presidium, 'CloseSitting', { sitting });
      return indexOf(sim.must(origin, secretary, 'ApproveMinutes', { sitting, text: 'Acta' }), 'MinutesApproved');
    },
    { full: true },
  );
}

/** In the middle of a vote a delegate goes: what the seat had said drops out, and the alternate says it anew. */
export function* stepsDown(sim: Simulation, { upper, bases }: District): Playing<void> {
  const { origin, presidium: chair } = upper;
  const base = bases.at(-1) as Base;
  yield* inAssembly(sim, upper, [], function* (sitting) {
    const motion = table(sim, { origin, chair }, sitting, { matter: 'ordinary', title: 'Paro' });
    const vote = openVote(sim, { origin, chair }, motion, 'roll-call');
    const say = (below: string, choice: 'yes' | 'no') =>
      sim.do(origin, chair, 'RecordRollCallVote', { vote, below, seat: 2, choice });
    for (const { origin: below } of bases) say(below, sim.chance.pick(['yes', 'no'] as const));
    const delegate = delegateOf(sim, upper, base, 2);
    sim.do(origin, delegate, 'VacateSeat', { reason: sim.chance.pick(['left', 'resigned'] as const) });
    say(base.origin, 'yes');
    yield sim.chance.below(20);
    sim.do(origin, chair, 'CloseVote', { vote });
  });
  sim.play(electOthers(sim, base, upper));
}
