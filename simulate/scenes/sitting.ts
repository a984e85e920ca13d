// Sittings of bases and of the assemblies above them, step by step, so that the rest of the world goes on between the steps.
import { type ActName, type Actor, type InputFor, plusHours, type Time, tableEntries, tableGet } from '@cabildo/core';
import {
  type Announced,
  announcing,
  type Base,
  countHall,
  countHands,
  hallOf,
  indexOf,
  nameOf,
  openVote,
  seal,
  table,
} from '../../packages/core/test/federation/assembly.ts';
import { asMember, type Done } from '../../packages/core/test/federation/federation.ts';
import { seatActor, type Upper } from '../../packages/core/test/federation/upper.ts';
import { type Simulation, Stopped } from '../world.ts';

export type Item = Parameters<typeof table>[3];
export type Playing<T> = Generator<number, T, void>;

/** The evening (in La Paz) of a day that leaves time for the notice; and minutes to wait until it has surely begun. */
export function nextEvening(sim: Simulation): { readonly startsAt: Time; readonly wait: number } {
  const earliest = plusHours(sim.now, 49 + sim.chance.below(72));
  const startsAt = `${earliest.slice(0, 10)}T22:${10 + sim.chance.below(40)}:00Z`;
  const day = startsAt < earliest ? plusHours(startsAt, 24) : startsAt;
  return { startsAt: day, wait: (Date.parse(day) - Date.parse(sim.now)) / 60_000 + 6 };
}

/** A body with its officers. */
export type Founded = Parameters<typeof seal>[1];

export interface Room {
  readonly sitting: number;
  readonly present: number;
  readonly phones: boolean;
}

interface Wish {
  /** Everybody comes, and votes are by hands. */
  readonly full?: boolean;
  readonly chair?: Actor;
  readonly kind?: InputFor<'ConveneSitting'>['kind'];
  /** What was demanded is called by its matters alone, and has its texts a little later. */
  readonly textsLater?: boolean;
}

/** A base meets; mostly enough come. */
export function* inHall<T>(
  sim: Simulation,
  base: Base,
  matters: readonly Announced[],
  work: (room: Room) => Playing<T>,
  { full = false, chair = base.presidium, kind = 'ordinary', textsLater = false }: Wish = {},
): Playing<T> {
  const { chance } = sim;
  const hall = { ...hallOf(base), chair };
  const { startsAt, wait } = nextEvening(sim);
  const announced = announcing(...matters);
  const notice = textsLater ? announced.map(({ matter, title }) => ({ matter, title })) : announced;
  const convened = sim.must(base.origin, chair, 'ConveneSitting', { kind, place: 'Sede', startsAt, notice });
  const sitting = indexOf(convened, 'SittingConvened');
  for (const [item, { textHash }] of announced.entries())
    if (textsLater && textHash !== undefined)
      sim.must(base.origin, chair, 'NameNoticeText', { sitting, item, textHash });
  yield wait;
  const people = base.members.length;
  const present = !full && chance.happens(0.12) ? chance.below(people) + 1 : people;
  const phones = !full && chance.happens(0.3);
  countHall(sim, hall, sitting, present);
  if (phones)
    for (const member of base.members.slice(0, present))
      sim.do(base.origin, asMember(member), 'CheckIn', sim.atDoor(base.origin, sitting));
  const first = sim.do(base.origin, chair, 'OpenSitting', { sitting, call: 'first' });
  if (!first.ok) {
    yield 31;
    sim.must(base.origin, chair, 'OpenSitting', { sitting, call: 'second' });
  }
  const done = yield* work({ sitting, present, phones });
  sim.do(base.origin, chair, 'CloseSitting', { sitting });
  return done;
}

/** What is decided is handed back item by item. */
export function evening(sim: Simulation, base: Base, items: readonly Item[], wish: Wish = {}): Playing<Done[]> {
  return inHall(
    sim,
    base,
    items,
    function* (room) {
      const done: Done[] = [];
      for (const item of items) {
        yield sim.chance.below(8);
        done.push(yield* decide(sim, { ...base, presidium: wish.chair ?? base.presidium }, { ...room, item }));
      }
      return done;
    },
    wish,
  );
}

interface Decided extends Room {
  readonly item: Item;
}

