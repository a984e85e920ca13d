import { belongs } from './affiliation/lineage.ts';
import type { Role } from './catalogue/entry.ts';
import type { Actor, Context } from './decision.ts';
import { votesIn } from './delegation/seat-class.ts';
import { parseSeatKey, seatKey } from './delegation/seat-key.ts';
import { seatStands } from './dispute/standing.ts';
import { slipName } from './door/slip-name.ts';
import { isSlipOut } from './door/standing.ts';
import { isOutOfHand } from './officers/restoration.ts';
import { inOfficeAt, isFounding } from './officers/term.ts';
import type { BodyState, Enrolment, Officer } from './state.ts';
import type { Phase } from './statute/fields.ts';
import { tableEntries, tableGet, tableHas } from './table.ts';
import type { Time } from './time.ts';

/** How the body's acts and lists name the one who asks: a member, the seat of a delegate, a slip; nobody for the others. */
export function holderOf(actor: Actor): string | null {
  if (actor.kind === 'member') return actor.member;
  if (actor.kind === 'seat') return seatKey(actor.below, actor.seat);
  return actor.kind === 'slip' ? slipName(actor) : null;
}

/** What the book lets this actor be at that time. Terms lapse by themselves: nobody has to write that they are over. */
export function rolesOf(before: BodyState, actor: Actor, at: Time): ReadonlySet<Role> {
  const state = inOfficeAt(before, at);
  const roles = new Set<Role>(['anyone']);
  if (actor.kind === 'operator') roles.add('operator');
  const holder = holderOf(actor);
  if (holder === null || state.body === null) return roles;
  if (actor.kind === 'slip') {
    const counts = state.activeSittings.includes(actor.sitting) && isSlipOut(state, actor);
    return counts ? roles.add('slip') : roles;
  }
  if (actor.kind === 'member' && state.body.kind === 'base') roles.add('member');
  if (handsOver(state, actor)) roles.add('outgoing-officer');
  if (actor.kind === 'seat') {
    if (!sitsThere(state, actor.below, actor.seat, actor.holder, at)) return afterTerm(roles, state, actor);
    // The assembly has elected its officers: a dispute about the seat they came on does not take the office from them.
    if (seatStands(state, actor.below, actor.seat)) roles.add('delegate');
  }
  if (isConvener(state, actor, at)) roles.add('convener');
  for (const office of officesOf(state, actor)) addOffice(roles, state, office, at);
  if (isTeller(state, holder)) roles.add('teller');
  return roles;
}

/**
 * An officer of a delegate assembly whose own seat has run out can still convene the election: without that, an
 * assembly whose seats all end on one day could never meet again. One who was recalled cannot.
 */
function afterTerm(roles: Set<Role>, state: BodyState, actor: SeatActor): Set<Role> {
  const seat = tableGet(state.seats, seatKey(actor.below, actor.seat));
  const ranOut = seat !== undefined && !seat.vacant && seat.holder === actor.holder && belongs(state, actor.below);
  if (ranOut && officesOf(state, actor).length > 0) roles.add('former-officer');
  return roles;
}

type SeatActor = Extract<Actor, { kind: 'seat' }>;

function addOffice(roles: Set<Role>, state: BodyState, [office, officer]: HeldOffice, at: Time): void {
  if (!inTerm(officer, at)) {
    roles.add('former-officer');
    return;
  }
  roles.add('officer');
  const role = roleOf(state, office);
  if (role !== undefined && role !== 'teller') roles.add(role);
  // Where everybody who would preside was recalled or has resigned, the secretary presides until the election.
  const presided = tableEntries(state.officers).some(([held]) => roleOf(state, held) === 'presidium');
  if (role === 'secretary' && !presided) roles.add('presidium');
  // Without anybody who writes the roll would be closed for ever, and a lost card lost for good.
  if (role === 'presidium' && !hasSecretary(state)) roles.add('secretary');
}

const hasSecretary = (state: BodyState): boolean =>
  state.statute?.rules.offices.some((candidate) => candidate.role === 'secretary') === true;

const roleOf = (state: BodyState, office: string) =>
  state.statute?.rules.offices.find((candidate) => candidate.office === office)?.role;

type HeldOffice = readonly [office: string, officer: Officer];

/** The office is the person's: whoever takes a delegate's seat does not take the office with it. */
export const holdsOffice = ({ holder, person }: Officer, actor: Actor): boolean =>
  holder === holderOf(actor) && person === (actor.kind === 'seat' ? actor.holder : holder);

