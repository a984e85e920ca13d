// How a district comes to be: bases are founded, witness one another, ask to belong, elect delegates, are admitted.
import { plusDays, tableGet } from '@cabildo/core';
import {
  announcing,
  type Base,
  foundBase,
  foundBody,
  indexOf,
  originOf,
  slate,
} from '../../packages/core/test/federation/assembly.ts';
import type { Done } from '../../packages/core/test/federation/federation.ts';
import { callOut, seatActor, type Upper } from '../../packages/core/test/federation/upper.ts';
import { type Simulation, Stopped } from '../world.ts';
import { countsCandidates, electDelegation, electOfficers } from './candidates.ts';
import { handedOver, handOver, livingBase } from './officers.ts';
import { actOf, evening, type Founded, nextEvening, type Playing, sealed, signed, untilAccepted } from './sitting.ts';
import { baseStatute, electingStatute, minutingStatute, upperStatute } from './statutes.ts';

export interface District {
  readonly upper: Upper;
  /** All bases below, through all tiers. */
  readonly bases: readonly Base[];
  /** Of those that do not belong directly: the assemblies between, the highest first. */
  readonly ways?: ReadonlyMap<Base, readonly Upper[]>;
}

const people = 8;

const statuteAt = (place: number) => (place === 2 ? minutingStatute : place === 3 ? electingStatute : baseStatute);

export function* foundDistrict(sim: Simulation, number: number, size: number): Playing<District> {
  const bases = Array.from({ length: size }, (_, place) =>
    livingBase(sim, foundBase(sim, `junta-${number}-${place}`, people, statuteAt(place))),
  );
  // A founder who is gone before handing over is one of those who cannot any more.
  for (const { origin } of bases) if (sim.chance.happens(0.9)) handOver(sim, origin);
  for (const [place, base] of bases.entries())
    yield* proven(
      sim,
      base,
      [1, 2].map((step) => bases[(place + step) % size] as Base),
    );
  const name = `distrito-${number}`;
  const origin = originOf(name);
  yield 33 * 24 * 60;
  const { convener } = foundBody(sim, name, 'delegate', upperStatute);
  const belong = new Set<Base>();
  for (const base of bases) sim.play(belonging(sim, base, origin, () => belong.add(base)));
  for (let days = 0; days < 40 && belong.size < size; days++) yield 24 * 60;
  for (const base of bases) yield* admitted(sim, origin, convener, base);
  let why = '';
  for (let tries = 0; tries < 6; tries++)
    try {
      const upper = yield* founding(sim, origin, convener, bases);
      handOver(sim, upper.origin);
      yield* proven(sim, upper, bases.slice(0, 2));
      return { upper, bases };
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      why = error.message;
      sim.note(why);
      yield 60 * (1 + sim.chance.below(20));
    }
  sim.unfounded.push(`${origin}: ${why}`);
  throw new Stopped('no assembly above');
}

export function* admitted(
  sim: Simulation,
  origin: string,
  convener: Upper['presidium'],
  { origin: below }: Pick<Base, 'origin'>,
): Playing<boolean> {
  const { key } = sim.book(below);
  const admission = { below, key, title: below, entitlement: 2 };
  // While the node compares a book that was put back with others, nobody admits anybody; it may go on under another name.
  return yield* untilAccepted(sim, () =>
    accepted(() => sim.must(sim.latest(origin), convener, 'AdmitAffiliate', admission)),
  );
}

function accepted(attempt: () => unknown): { readonly ok: boolean } {
  try {
    attempt();
    return { ok: true };
  } catch (error) {
    if (error instanceof Stopped) return { ok: false };
    throw error;
  }
}

interface Proving extends Founded {
  readonly foundingSitting: number;
}

export function* proven(sim: Simulation, base: Proving, neighbours: readonly Base[]): Playing<void> {
  const { origin, presidium, secretary, foundingSitting } = base;
  const approved = sim.must(origin, secretary, 'ApproveMinutes', {
    sitting: foundingSitting,
    text: 'Acta de fundación',
  });
  const minutes = indexOf(approved, 'MinutesApproved');
  signed(sim, base, minutes);
  for (const neighbour of neighbours)
    yield* untilAccepted(sim, () =>
      accepted(() => {
        const seen = sim.must(neighbour.origin, neighbour.presidium, 'WitnessFounding', { neighbour: origin });
        signed(sim, neighbour, indexOf(seen, 'FoundingWitnessed'));
      }),
    );
  const witnesses = neighbours.map((neighbour) => neighbour.origin);
  yield* untilAccepted(sim, () => sim.do(origin, presidium, 'ProveFounding', { minutes, witnesses }));
}

export function* belonging(sim: Simulation, base: Base, upper: string, then: () => void): Playing<void> {
  const asking = { kind: 'request-affiliation', to: upper, toKey: sim.book(upper).key } as const;
  yield* again(sim, function* () {
    const [request] = yield* evening(sim, base, [{ matter: 'affiliation', proposal: asking }]);
    yield* sealed(sim, base, actOf(request, 'AffiliationRequested'));
  });
  yield* again(sim, () => electDelegates(sim, base, upper, 0));
  then();
}

/** Evenings without quorum are called again. */
export function* again(sim: Simulation, scene: () => Playing<void>): Playing<void> {
  for (let tries = 0; tries < 6; tries++)
    try {
      yield* scene();
      return;
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      sim.note(error.message);
      yield 60 * (1 + sim.chance.below(12));
    }
}

