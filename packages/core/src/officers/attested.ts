import { affiliatedSince, firstBook, standingRequest } from '../affiliation/lineage.ts';
import { isVouched } from '../affiliation/vouched.ts';
import type { BodyState } from '../state.ts';
import { tableEntries, tableGet, tableHas, tableValues } from '../table.ts';
import type { Time } from '../time.ts';
import { isOutOfHand } from './restoration.ts';
import type { AttestedBefore, Unattested } from './state.ts';

/**
 * Are the keys that this act enrolled attested at that time: sealed by those before them, back to the founder's, or, where
 * those cannot hand over, by two other bodies to whose word nobody in office has objected in time?
 */
export const attestedAt = (
  { attested, recoveries }: Pick<BodyState, 'attested' | 'recoveries'>,
  act: number,
  at: Time,
): boolean =>
  tableHas(attested, act) ||
  tableValues(recoveries).some(({ election, due, objected }) => election === act && objected === null && due <= at);

/**
 * Is what a book says of who is attested true back to the founder? One that goes on from another takes its first officers over
 * as attested: they were so in that one, or by a claim that was open when it ended and to which nobody has objected here. One
 * that says itself that they were not counts nothing of theirs, and what is attested in it two other bodies have attested
 * there. `before` says nothing good of a book that took over something else than what stood.
 */
export const beginsAttested = (
  state: Pick<BodyState, 'recoveries' | 'predecessor'>,
  at: Time,
  before: { readonly proven: boolean; readonly attested: boolean },
): boolean =>
  state.predecessor === null ||
  before.attested ||
  (before.proven && (state.predecessor.unattested !== undefined || isDue(state, at)));

const isDue = ({ recoveries }: Pick<BodyState, 'recoveries'>, at: Time): boolean =>
  tableValues(recoveries).some(({ carried, due, objected }) => carried !== undefined && objected === null && due <= at);

export interface OpenClaim {
  readonly claim: number;
  readonly due: Time;
  readonly keys: AttestedBefore['keys'];
}

/** Of those in office, while there is still time to object when the book ends: whatever comes after is said in the next one. */
export function openClaim({ recoveries, enrolment, attestedBefore: before, at }: BodyState): OpenClaim | null {
  const [claim, found] =
    tableEntries(recoveries).findLast(
      ([, { election, due, objected }]) => election === enrolment?.act && objected === null && due > at,
    ) ?? [];
  if (claim === undefined || found === undefined) return null;
  return { claim: Number(claim), due: found.due, keys: found.carried ?? before?.keys ?? [] };
}

/** Of those in office whom nobody attests when the book ends: who was attested last, and whom the book knew then. */
export function unattestedAtEnd(state: BodyState): Unattested | null {
  const { enrolment, attestedBefore: before, at } = state;
  if (enrolment === null || before === null || attestedAt(state, enrolment.act, at)) return null;
  return { at: before.at, keys: before.keys, known: before.known ?? knownBodies(state) };
}

/** More than are needed, and few enough to go into one act; a body above and neighbours first. */
const KNOWN_AT_MOST = 24;

function knownBodies(state: BodyState): Unattested['known'] {
  const { requests, body, affiliates } = state;
  const names = [requests, affiliates].map((table) => tableEntries<unknown>(table).map(([book]) => book));
  const [above = [], below = []] = names;
  const books = new Map([...above, ...(body?.provenBy?.witnesses ?? []), ...below].map((one) => [firstBook(one), one]));
  return [...books.values()]
    .flatMap((one) => {
      const as = knownAs(state, one);
      return as === null ? [] : [{ body: one, as }];
    })
    .slice(0, KNOWN_AT_MOST);
}

/**
 * In a fold, before the officers of that election take office: who was attested last. An election that nobody attests
 * changes nothing about it, so that a second one made up by a node cannot put the officers out of the way of the first.
 */
export function attestedBefore(state: BodyState, { act, at }: { readonly act: number; readonly at: Time }) {
  const { enrolment } = state;
  if (enrolment === null || !attestedAt(state, enrolment.act, at)) return state.attestedBefore;
  const keys = enrolment.keys
    .filter(({ office }) => !isOutOfHand(state, office))
    .map(({ office, key }) => ({ office, key, until: heldUntil(state, office) }));
  return { act: enrolment.act, since: act, at, keys } satisfies AttestedBefore;
}

/** The founder's powers last for the provisional time. */
const heldUntil = ({ officers, body }: BodyState, office: string): Time =>
  tableGet(officers, office)?.until ?? body?.provisionalUntil ?? '';

/** Officers before whose own term still runs: with the key in hand, any one of them can object. */
export const objectorsAt = (
  { attestedBefore: before }: Pick<BodyState, 'attestedBefore'>,
  at: Time,
  carried?: AttestedBefore['keys'],
): AttestedBefore['keys'] => (carried ?? before?.keys ?? []).filter(({ until }) => at < until);

export type Known = 'above' | 'neighbour' | 'below';

/**
 * Did this book know that body while its officers were attested: by a sealed request to belong to it, as a witness of its
 * own founding, or as a body below that has sat here? What came after the election that is to be attested counts for
 * nothing: it could have been written for the purpose.
 */
export function knownAs(state: BodyState, book: string): Known | null {
  const { since = -1, known } = state.attestedBefore ?? {};
  if (known !== undefined) return known.find((one) => firstBook(one.body) === firstBook(book))?.as ?? null;
  const request = standingRequest(state, book);
  if (request !== null && request < since && (tableGet(state.sealed, request) ?? since) < since) return 'above';
  if (isNeighbour(state, book, since)) return 'neighbour';
  const below = tableEntries(state.affiliates).find(
    ([one, { ended }]) => firstBook(one) === firstBook(book) && ended === undefined,
  );
  if (below === undefined || affiliatedSince(below[1]) >= since) return null;
  return isVouched(state, below[0]) ? 'below' : null;
}

/** Neighbours witness the founding sitting itself: the first officers are theirs to attest, whenever the proof was written. */
function isNeighbour({ body, attestedBefore: before }: BodyState, book: string, since: number): boolean {
  const inTime = (body?.proven ?? since) < since || before?.keys.some(({ office }) => office === 'convener') === true;
  return inTime && (body?.provenBy?.witnesses ?? []).some((one) => firstBook(one) === firstBook(book));
}
