import { checkActCode } from '@cabildo/book';

/** What somebody may have been given to name an act by. */
export type Reference =
  | { readonly by: 'code'; readonly code: string }
  | { readonly by: 'place'; readonly book: string; readonly index: number }
  | { readonly by: 'nothing' };

export const REFERENCE_MOST = 400;

/** `asamblea-popular 47`, `el-alto.example/asamblea-popular#47`, `asamblea-popular, acto 47`. */
const named = /^([a-z0-9][a-z0-9.:~/-]{0,219})[\s,#:]+(?:act[oa]?\s+)?([0-9]{1,15})$/i;
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
    return { by: 'place', book: name, index: Number(index) };
  }
  const code = checkActCode(decoded(addressOfCode.exec(trimmed)?.[1] ?? trimmed));
  return code.ok ? { by: 'code', code: code.code } : { by: 'nothing' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
