// An assembly of delegates above bases that are founded, proven and have sent delegates.
import { type Actor, type Statute, tableEntries, tableGet } from '../../src/index.ts';
import {
  type Announced,
  affiliate,
  announcing,
  type Base,
  convene,
  foundBase,
  foundBody,
  type Officers,
  openVote,
  originOf,
  prove,
  slate,
  statuteWith,
  table,
} from './assembly.ts';
import { asSeat, type Done, Federation } from './federation.ts';

export interface Upper extends Officers {
  readonly origin: string;
  readonly bases: readonly Base[];
  readonly foundingSitting: number;
}

export interface World {
  readonly fed: Federation;
  readonly upper: Upper;
  readonly bases: readonly Base[];
}

interface Wish {
  readonly bases?: number;
  readonly people?: number;
  readonly statute?: Statute;
  readonly upperStatute?: Statute;
  /** So many of the bases, the last ones, are admitted with fraternal seats. */
  readonly guests?: number;
}

/** Several proven bases, each with two seats (a delegate and an alternate in each), and the assembly above them. */
export function federationOf({ bases: count = 3, people = 8, statute, upperStatute, guests = 0 }: Wish = {}): World {
  const fed = new Federation();
  const bases = Array.from({ length: count }, (_, number) => foundBase(fed, `junta-${number + 1}`, people, statute));
  for (const [number, base] of bases.entries())
    prove(
      fed,
      base,
      [1, 2].map((step) => bases[(number + step) % count] as Base),
    );
  fed.pass({ days: 31 });
  const origin = originOf('asamblea-popular');
  const { convener } = foundBody(fed, 'asamblea-popular', 'delegate', upperStatute ?? statuteWith());
  for (const base of bases) {
    const [, , , , a, b, c, d] = base.members;
    affiliate(fed, base, origin, [
      { seat: 1, holder: a ?? '', alternate: b ?? '' },
      { seat: 2, holder: c ?? '', alternate: d ?? '' },
    ]);
  }
  for (const [number, base] of bases.entries()) admit(fed, origin, convener, base, number >= count - guests);
  const upper = foundUpper(fed, origin, convener, bases);
  prove(fed, upper, bases.slice(0, 2));
  return { fed, upper, bases };
}

export const admit = (fed: Federation, origin: string, convener: Actor, base: Base, isGuest = false): Done =>
  fed.must(origin, convener, 'AdmitAffiliate', {
    below: base.origin,
    key: fed.book(base.origin).key,
    title: base.origin,
    entitlement: 2,
    ...(isGuest ? { seatClass: 'fraterno' } : {}),
  });

export function foundUpper(fed: Federation, origin: string, convener: Actor, bases: readonly Base[]): Upper {
  const sitting = convene(
    fed,
    { origin, chair: convener, tellers: [convener, convener] },
    {
      kind: 'founding',
      notice: announcing('election'),
    },
  );
  accreditAll(fed, origin, convener, sitting, bases);
  fed.must(origin, convener, 'OpenSitting', { sitting, call: 'first' });
  const [first, second] = bases;
  const [president, secretary] = [`${first?.origin}#1`, `${second?.origin}#1`];
  const motion = table(fed, { origin, chair: convener }, sitting, {
    matter: 'election',
    proposal: slate(fed, origin, [president, secretary]),
  });
  const vote = openVote(fed, { origin, chair: convener }, motion, 'roll-call');
  for (const [key, seat] of tableEntries(fed.book(origin).state.seats))
    if (seat.class === undefined) callOut(fed, origin, convener, vote, key, 'yes');
  fed.must(origin, convener, 'CloseVote', { vote });
  const presidium = seatActor(fed, origin, president);
  fed.must(origin, presidium, 'CloseSitting', { sitting });
  return { origin, bases, presidium, secretary: seatActor(fed, origin, secretary), foundingSitting: sitting };
}

export function accreditAll(
  fed: Federation,
  origin: string,
  chair: Actor,
  sitting: number,
  bases: readonly Base[],
): void {
  for (const { origin: below } of bases)
    for (const seat of [1, 2]) fed.must(origin, chair, 'AccreditSeat', { sitting, below, seat });
}

/** Whoever holds that seat now. */
export function seatActor(fed: Federation, origin: string, key: string): Actor {
  const seat = tableGet(fed.book(origin).state.seats, key);
  if (seat === undefined) throw new Error(`${origin} knows no seat ${key}`);
  return asSeat(seat.below, seat.seat, seat.holder);
}

export function callOut(
  fed: Federation,
  origin: string,
  chair: Actor,
  vote: number,
  key: string,
  choice: 'yes' | 'no' | 'abstain',
): Done {
  const [below = '', seat = ''] = key.split('#');
  return fed.must(origin, chair, 'RecordRollCallVote', { vote, below, seat: Number(seat), choice });
}

/** A sitting of the delegate assembly with every seat accredited. */
export function sitUpper(world: World, ...announced: readonly Announced[]): number {
  const { fed, upper } = world;
  const sitting = callUpper(world, ...announced);
  fed.must(upper.origin, upper.presidium, 'OpenSitting', { sitting, call: 'first' });
  return sitting;
}

/** Convened, with the delegates of those bases accredited. */
export function callUpper({ fed, upper, bases }: World, ...announced: readonly Announced[]): number {
  const hall = { origin: upper.origin, chair: upper.presidium, tellers: [upper.presidium, upper.secretary] as const };
  const sitting = convene(fed, hall, { notice: announcing(...announced) });
  accreditAll(fed, upper.origin, upper.presidium, sitting, bases);
  return sitting;
}

/** Every seat votes as given (`yes` where nothing is said), by roll call. */
export function decideByRollCall(
  { fed, upper }: World,
  sitting: number,
  item: Parameters<typeof table>[3],
  choices: Readonly<Record<string, 'yes' | 'no' | 'abstain'>> = {},
): Done {
  const motion = table(fed, { origin: upper.origin, chair: upper.presidium }, sitting, item);
  const vote = openVote(fed, { origin: upper.origin, chair: upper.presidium }, motion, 'roll-call');
  const seats = tableEntries(fed.book(upper.origin).state.seats).filter(
    ([, seat]) => seat.sitting === sitting && !seat.vacant,
  );
  for (const [key] of seats) callOut(fed, upper.origin, upper.presidium, vote, key, choices[key] ?? 'yes');
  return fed.must(upper.origin, upper.presidium, 'CloseVote', { vote });
}
