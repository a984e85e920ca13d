import type { Accepted, DraftAct } from './decision.ts';
import { type Refused, refuse } from './refusal.ts';

/** A leaf holds 8,192 bytes; what the book adds to data and citations (blind, commitments, names) stays well below the rest. */
const maxBytes = 7_168;

/** An act that no book could hold is refused beforehand, with what is too long named; nobody meets a fault instead. */
export function sizeRefusal({ acts }: Accepted): Refused | null {
  for (const act of acts) {
    const bytes = bytesOf(act);
    if (bytes > maxBytes) return refuse('too-long-for-an-act', 'design', { needed: maxBytes, present: bytes });
  }
  return null;
}

/** Of what an act says and cites, as JSON. */
export function bytesOf({ data, cites }: { readonly data: unknown; readonly cites?: DraftAct['cites'] }): number {
  const text = JSON.stringify([data, cites ?? []]);
  // Three bytes for a UTF-16 unit at most: most acts are far too short to be worth counting.
  return text.length * 3 <= maxBytes ? text.length : utf8Length(text);
}

export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
