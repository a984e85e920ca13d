const HEAD = 'CABILDOK1';

/** What an officer's camera reads from a phone that wants its key enrolled. */
export const keyCode = (body: string, publicKey: string): string => `${HEAD} ${body} ${publicKey}`;

/** The key in what was read or typed; null where there is none. */
export function keyIn(text: string): string | null {
  const [last = ''] = text.trim().split(/\s+/).slice(-1);
  const typed = text.trim().startsWith(HEAD) ? last : text.replaceAll(/\s/g, '');
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(typed) ? typed : null;
}
