/** The link of a trustee's or teller's place: `…#<place>-<code>`. */
export interface PlaceLink {
  /** Of the node, as it stands in the link; empty where only what is after `#` was given. */
  readonly origin: string;
  readonly election: string;
  /** Seat of a trustee, or number of a teller. */
  readonly place: number;
  readonly code: string;
}

const fragmentForm = /^([1-9][0-9]{0,2})-([A-Za-z0-9_-]{16,90})$/;

export function readPlaceLink(said: string, letter: 't' | 'h', election: string): PlaceLink | null {
  const [address = '', after] = said.trim().split('#');
  const [, place, code] = fragmentForm.exec(after ?? address) ?? [];
  if (place === undefined || code === undefined) return null;
  if (after === undefined) return election === '' ? null : { origin: '', election, place: Number(place), code };
  const [, origin = '', named = ''] =
    new RegExp(`^(https?://[^/]+)/ballot/${letter}/([1-9A-Za-z]{14,})$`).exec(address) ?? [];
  if (origin === '' || (election !== '' && election !== named)) return null;
  return { origin, election: named, place: Number(place), code };
}
