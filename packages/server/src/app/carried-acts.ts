import { base64Encode, canonicalize, decodeLeaf, type Json, type Leaf, leafHash } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import {
  type BodyState,
  electionAt,
  mandatesStanding,
  openClaim,
  type Time,
  tableEntries,
  tableGet,
  tableHas,
  unattestedAtEnd,
} from '@cabildo/core';
import { readActsOfTypes } from '../store/logged-heads.ts';
import type { Store } from '../store/open-store.ts';

/** An act of a book that its successor takes over. */
export interface CarriedAct {
  readonly index: number;
  readonly entry: Uint8Array;
}

/** What a body is: by these acts, as far as they are in force. What is under way is convened anew. */
const ALWAYS = [
  'BodyFounded',
  'BodyDissolved',
  'WitnessAppointed',
  'AffiliationAdmitted',
  'AffiliationEnded',
  'EntitlementChanged',
  'RecallPresented',
  'SeatVacated',
  'CommitteeFormed',
  'CommitteeEnded',
  'BodySplit',
  'ForkRecorded',
];
const IN_FORCE = [
  'OfficeTurnTaken',
  'OfficeTurnDeclined',
  'ClaimDisputed',
  'StatuteAdopted',
  'OfficersElected',
  'OfficerKeyReplaced',
  'OfficerKeyRestored',
  'OfficerRecalled',
  'OfficerResigned',
  'BodyProven',
  'AffiliationRequested',
  'DelegatesElected',
  'MandateGiven',
  'MandateDivided',
  'TerritoryDrawn',
];
const SEATS = ['SeatAccredited', 'AlternateSeated'];
const CARRIED = [...ALWAYS, ...IN_FORCE, ...SEATS];

/** The acts of `origin` that its successor takes over at `at`, in the order of the book. `whole`: nothing of it was lost. */
export async function carriedActs(
  store: Store,
  state: BodyState,
  { at, whole, types = CARRIED }: { readonly at: Time; readonly whole: boolean; readonly types?: readonly string[] },
): Promise<CarriedAct[]> {
  return keptOf(await readActsOfTypes(store, state.origin, types, state.size), state, { at, whole });
}

/** Of all these acts of a book, those that its successor takes over. */
export function keptOf<R extends Row>(
  rows: readonly R[],
  state: BodyState,
  { at, whole }: { readonly at: Time; readonly whole: boolean },
): R[] {
  const seats = seatsKept(rows, state);
  const elections = electionsKept(state, at);
  // Whoever is in an office by turn, and up to whom the order has come.
  const turns = new Set([
    ...tableEntries(state.turns).map(([, { act }]) => act),
    ...tableEntries(state.officers).map(([, { act }]) => act),
  ]);
  const mandates = mandatesStanding(state);
  const enrolled = state.enrolment?.act ?? 0;
  const keeps: Readonly<Record<string, (index: number) => boolean>> = {
    StatuteAdopted: (index) => index === state.statute?.act,
    // And those who were elected for a term that has not begun.
    OfficersElected: (index) => index === enrolled || index === state.incoming?.act,
    OfficerKeyReplaced: (index) => index > enrolled,
    OfficerKeyRestored: (index) => index > enrolled,
    OfficerRecalled: (index) => index > enrolled,
    OfficerResigned: (index) => index > enrolled,
    // Whoever cannot show the book that proves it proves it anew.
    BodyProven: (index) => whole && index === state.body?.proven,
    WitnessAppointed: (index) => tableEntries(state.witnesses).some(([, { act }]) => act === index),
    OfficeTurnTaken: (index) => turns.has(index),
    OfficeTurnDeclined: (index) => turns.has(index),
    AffiliationRequested: (index) => tableHas(state.sealed, index),
    // What was settled is settled: its seats are those of the affiliations.
    ClaimDisputed: (index) => tableGet(state.disputes, index)?.settled === null,
    TerritoryDrawn: (index) => index === state.body?.territory?.act,
    DelegatesElected: (index) => elections.has(index),
    MandateGiven: (index) => mandates.has(index),
    MandateDivided: (index) => mandates.has(index),
    SeatAccredited: (index) => seats.has(index),
    AlternateSeated: (index) => seats.has(index),
  };
  return rows.filter(
    ({ act, index, entry }) =>
      CARRIED.includes(act) && !(act === 'SeatVacated' && 'to' in dataOf(entry)) && (keeps[act]?.(index) ?? true),
  );
}

