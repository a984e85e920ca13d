import { randomText } from './asking.ts';
import type { Storage } from './storage.ts';

/** What the page before this one kept in localStorage of one body. */
interface OldPlace {
  readonly token: string;
  readonly signedIn: boolean;
  readonly title: string;
  readonly unsent: { readonly vote: number; readonly choice: string; readonly key: string } | null;
  readonly pressed: Readonly<Record<string, string>>;
}

const PREFIX = 'cabildo/body/';
const LAST = 'cabildo/last';

/** Whoever was signed in stays so, and a vote that had not arrived is sent under the key that it had. */
export async function takeOldPlaces(storage: Storage): Promise<void> {
  if (!storage.lasting) return;
  const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const place = oldPlace(localStorage.getItem(name));
    if (place?.signedIn === true) await take(storage, name.slice(PREFIX.length), place);
    localStorage.removeItem(name);
  }
  localStorage.removeItem(LAST);
}

async function take(storage: Storage, body: string, { token, title, unsent, pressed }: OldPlace): Promise<void> {
  const id = randomText(9);
  const shown = localStorage.getItem(LAST) === body ? 1 : 0;
  for (const [vote, choice] of Object.entries(pressed))
    await storage.put('pressed', { person: id, vote: Number(vote), choice });
  if (unsent !== null) {
    const { vote, choice, key } = unsent;
    const what = { command: 'CastVote', input: { vote, choice }, key, signature: null, refused: null };
    await storage.put('queue', { order: vote, person: id, body, madeAt: new Date().toISOString(), ...what });
  }
  await storage.put('people', { id, body, origin: null, title, token, signedIn: true, card: null, shown });
}

function oldPlace(text: string | null): OldPlace | null {
  try {
    const place = JSON.parse(text ?? 'null') as OldPlace | null;
    return place === null ? null : { ...place, unsent: place.unsent ?? null, pressed: place.pressed ?? {} };
  } catch {
    return null;
  }
}
