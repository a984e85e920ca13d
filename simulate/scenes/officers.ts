// Who holds the offices of a base, whoever that is by now; and those before, who sign the election that replaced them.
import { type Actor, type BodyState, tableGet } from '@cabildo/core';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { fakeSignature } from '../../packages/core/test/federation/book.ts';
import { sealedText } from '../../packages/core/test/federation/evidence.ts';
import { asMember, asSeat } from '../../packages/core/test/federation/federation.ts';
import { type Simulation, Stopped } from '../world.ts';
import type { Playing } from './sitting.ts';

/** The same base, under whatever name its book goes on, with whoever holds its offices now; vacant, it is who was first. */
export function livingBase(sim: Simulation, base: Base): Base {
  const living = sim.living(base);
  const holding = (office: string, first: Actor) => ({
    enumerable: true,
    get: (): Actor => {
      const held = tableGet(sim.book(living.origin).state.officers, office);
      return held === undefined ? first : asMember(held.holder);
    },
  });
  return Object.defineProperties(living, {
    presidium: holding('presidencia', base.presidium),
    secretary: holding('actas', base.secretary),
  });
}

type EnrolledKey = NonNullable<BodyState['enrolment']>['keys'][number];

/** Those before sign the election of those in office now; at the founding it is the founder. */
export function handOver(sim: Simulation, origin: string): void {
  const book = sim.book(origin);
  const { enrolment } = book.state;
  for (const { holder, person, key } of enrolment?.before?.keys ?? [])
    signAs(sim, origin, { holder, person, key }, enrolment?.act ?? 0);
}

function signAs(
  sim: Simulation,
  origin: string,
  { holder, person, key }: Pick<EnrolledKey, 'holder' | 'person' | 'key'>,
  index: number,
): void {
  const [below = '', seat = ''] = holder.split('#');
  const actor = seat === '' ? asMember(holder) : asSeat(below, Number(seat), person);
  sim.do(origin, actor, 'SignAct', { index, signature: fakeSignature(key, sealedText(sim.book(origin), index)) });
}

/** Mostly at once, sometimes days later, and some do not sign what put them out of office. */
export function* handedOver(sim: Simulation, { origin }: Pick<Base, 'origin'>): Playing<void> {
  if (sim.chance.happens(0.1)) throw new Stopped('nobody hands over');
  yield sim.chance.below((sim.chance.happens(0.25) ? 96 : 12) * 60);
  handOver(sim, origin);
}
