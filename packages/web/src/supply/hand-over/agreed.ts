import { base64Decode, utf8Encode } from '@cabildo/book';
import { correctionText, type HandOverSaid, handOverText } from '@cabildo/core';
import { verifyEd25519 } from '../../office/accreditation/ed25519-check.ts';
import type { Packet } from './frames.ts';
import type { Agreed, Draft, KnownBook, Registers, Signed, Standing } from './types.ts';

/** What both sign, as the core says it. */
export function textOf(book: string, agreed: Agreed): string {
  if (agreed.what === 'correction') return correctionText(book, agreed);
  const { what: _what, ...said } = agreed;
  return handOverText(book, said);
}

/** Of a hand-over that stands, what a confirmation signs: for a book before this one, as that one names things. */
export function confirmedText(book: string, { written, ...standing }: Standing): string {
  const { id, kind, madeAt } = standing;
  const { from, to, trip, lines } = written ?? { ...standing, lines: standing.signed };
  return handOverText(written?.book ?? book, {
    ...{ id, kind, from, to, lines, madeAt },
    ...(trip === null ? {} : { trip }),
  });
}

export type Holds = 'holds' | 'unknown' | 'no';

/** Does the other side's signature hold? `unknown`: the hand was enrolled after this phone last heard. */
export function signatureHolds(registers: Registers, place: number, signed: Signed, text: string): Holds {
  const hand = registers.hands.find((one) => one.hand === signed.hand);
  if (hand === undefined) return 'unknown';
  const key = base64Decode(hand.key, 32);
  const signature = base64Decode(signed.signature, 64);
  if (hand.of !== place || key === undefined || signature === undefined) return 'no';
  return verifyEd25519(key, utf8Encode(text), signature) ? 'holds' : 'no';
}

/** A text that this phone has signed as one of the two: one draft of each. */
export const draftOf = (
  { body, book }: Pick<Draft, 'body' | 'book'>,
  side: Draft['side'],
  agreed: Agreed,
  { giver = null, receiver = null }: Partial<Pick<Draft, 'giver' | 'receiver'>>,
): Draft => ({ key: `${agreed.id} ${side}`, body, book, side, agreed, giver, receiver, changedAt: Date.now() });

/**
 * This phone's text with the other side's signature over the same; null where that is not the other side's. Of a hand that this phone
 * has not heard of the node knows: what it takes is said when it has.
 */
export function joined(draft: Draft, packet: Packet, registers: Registers): Draft | null {
  const other = draft.side === 'giver' ? 'receiver' : 'giver';
  const signed = packet[other];
  if (draft[other] !== null || signed === null) return draft;
  const { agreed, book } = draft;
  const place = other === 'giver' ? agreed.from : agreed.to;
  return signatureHolds(registers, place, signed, textOf(book, agreed)) === 'no' ? null : { ...draft, [other]: signed };
}

/** Both have signed it, and the node has brought it back before the other phone was read: there is nothing left to answer. */
export function isOver({ agreed, giver, receiver }: Packet, { handOvers }: KnownBook): boolean {
  const standing = handOvers.find(({ id }) => id === agreed.id);
  if (giver === null || receiver === null || standing === undefined) return false;
  return agreed.what === 'correction' ? standing.corrections.length >= agreed.number : !standing.provisional;
}

/** The hand by which a key signs for a place today, as far as this phone knows. */
export const handOf = ({ registers }: KnownBook, key: string, now: string) =>
  registers.hands.findLast((one) => one.key === key && one.withdrawn === null && now < one.until);

type PlaceKind = 'depot' | 'vehicle' | 'site';

export interface Place {
  readonly place: number;
  readonly title: string;
  readonly kind: PlaceKind;
}

/** Sites and vehicles that take part. */
export const placesIn = ({ sites, vehicles }: Pick<Registers, 'sites' | 'vehicles'>): readonly Place[] => [
  ...sites
    .filter(({ closed }) => closed === null)
    .map(({ site, title, kind }): Place => {
      return { place: site, title, kind: kind === 'depot' || kind === 'plant' ? 'depot' : 'site' };
    }),
  ...vehicles
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ vehicle, title }): Place => ({ place: vehicle, title, kind: 'vehicle' })),
];

/** As the core's rule has it: which kind of hand-over goes between the two; null where none does. */
export function kindBetween(from: PlaceKind, to: PlaceKind): HandOverSaid['kind'] | null {
  if (from === 'depot') return to === 'vehicle' ? 'load' : 'direct';
  if (from === 'vehicle') return to === 'vehicle' ? 'relay' : to === 'depot' ? 'return' : 'deliver';
  return to === 'depot' ? 'return' : null;
}

/** `2026-06-20T18:00:00Z`. */
export const nowText = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
