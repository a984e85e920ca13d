import { inTerm } from '../authority.ts';
import { parseSeatKey } from '../delegation/seat-key.ts';
import { electionAt } from '../delegation/serving.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Petition } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { plusDays, plusMonths, type Time } from '../time.ts';

/** How long signatures are gathered, and then how long the officers have to convene (`recall.days`). */
export const petitionDays = ({ recall }: Statute): number => recall.days ?? 30;

/** Of a share of those who belong: a begun signature is a whole one. */
export const signaturesNeeded = ({ num, den }: { readonly num: number; readonly den: number }, of: number): number =>
  Math.max(1, Math.ceil((of * num) / den));

/** Signatures can still be handed in and counted; nobody has to write that its time is over. */
export const isGathering = ({ until, counted }: Petition, at: Time): boolean => at < until && counted?.reached !== true;

type Target = Pick<Petition, 'against' | 'target'>;

/** A petition against the same holder that is still being gathered. */
export function openPetition(state: BodyState, { against, target }: Target, at: Time): number | null {
  const found = tableEntries(state.petitions).find(
    ([, petition]) => petition.against === against && petition.target === target && isGathering(petition, at),
  );
  return found === undefined ? null : Number(found[0]);
}

/** Whoever it is about holds that office or seat now, and has held it for as long as a recall must wait. */
export function targetRefusal(state: BodyState, rules: Statute, { against, target }: Target, at: Time): Refused | null {
  if (against === 'public-office') return null;
  const from =
    against === 'delegate' ? delegateSince(state, target, at) : officerSince(state, rules, { against, target }, at);
  if (from === null)
    return against === 'delegate'
      ? refuse('no-such-seat', 'recall', { needed: target })
      : refuse('office-vacant', 'recall', { needed: target });
  const earliest = plusMonths(from, rules.recall.monthsBefore);
  return at < earliest ? refuse('too-early', 'recall.monthsBefore', { needed: earliest, present: at }) : null;
}

/** Whom a petition can be about now: each office that somebody holds, the presidium whole, each seat above; none where the statute has no petition. */
export function petitionTargets(state: BodyState, at: Time): readonly Target[] {
  const rules = statuteOf(state);
  if (rules?.recall.petition === undefined) return [];
  const seats = tableEntries(state.seatsAbove).map(([target]) => ({ against: 'delegate', target }) as const);
  const offices = tableEntries(state.officers).map(([target]) => ({ against: 'officer', target }) as const);
  const all: readonly Target[] = [...seats, ...offices, { against: 'presidium', target: 'presidium' }];
  return all.filter((one) => targetRefusal(state, rules, one, at) === null && openPetition(state, one, at) === null);
}

/** `target` is `<body above>#<seat>`. */
function delegateSince(state: BodyState, target: string, at: Time): Time | null {
  const { book, seat: number } = parseSeatKey(target);
  const election = tableGet(state.elections, electionAt(state, book, number, at) ?? -1);
  const seat = election?.seats.find((candidate) => candidate.seat === number);
  if (election === undefined || seat === undefined || at >= election.until) return null;
  const isEmpty = seat.recalled !== null && (seat.alternate === null || seat.alternateRecalled !== null);
  return isEmpty ? null : election.from;
}

/** Is the seat above this person's, or would be if the petition has its way? */
export function isInSeat(state: BodyState, target: string, holder: string, at: Time): boolean {
  const { book, seat: number } = parseSeatKey(target);
  const election = tableGet(state.elections, electionAt(state, book, number, at) ?? -1);
  const seat = election?.seats.find((candidate) => candidate.seat === number);
  return seat !== undefined && (seat.holder === holder || seat.alternate === holder);
}

/** One office by its name; or the presidium whole, whatever its offices are called. */
function officerSince(state: BodyState, { offices }: Statute, { against, target }: Target, at: Time): Time | null {
  const presides = (name: string) => offices.some(({ office, role }) => office === name && role === 'presidium');
  const meant = tableEntries(state.officers).filter(
    ([office, officer]) => inTerm(officer, at) && (against === 'presidium' ? presides(office) : office === target),
  );
  return (
    meant
      .map(([, { from }]) => from)
      .toSorted()
      .at(0) ?? null
  );
}

export const dueOfPetition = (rules: Statute, at: Time): Time => plusDays(at, petitionDays(rules));
