// An office that goes round by turn: some take it, some let it pass, and of one who does not come the secretary notes it.
import { type Base, keyOf } from '../../packages/core/test/federation/assembly.ts';
import { asMember } from '../../packages/core/test/federation/federation.ts';
import type { Simulation } from '../world.ts';
import { actOf, type Playing, sealed } from './sitting.ts';
import { turningOffice } from './statutes.ts';

export function* turns(sim: Simulation, base: Base): Playing<void> {
  const { origin, secretary, members } = base;
  const office = turningOffice;
  const taking = (member: string) =>
    sim.do(origin, asMember(member), 'TakeTurn', { office, key: keyOf(origin, `${office} ${member}`) });
  for (let passed = 0; passed < members.length; passed++) {
    // A refusal names a place in the order and no member: everybody who is willing asks.
    const willing = sim.chance.happens(0.6) ? members.filter((member) => !isOfficer(base, member)) : [];
    for (const member of willing) {
      const taken = taking(member);
      if (!taken.ok && taken.refusal.code === 'not-your-turn') continue;
      if (taken.ok && taken.done !== undefined) yield* sealed(sim, base, actOf(taken.done, 'OfficeTurnTaken'));
      return;
    }
    yield sim.chance.below(24 * 60);
    if (!sim.do(origin, secretary, 'DeclineTurn', { office }).ok) return;
  }
}

/** These two preside and write again and again; with the office by turn they could not be elected. */
const isOfficer = ({ members }: Base, member: string): boolean => members.slice(0, 2).includes(member);
