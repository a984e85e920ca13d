import type { Choice } from './answers.ts';
import { randomText } from './api.ts';

/** What this phone keeps of one body. The token is the member's own; it is sent to this node only, and never in an address. */
export interface Place {
  readonly token: string;
  readonly signedIn: boolean;
  readonly title: string;
  /** A vote that is not known to have arrived. */
  readonly unsent: Unsent | null;
  /** What was pressed here, to be held against the receipt. */
  readonly pressed: Readonly<Record<string, Choice>>;
}

export interface Unsent {
  readonly vote: number;
  readonly choice: Choice;
  readonly key: string;
}

const PREFIX = 'cabildo/body/';
const LAST = 'cabildo/last';

const nowhere = (): Place => ({ token: randomText(32), signedIn: false, title: '', unsent: null, pressed: {} });

export function placeIn(body: string): Place {
  try {
    const kept = localStorage.getItem(PREFIX + body);
    return kept === null ? nowhere() : { ...nowhere(), ...(JSON.parse(kept) as Place) };
  } catch {
    return nowhere();
  }
}

export function keepPlace(body: string, place: Place): void {
  localStorage.setItem(PREFIX + body, JSON.stringify(place));
  localStorage.setItem(LAST, body);
}

export const leavePlace = (body: string): void => localStorage.removeItem(PREFIX + body);

/** Bodies in which this phone is signed in, the last used first. */
export function signedInBodies(): readonly { readonly body: string; readonly title: string }[] {
  const last = localStorage.getItem(LAST);
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length))
    .map((body) => ({ body, ...placeIn(body) }))
    .filter(({ signedIn }) => signedIn)
    .sort((a, b) => Number(b.body === last) - Number(a.body === last))
    .map(({ body, title }) => ({ body, title }));
}