function* decide(sim: Simulation, base: Base, { sitting, item, present, phones }: Decided): Playing<Done> {
  const { chance } = sim;
  const hall = hallOf(base);
  const motion = table(sim, hall, sitting, item);
  const vote = openVote(sim, hall, motion, phones ? 'devices' : 'hands');
  yield chance.below(6);
  const against = chance.happens(0.15) ? chance.below(present + 1) : chance.below(2);
  if (phones) {
    for (const [number, member] of base.members.entries())
      sim.do(base.origin, asMember(member), 'CastVote', { vote, choice: number < against ? 'no' : 'yes' });
    if (chance.happens(0.2)) sim.do(base.origin, asMember(base.members[0] ?? ''), 'CastVote', { vote, choice: 'no' });
  } else countHands(sim, hall, vote, { yes: present - against, no: against });
  return sim.must(base.origin, base.presidium, 'CloseVote', { vote });
}

/** The assembly above meets with whoever can be accredited. */
export function* inAssembly<T>(
  sim: Simulation,
  upper: Upper,
  matters: readonly Announced[],
  work: (sitting: number) => Playing<T>,
): Playing<T> {
  const { origin, presidium } = upper;
  const { startsAt, wait } = nextEvening(sim);
  const notice = announcing(...matters);
  const convened = sim.must(origin, presidium, 'ConveneSitting', { kind: 'ordinary', place: 'Sede', startsAt, notice });
  const sitting = indexOf(convened, 'SittingConvened');
  yield wait;
  for (const { origin: below } of upper.bases)
    for (const seat of [1, 2]) sim.do(origin, presidium, 'AccreditSeat', { sitting, below, seat });
  sim.must(origin, presidium, 'OpenSitting', { sitting, call: 'first' });
  const done = yield* work(sitting);
  sim.do(origin, presidium, 'CloseSitting', { sitting });
  return done;
}

/** Seats are called out one by one, and recalls may come between. */
export function upperEvening(sim: Simulation, upper: Upper, items: readonly Item[]): Playing<Done[]> {
  return inAssembly(sim, upper, items, function* (sitting) {
    const done: Done[] = [];
    for (const item of items) done.push(yield* rollCall(sim, upper, sitting, item));
    return done;
  });
}

function* rollCall(sim: Simulation, upper: Upper, sitting: number, item: Item): Playing<Done> {
  const { origin, presidium } = upper;
  const motion = table(sim, { origin, chair: presidium }, sitting, item);
  const vote = openVote(sim, { origin, chair: presidium }, motion, 'roll-call');
  const against = sim.chance.happens(0.15) ? 0.5 : 0.1;
  for (const [key] of tableEntries(sim.book(origin).state.seats)) {
    const [below = '', seat = ''] = key.split('#');
    const choice = sim.chance.happens(against) ? 'no' : 'yes';
    sim.do(origin, presidium, 'RecordRollCallVote', { vote, below, seat: Number(seat), choice });
  }
  yield 1 + sim.chance.below(60);
  return sim.must(origin, presidium, 'CloseVote', { vote });
}

/** The act of that kind, if the hall decided so; else the scene ends. */
export function actOf(done: Done | undefined, act: ActName): number {
  const found = done?.acts.find((one) => one.act === act);
  if (found === undefined) throw new Stopped(`no ${act}`);
  return found.index;
}

export function* sealed(sim: Simulation, body: Founded, index: number): Playing<number> {
  // Some officers sign days later, and some do not sign what they do not like.
  if (sim.chance.happens(0.05)) throw new Stopped('nobody signs');
  yield sim.chance.below((sim.chance.happens(0.25) ? 96 : 12) * 60);
  signed(sim, body, index);
  return index;
}

/** Both officers sign, if both are still there. */
export function signed(sim: Simulation, body: Founded, index: number): void {
  const holders = tableEntries(sim.book(body.origin).state.officers).map(([, { holder }]) => holder);
  for (const officer of [body.presidium, body.secretary])
    if (!holders.includes(nameOf(officer))) throw new Stopped('an officer has gone and cannot sign');
  seal(sim, body, index);
}

/** Asks again, after some hours and then after more, until it is accepted: what it needs comes over the network. */
export function* untilAccepted(sim: Simulation, attempt: () => { readonly ok: boolean }, tries = 12): Playing<boolean> {
  for (let tried = 0; tried < tries; tried++) {
    if (attempt().ok) return true;
    yield 240 + tried * 90 + sim.chance.below(120);
  }
  return false;
}

/** Whoever sits for that base in the assembly above. */
export function delegateOf(sim: Simulation, { origin }: Upper, base: Base, seat = 1): Actor {
  const key = `${base.origin}#${seat}`;
  if (tableGet(sim.book(origin).state.seats, key) === undefined) throw new Stopped(`nobody sits for ${key}`);
  return seatActor(sim, origin, key);
}