const officesOf = (state: BodyState, actor: Actor): readonly HeldOffice[] =>
  tableEntries(state.officers).filter(([, officer]) => holdsOffice(officer, actor));

export const inTerm = (term: { readonly from: Time; readonly until: Time }, at: Time): boolean =>
  term.from <= at && at < term.until;

/** The founder convenes until officers are elected, and not after the provisional time. */
function isConvener(state: BodyState, actor: Actor, at: Time): boolean {
  const { body } = state;
  const founder = actor.kind === 'member' && body?.convener.holder === actor.member;
  return body !== null && founder && isFounding(state) && at < body.provisionalUntil;
}

const isTeller = (state: BodyState, holder: string): boolean =>
  state.activeSittings.some((index) => tableGet(state.sittings, index)?.tellers.includes(holder) === true);

/** Invariant 3, as far as this book knows: accredited, of a body that belongs here, in its term, not recalled, not in dispute, held by this person. */
export const seatHeldBy = (state: BodyState, below: string, number: number, holder: string, at: Time): boolean =>
  sitsThere(state, below, number, holder, at) && seatStands(state, below, number);

function sitsThere(state: BodyState, below: string, number: number, holder: string, at: Time): boolean {
  const seat = tableGet(state.seats, seatKey(below, number));
  return seat !== undefined && !seat.vacant && seat.holder === holder && at < seat.until && belongs(state, below);
}

/** The office (or standing) under which an act is written, and the article that allows it. */
export function authority(context: Context, article: string): { readonly office: string; readonly article: string } {
  const { state, actor, at, inSitting } = context;
  const holder = holderOf(actor);
  if (inSitting !== undefined) return { office: inSitting, article };
  if (holder === null) return { office: actor.kind, article };
  if (isConvener(state, actor, at)) return { office: 'convener', article };
  const roles = rolesOf(state, actor, at);
  const held = officesOf(state, actor).find(([, officer]) => inTerm(officer, at));
  if (held !== undefined && roles.has('officer')) return { office: held[0], article };
  const standing = (['teller', 'former-officer', 'outgoing-officer', 'delegate', 'member'] as const).find((role) =>
    roles.has(role),
  );
  return { office: standing ?? 'anyone', article };
}

/** Held a key until the last election, which waits for the outgoing officers' seal. */
const handsOver = (state: BodyState, actor: Actor): boolean =>
  state.enrolment !== null &&
  !tableHas(state.sealed, state.enrolment.act) &&
  keyIn(state.enrolment.before, actor) !== undefined;

/**
 * Whose keys seal the act: those in force; the election that enrolled them is sealed by those that it replaced, so
 * that a node cannot make officers up.
 */
export function sealersOf({ enrolment }: BodyState, index: number): Enrolment['before'] {
  return enrolment !== null && enrolment.act === index && enrolment.before !== null ? enrolment.before : enrolment;
}

/** The key with which this actor may seal that act now, with the office it was enrolled for. */
export function sealingKey(
  { state: before, actor, at }: Pick<Context, 'state' | 'actor' | 'at'>,
  index: number,
): { readonly office: string; readonly key: string } | null {
  const state = inOfficeAt(before, at);
  const found = keyIn(sealersOf(state, index), actor);
  const handover = state.enrolment?.act === index && state.enrolment.before !== null;
  const roles = rolesOf(state, actor, at);
  const mayNow = handover || roles.has('officer') || roles.has('convener');
  if (found === undefined || !mayNow || isOutOfHand(state, found.office)) return null;
  return { office: found.office, key: found.key };
}

const keyIn = (keys: Enrolment['before'], actor: Actor) =>
  keys?.keys.find(
    ({ holder, person }) => holder === holderOf(actor) && person === (actor.kind === 'seat' ? actor.holder : holder),
  );

/** Seats of a sitting of a delegate assembly that may vote now, in that phase of it. */
export const seatsInSitting = (state: BodyState, sitting: number, at: Time, phase: Phase): readonly string[] =>
  tableEntries(state.seats)
    .filter(([, seat]) => seat.sitting === sitting && !seat.vacant && at < seat.until)
    .filter(([, seat]) => seatStands(state, seat.below, seat.seat) && votesIn(state, seat, phase))
    .map(([key]) => key);

export const isSeatName = (holder: string): boolean => holder.includes('#') && parseSeatKey(holder).seat > 0;
