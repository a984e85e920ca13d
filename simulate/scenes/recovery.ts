// The officers cannot hand over: the assembly elects over their heads, two bodies that know it attest that, and sometimes one of
// those before has a key left and objects.
import { type InputFor, tableEntries } from '@cabildo/core';
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { fakeSignature } from '../../packages/core/test/federation/book.ts';
import { objectionText } from '../../packages/core/test/federation/evidence.ts';
import { anyone, asMember, deviceKey } from '../../packages/core/test/federation/federation.ts';
import type { Upper } from '../../packages/core/test/federation/upper.ts';
import type { Simulation } from '../world.ts';
import { type District, newOfficers } from './founding.ts';
import { handedOver } from './officers.ts';
import { actOf, type Playing, sealed, untilAccepted } from './sitting.ts';

const day = 24 * 60;

export function* flooded(sim: Simulation, base: Base, { upper, bases }: District): Playing<void> {
  const { origin, members } = base;
  const { chance } = sim;
  for (const member of members.slice(2, 7))
    sim.do(origin, asMember(member), 'DemandSitting', { matters: ['election'] });
  yield 11 * day;
  const election = yield* electedAnew(sim, base);
  yield chance.below(2 * day);
  const place = bases.indexOf(base);
  const neighbours = [1, 2].map((step) => bases[(place + step) % bases.length] as Base);
  // With a third body there are enough though one does not sign; one alone is not.
  const attesting = chance.pick([[...neighbours, upper], [neighbours[0] as Base, upper], neighbours, [upper]]);
  for (const body of attesting) sim.play(attests(sim, body, origin, election), chance.below(2 * day));
  yield (3 + chance.below(5)) * day;
  const bodies = attesting.map((body) => ({ book: body.origin }));
  if (yield* claims(sim, origin, { bodies }, [...bases, upper]))
    for (let days = 0; days < 22; days += 2) {
      if (chance.happens(0.1)) objects(sim, origin);
      yield 2 * day;
    }
  // Nobody attests what the officers before attest themselves.
  if (chance.happens(0.6)) yield* handedOver(sim, base);
}

/** Mostly two who held no office; whoever convenes it presides. */
function* electedAnew(sim: Simulation, base: Base): Playing<number> {
  const { origin, members } = base;
  const [, , , , , , president = '', secretary = ''] = members;
  const elected = {
    ...base,
    members: [president, secretary, ...members.slice(2, 6), members[0] ?? '', members[1] ?? ''],
  };
  const wish = { full: true, chair: asMember(members[5] ?? ''), kind: 'extraordinary' } as const;
  const done = yield* newOfficers(sim, { ...elected, origin }, 6 + sim.chance.below(12), wish);
  return actOf(done, 'OfficersElected');
}

function* attests(sim: Simulation, body: Base | Upper, of: string, election: number): Playing<void> {
  const { origin, presidium } = body;
  const signatures = sim.chance.happens(0.1) ? 1 : 6;
  const attested = () => sim.do(origin, presidium, 'AttestElection', { body: of, election, signatures });
  if (!(yield* untilAccepted(sim, attested, 6))) return;
  const act = sim.book(origin).acts.findLast((one) => one.act === 'ElectionAttested');
  if (act !== undefined) yield* sealed(sim, body, act.index);
}

/** A base that is known by the body above alone is named with it. */
function* claims(
  sim: Simulation,
  origin: string,
  { bodies }: InputFor<'ClaimRecovery'>,
  known: readonly { readonly origin: string }[],
): Playing<boolean> {
  const [stranger] = known.filter((one) => one.origin !== origin && !bodies.some(({ book }) => book === one.origin));
  const above = known.at(-1)?.origin ?? '';
  const claiming = (named: typeof bodies) => sim.do(origin, anyone, 'ClaimRecovery', { bodies: named });
  // Somebody tries with one body twice, or with one that has said nothing.
  const [first] = bodies;
  if (first !== undefined && claiming([first, first]).ok) return true;
  if (stranger !== undefined && stranger.origin !== above) {
    const named = [...bodies, { book: stranger.origin, through: above }];
    if (claiming(named).ok) return true;
  }
  return yield* untilAccepted(sim, () => claiming(bodies), 6);
}

/** Whoever of those before has a key left; and somebody who has another one. */
function objects(sim: Simulation, origin: string): void {
  const book = sim.book(origin);
  const [claim] = tableEntries(book.state.recoveries).at(-1) ?? [];
  const held = sim.chance.pick([
    ...(book.state.attestedBefore?.keys ?? []),
    { office: 'actas', key: deviceKey('nadie') },
  ]);
  const text = objectionText(book, Number(claim));
  const input = { claim: Number(claim), office: held.office, key: held.key };
  const forged = fakeSignature(deviceKey('otra'), text);
  sim.do(origin, anyone, 'ObjectToRecovery', { ...input, signature: forged });
  sim.do(origin, anyone, 'ObjectToRecovery', { ...input, signature: fakeSignature(held.key, text) });
}
