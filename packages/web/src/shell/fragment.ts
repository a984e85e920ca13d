/** What a scanned code hands over: a card, the code of the door, a slip. */
export interface Handed {
  readonly body: string | null;
  readonly card: string | null;
  /** The door's code, with the sitting that it is of. */
  readonly door: string | null;
  readonly sitting: number | null;
}

/** Takes it out of the address at once: it stays in no history, no bookmark and no screenshot. */
export function takeFragment(): Handed | null {
  const { hash } = location;
  if (hash === '') return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return handedIn(hash.slice(1));
}

/** Also what a camera has read: the address of a card or of a door, or a bare code. */
export function handedIn(text: string): Handed | null {
  const fields = new URLSearchParams(text.slice(text.indexOf('#') + 1));
  const field = (name: string): string | null => fields.get(name) || null;
  const sitting = Number(field('sitting') ?? Number.NaN);
  const handed = {
    body: field('body'),
    card: field('card'),
    door: field('door'),
    sitting: Number.isSafeInteger(sitting) ? sitting : null,
  };
  return handed.card === null && handed.door === null ? null : handed;
}