/** Others than before, unless the base presides the assembly above: that would need an election first. */
export function electOthers(sim: Simulation, base: Base, { origin, presidium, secretary }: Upper): Playing<void> {
  const presides = [presidium, secretary].some((one) => one.kind === 'seat' && one.below === base.origin);
  return electDelegates(sim, base, origin, presides ? 0 : sim.chance.below(4));
}

/** Two seats, a delegate and an alternate in each. */
export function* electDelegates(sim: Simulation, base: Base, to: string, turn: number): Playing<void> {
  if (countsCandidates(sim, base)) {
    const counted = yield* electDelegation(sim, base, to, 350);
    yield* delegationSealed(sim, base, actOf(counted, 'DelegatesElected'), turn);
    return;
  }
  const { length } = base.members;
  const who = (offset: number) => base.members[(4 + offset + turn) % length] ?? '';
  const seats = [
    { seat: 1, holder: who(0), alternate: who(1) },
    { seat: 2, holder: who(2), alternate: who(3) },
  ];
  const proposal = { kind: 'elect-delegates', to, from: sim.now, until: plusDays(sim.now, 350), seats } as const;
  const [election] = yield* evening(sim, base, [{ matter: 'election', proposal }]);
  yield* delegationSealed(sim, base, actOf(election, 'DelegatesElected'), turn);
}

/** Officers who do not like whom the assembly sends instead of others do not sign it. */
function* delegationSealed(sim: Simulation, base: Base, election: number, turn: number): Playing<void> {
  if (turn > 0 && sim.chance.happens(0.25)) throw new Stopped('nobody signs');
  yield* sealed(sim, base, election);
}

export function* reelect(sim: Simulation, base: Base): Playing<void> {
  actOf(yield* newOfficers(sim, base, 1 + sim.chance.below(48)), 'OfficersElected');
  yield* handedOver(sim, base);
}

/** By a list of the first two, or among candidates where the statute counts those. */
export function* newOfficers(
  sim: Simulation,
  base: Base,
  months: number,
  wish: Parameters<typeof evening>[3] = {},
): Playing<Done | undefined> {
  if (countsCandidates(sim, base)) return yield* electOfficers(sim, base, months, wish);
  const [president = '', secretary = ''] = base.members;
  const proposal = slate(sim, base.origin, [president, secretary], months);
  const [done] = yield* evening(sim, base, [{ matter: 'election', proposal }], wish);
  return done;
}

/** The founder convenes; where the book was succeeded after the officers were elected, they sit once more, to have minutes. */
export function* founding(
  sim: Simulation,
  first: string,
  convener: Upper['presidium'],
  bases: readonly Base[],
): Playing<Upper> {
  const origin = sim.latest(first);
  const elected = tableGet(sim.book(origin).state.officers, 'presidencia');
  const chair = elected === undefined ? convener : seatActor(sim, origin, elected.holder);
  const { startsAt, wait } = nextEvening(sim);
  const convened = sim.must(origin, chair, 'ConveneSitting', {
    kind: 'founding',
    place: 'Sede',
    startsAt,
    notice: announcing('election'),
  });
  const sitting = indexOf(convened, 'SittingConvened');
  yield wait;
  for (const { origin: below } of bases)
    for (const seat of [1, 2]) sim.do(origin, chair, 'AccreditSeat', { sitting, below, seat });
  sim.must(origin, chair, 'OpenSitting', { sitting, call: 'first' });
  try {
    return yield* directed(sim, { origin, chair, bases, sitting });
  } catch (error) {
    // A body meets in one hall at a time: who begins again has gone home before.
    sim.do(origin, chair, 'CloseSitting', { sitting });
    throw error;
  }
}

interface Gathered {
  readonly origin: string;
  readonly chair: Upper['presidium'];
  readonly bases: readonly Base[];
  readonly sitting: number;
}

function* directed(sim: Simulation, { origin, chair, bases, sitting }: Gathered): Playing<Upper> {
  const { seats } = sim.book(origin).state;
  const [president, secretary] = bases.map((base) => `${base.origin}#1`).filter((seat) => tableGet(seats, seat));
  if (president === undefined || secretary === undefined) throw new Stopped('nobody to preside');
  const tabled = sim.must(origin, chair, 'TableMotion', {
    sitting,
    matter: 'election',
    title: 'Directiva',
    text: 'Directiva',
    proposal: slate(sim, origin, [president, secretary]),
  });
  const opened = sim.must(origin, chair, 'OpenVote', { motion: indexOf(tabled, 'MotionTabled'), method: 'roll-call' });
  const vote = indexOf(opened, 'VoteOpened');
  for (const { origin: below } of bases)
    for (const seat of [1, 2]) accepted(() => callOut(sim, origin, chair, vote, `${below}#${seat}`, 'yes'));
  sim.must(origin, chair, 'CloseVote', { vote });
  // The term begins by their own watch, and the node’s may be behind.
  yield 10;
  const presidium = seatActor(sim, origin, president);
  const upper = { origin, bases, presidium, secretary: seatActor(sim, origin, secretary), foundingSitting: sitting };
  sim.must(origin, presidium, 'CloseSitting', { sitting });
  return sim.living(upper);
}
