import { base64Decode, checkActCode, HASH_BYTES, hexDecode } from '@cabildo/book';

/** What somebody may have been given to name an act by. */
export type Reference =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'leaf'; readonly leaf: Uint8Array }
  | { readonly by: 'place'; readonly book: string; readonly index: number }
  | { readonly by: 'nothing' };

export const REFERENCE_MOST = 400;

/** `asamblea-popular 47`, `el-alto.example/asamblea-popular#47`, `asamblea-popular, acto 47`. */
const named = /^([a-z0-9][a-z0-9.:~/-]{0,219})[\s,#:]+(?:act[oa]?\s+)?([0-9]{1,15})$/i;
const bookName = /^[a-z0-9][a-z0-9.:~/-]{0,219}$/;
const address = /\/b\/([^/?#\s]+)\/acts\/([0-9]{1,15})(?:[/?#].*)?$/;
/** The page of a code, this page, and what the code on a delegate’s card leads to. */
const addressOfCode = /(?:\/a\/|\/check\?(?:[^#\s]*&)?reference=|\/credentials\/[^#\s]*[?&]act=)([^/?#&\s]+)/;

/** Reads a reference as people pass it on: by voice, by message, from a printed page. */
export function readReference(text: string): Reference {
  const trimmed = text.trim();
  const place = address.exec(trimmed) ?? named.exec(trimmed);
  if (place !== null) {
    const [, book = '', index = ''] = place;
    const name = decoded(book).toLowerCase();
    // An address may hold anything.
    return bookName.test(name) ? { by: 'place', book: name, index: Number(index) } : { by: 'nothing' };
  }
  // A plus at its beginning may have been made a space too.
  const leaf = leafIn(trimmed) ?? leafIn(text);
  if (leaf !== undefined) return { by: 'leaf', leaf };
  const code = checkActCode(decoded(addressOfCode.exec(trimmed)?.[1] ?? trimmed));
  return code.ok ? { by: 'code', code: code.code } : { by: 'nothing' };
}

/** The hash of an act in Base64 or hexadecimal; a plus that an address has made a space is one again, a broken line is none. */
function leafIn(text: string): Uint8Array | undefined {
  const whole = text.replace(/[\r\n\t]+ */g, '');
  const bytes = /^[0-9a-f]{64}$/i.test(whole)
    ? hexDecode(whole.toLowerCase())
    : base64Decode(whole.replaceAll(' ', '+'));
  return bytes?.length === HASH_BYTES ? bytes : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
