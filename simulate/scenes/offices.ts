// Offices that change hands before their time, and devices that are replaced.
import { type Actor, tableGet } from '@cabildo/core';
import { type Base, slate } from '../../packages/core/test/federation/assembly.ts';
import { fakeSignature } from '../../packages/core/test/federation/book.ts';
import { replacementText } from '../../packages/core/test/federation/evidence.ts';
import { asMember, deviceKey } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { again, type District } from './founding.ts';
import { actOf, evening, type Playing } from './sitting.ts';

/** The presidency resigns, or the secretary is recalled, or both; whoever is left presides the election. */
export function* headless(sim: Simulation, base: Base): Playing<void> {
  const { origin, presidium, members } = base;
  const [president = '', secretary = ''] = members;
  if (sim.chance.happens(0.5)) sim.must(origin, presidium, 'ResignOffice', { office: 'presidencia' });
  else {
    const proposal = { kind: 'recall-officer', office: 'actas', holder: secretary } as const;
    const [done] = yield* evening(sim, base, [{ matter: 'recall', proposal }], { full: true });
    actOf(done, 'OfficerRecalled');
    if (sim.chance.happens(0.5)) sim.do(origin, presidium, 'ResignOffice', { office: 'presidencia' });
  }
  yield* again(sim, function* () {
    const chair = presiding(sim, base);
    const proposal = slate(sim, origin, [president, secretary], 6 + sim.chance.below(12));
    const [done] = yield* evening(sim, base, [{ matter: 'election', proposal }], { full: true, chair });
    actOf(done, 'OfficersElected');
  });
}

export function* newPhone(sim: Simulation, { origin, presidium }: Base): Playing<void> {
  const office = 'presidencia';
  const held = tableGet(sim.book(origin).state.officers, office);
  if (held === undefined) return;
  const newKey = deviceKey(`${origin} ${sim.step}`);
  const signature = fakeSignature(held.key, replacementText(office, newKey));
  sim.do(origin, presidium, 'ReplaceOfficerKey', { office, newKey, signature });
  yield 10;
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
