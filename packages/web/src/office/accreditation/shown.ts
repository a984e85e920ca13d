import { checkActCode } from '@cabildo/book';

/** What was held before the camera, opened as a file or typed: a card's reference, or the whole credential. */
export type Shown =
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'file'; readonly value: unknown }
  | { readonly kind: 'nothing'; readonly why: 'too-large' | 'cut-off' | 'not-a-credential' | 'code-mistyped' };

/** Which seat, and by which act it was filled: what a printed card says. */
export interface Reference {
  readonly below: string;
  readonly above: string;
  readonly seat: number;
  /** Ten characters (`actCode`). */
  readonly code: string;
}

/** No credential that a node hands out comes near it; more is not even looked at. */
export const MOST_BYTES = 512 * 1024;

const FORMAT = 'cabildo-credential/1';

/** Hostile input ends here with a word for what is wrong; nothing of it is believed yet. */
export function shownIn(text: string): Shown {
  if (text.length > MOST_BYTES) return { kind: 'nothing', why: 'too-large' };
  const trimmed = text.trim();
  return trimmed.startsWith('{') ? fileIn(trimmed) : referenceIn(trimmed);
}

function fileIn(text: string): Shown {
  try {
    const value = JSON.parse(text) as { readonly format?: unknown };
    return value.format === FORMAT ? { kind: 'file', value } : { kind: 'nothing', why: 'not-a-credential' };
  } catch {
    return { kind: 'nothing', why: text.includes(FORMAT) || text.length > 100 ? 'cut-off' : 'not-a-credential' };
  }
}

/** `…/b/<below>/credentials/<above>/<seat>?act=<code>`, on whatever node it was printed. */
const path = /\/b\/([^/?#]+)\/credentials\/([^/?#]+)\/([1-9][0-9]{0,5})\?act=([^&#]+)$/;

function referenceIn(text: string): Shown {
  const [, below, above, seat, typed] = path.exec(text) ?? [];
  if (below === undefined || above === undefined || typed === undefined)
    return { kind: 'nothing', why: 'not-a-credential' };
  const checked = checkActCode(decoded(typed));
  if (!checked.ok) return { kind: 'nothing', why: 'code-mistyped' };
  const reference = { below: decoded(below), above: decoded(above), seat: Number(seat), code: checked.code };
  return { kind: 'reference', reference };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
