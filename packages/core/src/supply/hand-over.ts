import { authority } from '../authority.ts';
import { accept, type Context, type DraftAct } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { tableEntries, tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import { type HandOverSaid, handOverText, standingText, textCheck } from './hand-over-text.ts';
import { handedOver, notShownYet } from './ledger.ts';
import { handRefusal, noPlace, placeKind } from './places.ts';
import type { HandOver, SupplyState } from './state.ts';

interface SignedByHand {
  readonly hand: number;
  readonly signature: string;
}

export const byHand = { office: 'hand', article: 'supply' } as const;

/** Between which kinds of places goods go, by the kind of hand-over. */
const ways = {
  load: [['depot'], ['vehicle']],
  relay: [['vehicle'], ['vehicle']],
  deliver: [['vehicle'], ['site']],
  direct: [['depot'], ['site', 'depot']],
  return: [['vehicle', 'site'], ['depot']],
} as const satisfies Record<HandOver['kind'], readonly (readonly string[])[]>;

/**
 * What went from one place to another is recorded whenever it comes (decision 0017): signed by the giver's hand it moves; the
 * receiver's makes it final. The same text again is answered with the act that stands; another text under the same identifier
 * moves nothing and is a dispute.
 */
export const recordHandOver: Handler<'RecordHandOver'> = {
  needs({ state, at }, input) {
    const { supply, origin } = state;
    const stands = standingOf(supply, input.id);
    const text = handOverText(stands?.written?.book ?? origin, input);
    const receivers = stands?.written === undefined ? [input.receiver] : byAnyHand(supply, stands, input.receiver, at);
    const given = [input.giver, ...receivers].flatMap((one) => signatureNeed(supply, one, text));
    return stands === undefined ? given : [...given, { fact: 'sha256', text } as const];
  },
  decide(context, { giver, receiver, ...said }) {
    const { state } = context;
    const stands = standingOf(state.supply, said.id);
    const index = tableGet(state.supply.handOverIds, said.id);
    if (index !== undefined && stands !== undefined && saysTheSame(state.origin, stands, said))
      return broughtAgain(context, index, stands, receiver);
    if (stands?.written !== undefined) return refuse('already-so', 'supply', { present: index ?? 0 });
    const refused = saidRefusal(state.supply, said) ?? signersRefusal(context, said, { giver, receiver });
    if (refused !== null) return refused;
    if (index !== undefined) return disputed(context, index, { said, giver, receiver });
    if (giver === undefined) return refuse('giver-must-sign', 'supply', { needed: said.from });
    const provisional = receiver === undefined;
    const data = { ...said, giver, ...(receiver === undefined ? {} : { receiver }), provisional };
    const answer = { provisional, missing: stillMissing(state.supply, said) };
    return accept([{ act: 'HandOverRecorded', by: byHand, data }], [], answer);
  },
};

function standingOf({ handOverIds, handOvers }: SupplyState, id: string): HandOver | undefined {
  const index = tableGet(handOverIds, id);
  return index === undefined ? undefined : tableGet(handOvers, index);
}

const saysTheSame = (origin: string, stands: HandOver, said: HandOverSaid): boolean =>
  handOverText(stands.written?.book ?? origin, said) === standingText(origin, stands);

/** In the book before the receiver's hand had another number: it is whichever of the place's hands has signed. */
function byAnyHand(
  { hands }: SupplyState,
  { to }: HandOver,
  signed: SignedByHand | undefined,
  at: Time,
): readonly SignedByHand[] {
  if (signed === undefined) return [];
  return tableEntries(hands)
    .filter(([, { of, withdrawn, until }]) => of === to && withdrawn === null && at < until)
    .map(([hand]) => ({ ...signed, hand: Number(hand) }));
}

/** Places that then show less than nothing: a hand-over that brought it there is still on some phone. */
function stillMissing(supply: SupplyState, { from, to, lines }: HandOverSaid): readonly number[] {
  const after = handedOver(supply, { act: -1, from, to, lines });
  return [...new Set(lines.flatMap(({ lot }) => notShownYet(after, lot)))];
}

/** From the other phone: what stands already, and the receiver's signature where that was missing. */
function broughtAgain(
  context: Context,
  handOver: number,
  stands: HandOver,
  receiver: SignedByHand | undefined,
): ReturnType<typeof recordHandOver.decide> {
  if (!stands.provisional || receiver === undefined)
    return accept([], [], { handOver, provisional: stands.provisional });
  const { state, at } = context;
  const text = standingText(state.origin, stands);
  const signers = stands.written === undefined ? [receiver] : byAnyHand(state.supply, stands, receiver, at);
  const refusals = signers.map((one) => handSigned(context, one, stands.to, text));
  const signed = signers[refusals.indexOf(null)];
  if (signed === undefined) return refusals[0] ?? refuse('signature-not-valid', 'supply', { needed: stands.to });
  const data = { handOver, by: { kind: 'hand', ...signed } } as const;
  return accept([{ act: 'HandOverConfirmed', by: byHand, data }], [], { handOver, provisional: false });
}

interface Brought {
  readonly said: HandOverSaid;
  readonly giver: SignedByHand | undefined;
  readonly receiver: SignedByHand | undefined;
}

/** Whoever signs for neither side has no word in it; each other text is written down once. */
function disputed(context: Context, handOver: number, { said, giver, receiver }: Brought) {
  const { state, evidence } = context;
  const stands = tableGet(state.supply.handOvers, handOver);
  if (stands?.from !== said.from || stands.to !== said.to)
    return refuse('hand-over-between-others', 'supply', { needed: handOver });
  const text = findingFor(evidence, { fact: 'sha256', text: handOverText(state.origin, said) }).found?.hash ?? '';
  const before = tableGet(state.supply.disputes, text);
  if (before !== undefined) return accept([], [], { handOver, disputed: before });
  const data = {
    handOver,
    text,
    other: said,
    ...(giver === undefined ? {} : { giver }),
    ...(receiver === undefined ? {} : { receiver }),
  };
  return accept([{ act: 'HandOverDisputed', by: byHand, data }], [], { handOver });
}

/** An officer's word where no enrolled hand has signed: the goods are on record, as provisional. Said again, it is answered with what stands. */
export const reportHandOver: Handler<'ReportHandOver'> = {
  decide(context, { words, ...said }) {
    const { supply, origin } = context.state;
    const index = tableGet(supply.handOverIds, said.id);
    const stands = standingOf(supply, said.id);
    if (stands !== undefined && saysTheSame(origin, stands, said))
      return accept([], [], { handOver: index, provisional: stands.provisional });
    if (index !== undefined) return refuse('already-so', 'supply', { present: index });
    const refused = saidRefusal(supply, said);
    if (refused !== null) return refused;
    const act: DraftAct = { act: 'HandOverReported', by: authority(context, 'supply'), data: { ...said, words } };
    return accept([act], [], { provisional: true });
  },
};

/** What could not have been so, whoever signs it: facts otherwise are recorded, in whatever order they come. */
function saidRefusal(supply: SupplyState, { kind, from, to, lines, trip }: HandOverSaid): Refused | null {
  const [fromKind, toKind] = [placeKind(supply, from), placeKind(supply, to)];
  if (fromKind === null) return noPlace(from);
  if (toKind === null) return noPlace(to);
  const [givers, receivers] = ways[kind] as readonly [readonly string[], readonly string[]];
  if (!givers.includes(fromKind) || !receivers.includes(toKind) || from === to)
    return refuse('not-that-way', 'supply', {
      needed: `${givers.join(' | ')} → ${receivers.join(' | ')}`,
      present: `${fromKind} → ${toKind}`,
    });
  if (trip !== undefined && tableGet(supply.trips, trip) === undefined)
    return refuse('not-found', 'supply', { needed: `TripDispatched ${trip}` });
  return linesRefusal(supply, lines);
}

export function linesRefusal(supply: SupplyState, lines: HandOverSaid['lines']): Refused | null {
  if (lines.length === 0) return refuse('nothing-handed-over', 'supply');
  const seen = new Set<number>();
  for (const { lot, item, given, received, damaged } of lines) {
    if (tableGet(supply.lots, lot)?.item !== item)
      return refuse('not-found', 'supply', { needed: `LotReceived ${lot}`, present: item });
    if (seen.has(lot)) return refuse('lot-twice', 'supply', { present: lot });
    seen.add(lot);
    if (received > given) return refuse('more-received-than-given', 'supply', { needed: given, present: received });
    if (damaged > received) return refuse('more-received-than-given', 'supply', { needed: received, present: damaged });
  }
  return null;
}

type Signers = { readonly giver?: SignedByHand | undefined; readonly receiver?: SignedByHand | undefined };

function signersRefusal(context: Context, said: HandOverSaid, { giver, receiver }: Signers): Refused | null {
  if (giver === undefined && receiver === undefined) return refuse('giver-must-sign', 'supply', { needed: said.from });
  const text = handOverText(context.state.origin, said);
  return handSigned(context, giver, said.from, text) ?? handSigned(context, receiver, said.to, text);
}

/** Why this is no signature of a hand of that place over that text; null if it is, or if there is none. */
export function handSigned(
  { state, at, evidence }: Context,
  signed: SignedByHand | undefined,
  place: number,
  text: string,
): Refused | null {
  if (signed === undefined) return null;
  const refused = handRefusal(state.supply, signed.hand, place, at);
  if (refused !== null) return refused;
  const [need] = signatureNeed(state.supply, signed, text);
  const valid = need !== undefined && findingFor(evidence, need).found?.valid === true;
  return valid ? null : refuse('signature-not-valid', 'supply', { needed: signed.hand });
}

/** The check that is asked for; of a hand that is not in the book none. */
export function signatureNeed(
  { hands }: SupplyState,
  signed: SignedByHand | undefined,
  text: string,
): readonly NeedOf<'signature-check'>[] {
  const key = signed === undefined ? undefined : tableGet(hands, signed.hand)?.key;
  return signed === undefined || key === undefined ? [] : [textCheck(key, signed.signature, text)];
}
