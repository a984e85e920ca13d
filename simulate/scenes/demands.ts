// Assemblies that sit because they were made to: by members, by bases, by the body above, by a threat.
import { tableEntries } from '@cabildo/core';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { anyone, asMember } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { type District, newOfficers } from './founding.ts';
import { actOf, evening, inHall, type Playing, sealed, untilAccepted, upperEvening } from './sitting.ts';

/** Neighbours demand a sitting; where the officers let the days pass, one of them convenes it. */
export function* byMembers(sim: Simulation, base: Base): Playing<void> {
  const { origin, members, presidium } = base;
  const matters = [sim.chance.pick(['accounts', 'ordinary'] as const)];
  // Sometimes too few.
  for (const member of members.slice(3, 3 + sim.chance.pick([2, 4, 5])))
    sim.do(origin, asMember(member), 'DemandSitting', { matters });
  const ignored = sim.chance.happens(0.5);
  yield (ignored ? 11 : sim.chance.below(6)) * 24 * 60;
  const chair = ignored ? asMember(members[5] ?? '') : presidium;
  const items = matters.map((matter) => ({ matter, text: 'Que se rindan cuentas.' }));
  yield* evening(sim, base, items, { full: true, chair, textsLater: ignored });
}

/** Bases ask the assembly above for a sitting, each in its own book. */
export function* byBases(sim: Simulation, { upper, bases }: District): Playing<void> {
  const matters = ['accounts'] as const;
  const proposal = { kind: 'ask-sitting', of: upper.origin, matters: [...matters] } as const;
  const asking = bases.slice(0, 1 + Math.ceil(bases.length / 2));
  let open = asking.length;
  for (const base of asking)
    sim.play(
      (function* () {
        try {
          const [done] = yield* evening(sim, base, [{ matter: 'ordinary', proposal }]);
          yield* sealed(sim, base, actOf(done, 'SittingAsked'));
        } finally {
          open -= 1;
        }
      })(),
    );
  for (let days = 0; days < 15 && open > 0; days++) yield 24 * 60;
  const shown = yield* untilAccepted(
    sim,
    () => sim.do(upper.origin, anyone, 'ShowBasesDemand', { matters: [...matters] }),
    4,
  );
  if (shown) yield* upperEvening(sim, upper, [{ matter: 'accounts', text: 'Cuentas de la directiva' }]);
}

/** The assembly above asks a base for an election, and the base holds it. */
export function* fromAbove(sim: Simulation, { upper, bases }: District): Playing<void> {
  const base = sim.chance.pick(bases);
  const { origin } = base;
  const proposal = { kind: 'ask-sitting', of: origin, matters: ['election'] as ['election'] } as const;
  const [done] = yield* upperEvening(sim, upper, [{ matter: 'ordinary', proposal }]);
  yield* sealed(sim, upper, actOf(done, 'SittingAsked'));
  const input = { above: upper.origin, matters: ['election'] as ['election'] };
  if (!(yield* untilAccepted(sim, () => sim.do(origin, anyone, 'ShowDemandFromAbove', input)))) return;
  yield* newOfficers(sim, base, 12);
}

/** What was decided under threat stands beside the act, and is looked at again. */
export function* threatened(sim: Simulation, base: Base): Playing<void> {
  const { origin } = base;
  const [vote] = tableEntries(sim.book(origin).state.votes).at(-1) ?? [];
  if (vote === undefined) return;
  // Whoever is of the body opens its review; of a stranger’s word there is a record alone.
  const teller = sim.chance.happens(0.3) ? anyone : asMember(base.members[5] ?? '');
  sim.must(origin, teller, 'RecordThreat', { act: Number(vote), text: 'Hubo amenazas en la puerta' });
  const [, obligation] = tableEntries(sim.book(origin).state.obligations).at(-1) ?? [];
  const matter = obligation?.matters[0] ?? 'ordinary';
  if (matter !== 'ordinary' && matter !== 'accounts') return;
  yield* evening(sim, base, [{ matter, text: 'Se mira otra vez.' }]);
}

/** Against a public office, or for the recall of the base's own delegate: signed on phones, its lists counted by the tellers of a sitting. */
export function* petitioned(sim: Simulation, base: Base, { upper }: District): Playing<void> {
  const { origin, members } = base;
  const { chance } = sim;
  const mayor = { against: 'public-office', target: 'Alcaldía de El Alto', needed: 40_000 } as const;
  const delegate = { against: 'delegate', target: `${upper.origin}#2` } as const;
  const asked = chance.pick([mayor, delegate, delegate]);
  const opened = sim.must(origin, asMember(members[6] ?? ''), 'OpenPetition', asked);
  const petition = actOf(opened, 'PetitionOpened');
  // Mostly as many as it takes.
  const signers = Math.max(3, chance.below(members.length + 1));
  for (const member of members.slice(0, signers)) sim.do(origin, asMember(member), 'SignPetition', { petition });
  yield* inHall(sim, base, [], function* () {
    const signatures = 1 + chance.below(members.length);
    for (const teller of base.tellers) sim.do(origin, teller, 'CountPetition', { petition, round: 1, signatures });
    yield 5;
  });
}
