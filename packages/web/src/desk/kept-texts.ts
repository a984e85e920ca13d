import { sha256 } from '../sha2.ts';

const KEPT = 'cabildo/texts';
const MOST = 40;

/** SHA-256 of a text in base64, as a notice names it. */
export function hashOf(text: string): string {
  const hash = sha256(new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...hash));
}

/**
 * Texts that this device has announced, by their hash: the book has the hash alone until they are tabled, and whoever convened
 * is not to type them again word for word.
 */
export function keepTexts(texts: readonly string[]): void {
  const kept = Object.entries({ ...keptTexts(), ...Object.fromEntries(texts.map((text) => [hashOf(text), text])) });
  try {
    localStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(kept.slice(-MOST))));
  } catch {
    // A private window keeps nothing; the text is typed again.
  }
}

export const keptText = (hash: string | null): string | null => (hash === null ? null : (keptTexts()[hash] ?? null));

function keptTexts(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Readonly<Record<string, string>>;
  } catch {
    return {};
  }
}
