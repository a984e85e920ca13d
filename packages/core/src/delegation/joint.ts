import { affiliatesNow, firstBook } from '../affiliation/lineage.ts';
import { bodyCountsFrom } from '../affiliation/waiting.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { BodyState, Sitting } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries } from '../table.ts';
import { plusMonths, type Time } from '../time.ts';

/** Whose turn a joint seat is in a sitting, since when, and who waits for theirs. */
type JointTurn = NonNullable<ActData<'SittingConvened'>['joint']>[number];

type JointSeat = NonNullable<Statute['jointSeats']>[number];

const isOne = (book: string, other: string): boolean => firstBook(book) === firstBook(other);

/** The turns of a sitting that is convened at that time, one for each joint seat of which any body is here. */
export const turnsAt = (state: BodyState, at: Time): readonly JointTurn[] =>
  (statuteOf(state)?.jointSeats ?? []).flatMap((seat) => turnOf(state, seat, at) ?? []);

/** Of so many seats of its own, what a body has where it shares one: that one in its turn, none out of it. */
export function seatsByTurn(turns: readonly JointTurn[], below: string, seats: number): number {
  if (turns.some(({ body }) => isOne(body, below))) return Math.min(1, seats);
  return waitsFor(turns, below) === null ? seats : 0;
}

/** Whose turn it is instead of that body's; null: it waits for nobody. */
export const waitsFor = (turns: readonly JointTurn[], below: string): string | null =>
  turns.find(({ waiting }) => waiting.some((one) => isOne(one, below)))?.body ?? null;

/** In the order of the statute; whoever has left, or does not count yet, is passed over. */
function turnOf(state: BodyState, seat: JointSeat, at: Time): JointTurn | null {
  const here = affiliatesNow(state)
    .filter(([, affiliate]) => affiliate.entitlement > 0 && bodyCountsFrom(state, affiliate) <= at)
    .map(([book]) => book);
  const order = seat.bodies.map((name) => here.find((book) => isOne(book, name)) ?? null);
  const last = lastTurn(state, seat, at);
  const place = last === null ? -1 : seat.bodies.findIndex((name) => isOne(name, last.body));
  const same = order[place] ?? null;
  const goesOn = last !== null && same !== null && seat.by === 'term' && at < termEnds(state, last);
  const body = goesOn ? same : order.map((_, step) => order[(place + 1 + step) % order.length] ?? null).find(isHere);
  if (body === undefined || body === null) return null;
  const waiting = order.filter(isHere).filter((one) => one !== body);
  return { body, since: goesOn ? last.since : at, waiting };
}

const isHere = (book: string | null): book is string => book !== null;

const termEnds = (state: BodyState, { since }: TurnHad): Time =>
  plusMonths(since, statuteOf(state)?.terms.delegatesMonths ?? 0);

/** A sitting that was called off, or that nobody has opened in its time, was nobody's turn. */
const lastTurn = (state: BodyState, seat: JointSeat, at: Time): TurnHad | null =>
  turnHad(state, seat, ({ calledOff, opened, startsAt }) => !calledOff && (opened !== null || startsAt > at));

/** A turn that a body has had, or has now, and the act that says so. */
interface TurnHad extends Pick<JointTurn, 'body' | 'since'> {
  readonly act: number;
}

/** The last one in sittings of that kind; before the first of them, what the book before this one says. */
function turnHad(
  { sittings, predecessor }: BodyState,
  seat: JointSeat,
  counts: (sitting: Sitting) => boolean,
): TurnHad | null {
  const had = tableEntries(sittings)
    .filter(([, sitting]) => counts(sitting))
    .toSorted(([a], [b]) => Number(b) - Number(a))
    .flatMap(([act, { joint = [] }]) => joint.map(({ body, since }) => ({ act: Number(act), body, since })));
  const isOfSeat = ({ body }: TurnHad): boolean => seat.bodies.some((name) => isOne(name, body));
  return had.find(isOfSeat) ?? predecessor?.joint?.find(isOfSeat) ?? null;
}

/** Whose turn each joint seat was last in a sitting that was held: from there it passes on in the book that goes on. */
export const turnsHeld = (state: BodyState): readonly TurnHad[] =>
  (statuteOf(state)?.jointSeats ?? []).flatMap((seat) => turnHad(state, seat, ({ opened }) => opened !== null) ?? []);