/** Sealed elections whose term is not over and from which nobody has been recalled: of each seat who serves, and who follows. */
function electionsKept(state: BodyState, at: Time): ReadonlySet<number> {
  const standing = tableEntries(state.seatsAbove).flatMap(([key, acts]) => {
    const above = key.slice(0, key.lastIndexOf('#'));
    const serving = electionAt(state, above, Number(key.slice(key.lastIndexOf('#') + 1)), at);
    const last = acts.findLast((act) => tableHas(state.sealed, act));
    return [serving, last].filter((act) => act !== undefined && tableHas(state.sealed, act));
  });
  return new Set(
    standing.filter((act) => {
      const election = act === undefined ? undefined : tableGet(state.elections, act);
      const untouched = election?.seats.every((seat) => seat.recalled === null && seat.alternateRecalled === null);
      return election !== undefined && untouched === true && at < election.until;
    }) as number[],
  );
}

interface Row extends CarriedAct {
  readonly act: string;
}

/** Of each seat of a delegate assembly: who was in it when the officers were elected, and who is in it now. */
function seatsKept(rows: readonly Row[], state: BodyState): ReadonlySet<number> {
  const enrolled = state.enrolment?.act ?? 0;
  const bySeat = new Map<string, number[]>();
  for (const row of rows) {
    if (!SEATS.includes(row.act)) continue;
    const { below, seat } = dataOf(row.entry) as { below: string; seat: number };
    const acts = bySeat.get(`${below}#${seat}`) ?? [];
    // An alternate follows whoever was accredited; a new accreditation makes what was before it void.
    bySeat.set(`${below}#${seat}`, [...acts, row.act === 'SeatAccredited' ? row.index : -row.index]);
  }
  const since = (acts: readonly number[]): readonly number[] => acts.slice(acts.findLastIndex((act) => act >= 0));
  return new Set(
    Array.from(bySeat.values()).flatMap((acts) => {
      const then = acts.filter((act) => Math.abs(act) < enrolled);
      return [...(then.length > 0 ? since(then) : []), ...since(acts)].map(Math.abs);
    }),
  );
}

/** What is taken over on the strength of the book before; the rest a successor could as well have written itself. */
const PROVING = [
  'BodyFounded',
  'OfficersElected',
  'OfficerKeyReplaced',
  'OfficerKeyRestored',
  'OfficerRecalled',
  'OfficerResigned',
  'BodyProven',
];

/**
 * Has the successor taken over its founding, the proof of it, and the officers with their keys just as they stand in the
 * whole of the book before it? `before` is that book's state at the head which the successor cites.
 */
export async function carriesFaithfully(store: Store, successor: BodyState, before: BodyState): Promise<boolean> {
  if (!carriesOpenClaim(successor, before) || !saysWhoWasAttested(successor, before)) return false;
  const expected = await carriedActs(store, before, { at: successor.at, whole: true, types: PROVING });
  const wanted = expected.map(({ index, entry }) => ({
    leaf: leafOf(entry),
    cites: [before.origin, index, hashOf(entry)],
  }));
  const rows = await readActsOfTypes(store, successor.origin, PROVING, successor.size);
  const taken = rows
    .map(({ entry }) => leafOf(entry))
    .filter(({ cites }) => cites[0]?.book === before.origin)
    .map((leaf) => ({ leaf, cites: [leaf.cites[0]?.book, leaf.cites[0]?.index, leaf.cites[0]?.leaf] }));
  const written = ({ leaf, cites }: { leaf: Leaf; cites: unknown }): string =>
    JSON.stringify([leaf.act, canonicalize(leaf.data), cites]);
  return JSON.stringify(wanted.map(written)) === JSON.stringify(taken.map(written));
}

/** Those who could object in the book before can do so here, as long as there; a claim that was not open there is none here. */
function carriesOpenClaim({ recoveries }: BodyState, before: BodyState): boolean {
  const open = openClaim(before);
  const taken = tableEntries(recoveries).flatMap(([, { due, carried }]) =>
    carried === undefined ? [] : [{ due, carried }],
  );
  const expected = open === null ? [] : [{ due: open.due, carried: open.keys }];
  return taken.length === 0 || canonicalize(taken as unknown as Json) === canonicalize(expected as unknown as Json);
}

/** A book that does not say so takes nothing over from officers whom nobody attested; one that says so says who was. */
function saysWhoWasAttested({ predecessor }: BodyState, before: BodyState): boolean {
  const said = predecessor?.unattested;
  return (
    said === undefined ||
    canonicalize(said as unknown as Json) === canonicalize(unattestedAtEnd(before) as unknown as Json)
  );
}

function leafOf(entry: Uint8Array): Leaf {
  const decoded = decodeLeaf(entry);
  if (!decoded.ok) throw new Error(`an act in the database is malformed: ${decoded.reason}`);
  return decoded.leaf;
}

const dataOf = (entry: Uint8Array): Leaf['data'] => leafOf(entry).data;

const hashOf = (entry: Uint8Array): string => base64Encode(leafHash(entry, nodeCrypto));
