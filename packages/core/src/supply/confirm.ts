import { canonicalText } from '../canonical.ts';
import { accept, type Context } from '../decision.ts';
import { findingFor, type Need, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { type Refused, refuse } from '../refusal.ts';
import { statuteOf } from '../statute/quorum.ts';
import { tableGet } from '../table.ts';
import type { Time } from '../time.ts';
import type { HandOverLine } from './fields.ts';
import { byHand, handSigned, linesRefusal, signatureNeed } from './hand-over.ts';
import { correctionText, standingText, textCheck } from './hand-over-text.ts';
import type { SupplyState } from './state.ts';

/** Is that the key of an officer of that assembly in its term, by the assembly's own book? */
export const officerNeed = (book: string, key: string, at: Time): NeedOf<'officer-key'> => ({
  fact: 'officer-key',
  book,
  key,
  at,
});

interface SignedByOfficer {
  readonly book: string;
  readonly key: string;
  readonly signature: string;
}

export const officerNeeds = ({ book, key, signature }: SignedByOfficer, text: string, at: Time): readonly Need[] => [
  officerNeed(book, key, at),
  textCheck(key, signature, text),
];

/** Why that is no signature of an officer of the assembly that the site belongs to. */
export function officerSigned(
  { state, at, evidence }: Context,
  { book, key, signature }: SignedByOfficer,
  site: number,
  text: string,
): Refused | null {
  const assembly = tableGet(state.supply.sites, site)?.assembly ?? null;
  if (assembly === null) return refuse('site-without-assembly', 'supply', { present: site });
  if (assembly !== book) return refuse('not-its-assembly', 'supply', { needed: assembly, present: book });
  const officer = findingFor(evidence, officerNeed(book, key, at)).found;
  if (officer === null) return refuse('no-officer-key-there', 'supply', { needed: book });
  if (!officer.attested && statuteOf(state)?.seals.handover === 'require')
    return refuse('officers-unattested', 'seals.handover', { needed: book });
  const { found } = findingFor(evidence, textCheck(key, signature, text));
  return found?.valid === true ? null : refuse('signature-not-valid', 'supply', { needed: book });
}

/** Nothing makes a hand-over final by time: the receiver's hand does, or an officer of the site's assembly. */
export const confirmHandOver: Handler<'ConfirmHandOver'> = {
  needs({ state, at }, { handOver, by }) {
    const stands = tableGet(state.supply.handOvers, handOver);
    if (stands === undefined) return [];
    const text = standingText(state.origin, stands);
    return by.kind === 'hand' ? signatureNeed(state.supply, by, text) : officerNeeds(by, text, at);
  },
  decide(context, { handOver, by }) {
    const { state, at, evidence } = context;
    const stands = tableGet(state.supply.handOvers, handOver);
    if (stands === undefined) return refuse('not-found', 'supply', { needed: `HandOverRecorded ${handOver}` });
    if (!stands.provisional) return accept([], [], { handOver, provisional: false });
    const text = standingText(state.origin, stands);
    const refused =
      by.kind === 'hand' ? handSigned(context, by, stands.to, text) : officerSigned(context, by, stands.to, text);
    if (refused !== null) return refused;
    const cites = by.kind === 'hand' ? [] : findingFor(evidence, officerNeed(by.book, by.key, at)).cites;
    const act = { act: 'HandOverConfirmed', by: byHand, data: { handOver, by }, cites } as const;
    return accept([act], [], { handOver, provisional: false });
  },
};

/** Both sides sign other amounts; an officer alone corrects nothing that two have signed. */
export const correctHandOver: Handler<'CorrectHandOver'> = {
  needs({ state }, { handOver, number, lines, giver, receiver }) {
    const stands = tableGet(state.supply.handOvers, handOver);
    if (stands === undefined) return [];
    const text = correctionText(state.origin, { id: stands.id, number, lines });
    return [giver, receiver].flatMap((one) => signatureNeed(state.supply, one, text));
  },
  decide(context, { handOver, number, lines, giver, receiver }) {
    const { supply, origin } = context.state;
    const stands = tableGet(supply.handOvers, handOver);
    if (stands === undefined) return refuse('not-found', 'supply', { needed: `HandOverRecorded ${handOver}` });
    const next = stands.corrections.length + 1;
    // From the other phone: the last correction as it stands.
    if (number === next - 1 && canonicalText(lines) === canonicalText(stands.lines))
      return accept([], [], { handOver, correction: stands.corrections.at(-1) ?? handOver });
    if (number !== next) return refuse('already-corrected', 'supply', { needed: next, present: number });
    const wrong = linesRefusal(supply, lines);
    if (wrong !== null) return wrong;
    const text = correctionText(origin, { id: stands.id, number, lines });
    const refused = handSigned(context, giver, stands.from, text) ?? handSigned(context, receiver, stands.to, text);
    if (refused !== null) return refused;
    const turnedUp = writtenOffRefusal(supply, handOver, { before: stands.lines, lines });
    if (turnedUp !== null) return turnedUp;
    return accept([{ act: 'HandOverCorrected', by: byHand, data: { handOver, number, lines, giver, receiver } }]);
  },
};

/** What has turned up again cannot have been there all the time. */
export function writtenOffRefusal(
  supply: SupplyState,
  handOver: number,
  { before, lines }: { readonly before: readonly HandOverLine[]; readonly lines: readonly HandOverLine[] },
): Refused | null {
  for (const { lot } of [...before, ...lines]) {
    const line = lines.find((one) => one.lot === lot);
    const missing = line === undefined ? 0 : line.given - line.received;
    const reversed = tableGet(supply.writtenOff, `${handOver}.${lot}`)?.reversed ?? 0;
    if (missing < reversed) return refuse('more-than-lost', 'supply', { needed: reversed, present: missing });
  }
  return null;
}
