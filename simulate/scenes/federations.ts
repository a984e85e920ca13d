// Federations above districts, and of bases that belong to both: three tiers and more, and bodies with several affiliations.
import { plusDays, tableEntries } from '@cabildo/core';
import { type Base, foundBody, originOf } from '../../packages/core/test/federation/assembly.ts';
import type { Upper } from '../../packages/core/test/federation/upper.ts';
import { type Scene, type Simulation, Stopped } from '../world.ts';
import { consulted } from './consultation.ts';
import { admitted, again, belonging, type District, founding, proven } from './founding.ts';
import { actOf, type Playing, sealed, upperEvening } from './sitting.ts';
import { federationStatute, upperStatute } from './statutes.ts';

const day = 24 * 60;

/** What belongs to a federation: assemblies of delegates, and bases that belong to it beside their district. */
interface Below {
  readonly districts: readonly District[];
  readonly direct: readonly Base[];
}

interface Founding {
  readonly throughTiers?: boolean;
  /** Two of those below have one seat between them. */
  readonly joint?: readonly Base[];
  readonly then?: (found: District) => void;
}

/** Founded by those below; then it asks them all, over and over. `throughTiers`: every base, not the bodies that belong. */
export function* federation(
  sim: Simulation,
  name: string,
  below: Below,
  { throughTiers = true, joint = [], then = () => {} }: Founding = {},
): Scene {
  const rules = throughTiers ? federationStatute : upperStatute;
  const jointSeats = [{ bodies: joint.map(({ origin }) => origin), by: 'sitting' as const }];
  try {
    const found = yield* founded(sim, name, below, joint.length < 2 ? rules : { ...rules, jointSeats });
    then(found);
    for (;;) yield* asked(sim, found);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    sim.note(error.message);
  }
}

function* founded(sim: Simulation, name: string, below: Below, statute: typeof upperStatute): Playing<District> {
  const { districts, direct } = below;
  const origin = originOf(name);
  sim.home(origin).skewSeconds = 0;
  const { convener } = foundBody(sim, name, 'delegate', statute);
  const members = [...districts.map(({ upper }) => upper), ...direct];
  const belong = new Set<object>();
  for (const { upper } of districts) sim.play(joining(sim, upper, origin, () => belong.add(upper)));
  for (const base of direct) sim.play(belonging(sim, base, origin, () => belong.add(base)));
  for (let days = 0; days < 30 && belong.size < members.length; days++) yield day;
  for (const { origin: member } of members) yield* admitted(sim, origin, convener, { origin: member });
  for (let tries = 0; tries < 6; tries++)
    try {
      const bodies = members as readonly Base[];
      const upper = yield* founding(sim, origin, convener, bodies);
      const bases = [...new Set([...direct, ...districts.flatMap((district) => district.bases)])];
      yield* proven(sim, upper, bases.slice(0, 2));
      return { upper, bases, ways: waysTo(below) };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      sim.note(error.message);
      yield 60 * (1 + sim.chance.below(20));
    }
  throw new Stopped(`no ${name}`);
}

function waysTo({ districts, direct }: Below): ReadonlyMap<Base, readonly Upper[]> {
  const ways = new Map<Base, readonly Upper[]>();
  for (const { upper, bases, ways: further } of districts)
    for (const base of bases) if (!direct.includes(base)) ways.set(base, [upper, ...(further?.get(base) ?? [])]);
  return ways;
}

/** An assembly of delegates asks to belong, and sends two of its own. */
function* joining(sim: Simulation, upper: Upper, to: string, then: () => void): Playing<void> {
  const asking = { kind: 'request-affiliation', to, toKey: sim.book(to).key } as const;
  yield* again(sim, function* () {
    const [request] = yield* upperEvening(sim, upper, [{ matter: 'affiliation', proposal: asking }]);
    yield* sealed(sim, upper, actOf(request, 'AffiliationRequested'));
  });
  yield* again(sim, function* () {
    const holders = tableEntries(sim.book(upper.origin).state.seats).flatMap(([key, { vacant }]) =>
      vacant ? [] : [key],
    );
    const seats = holders.slice(-2).map((holder, number) => ({ seat: number + 1, holder }));
    const term = { from: sim.now, until: plusDays(sim.now, 300) };
    const proposal = { kind: 'elect-delegates', to, ...term, seats } as const;
    const [elected] = yield* upperEvening(sim, upper, [{ matter: 'election', proposal }]);
    yield* sealed(sim, upper, actOf(elected, 'DelegatesElected'));
  });
  then();
}

/** A pact of the federation goes down through all tiers. */
function* asked(sim: Simulation, home: District): Playing<void> {
  const text = `Convenio ${sim.step}`;
  try {
    const proposal = { kind: 'pact', with: 'el gobierno' } as const;
    const [done] = yield* upperEvening(sim, home.upper, [{ matter: 'pact', text, proposal }]);
    sim.play(consulted(sim, home, actOf(done, 'ResolutionAdopted'), text));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    sim.note(error.message);
  }
  yield day * (6 + sim.chance.below(12));
}

/** Districts in federations of fourteen, a union of some of their bases beside them, and above two federations a third. */
export function* federations(sim: Simulation, districts: readonly District[], expected: number): Scene {
  for (let days = 0; days < 25 && districts.length < expected; days++) yield day;
  if (districts.length === 0) return;
  const found: District[] = [];
  const then = (one: District) => void found.push(one);
  for (let first = 0; first < districts.length; first += 14) {
    const own = districts.slice(first, first + 14);
    const direct = own.slice(0, 2).flatMap(({ bases }) => bases.slice(1, 3));
    sim.play(
      federation(sim, `federacion-${first / 14}`, { districts: own, direct }, { then }),
      sim.chance.below(2 * day),
    );
    const union = own.slice(-2).flatMap(({ bases }) => bases.slice(0, own.length > 1 ? 3 : 4));
    // Two of them preside it; of the others the last two share a seat.
    const joint = union.slice(2).slice(-2);
    const name = `sindicato-${first / 14}`;
    sim.play(
      federation(sim, name, { districts: [], direct: union }, { throughTiers: false, joint }),
      sim.chance.below(2 * day),
    );
  }
  for (let days = 0; days < 60 && found.length < 2; days++) yield day;
  if (found.length >= 2) yield* federation(sim, 'confederacion', { districts: found.slice(0, 2), direct: [] });
}
