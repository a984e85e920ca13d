import type { Language } from './formats.ts';

const KEPT = 'cabildo/language';

/** What was chosen here, else the browser's first language of ours, else Spanish. */
export function preferredLanguage(): Language {
  const kept = keptLanguage();
  if (kept !== null) return kept;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'es' || tag === 'en');
  return known === 'en' ? 'en' : 'es';
}

/** Read before anything is shown, so it is not in IndexedDB. A browser that forbids storage throws even on a look. */
function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(KEPT);
    return kept === 'es' || kept === 'en' ? kept : null;
  } catch {
    return null;
  }
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // Then it is chosen again next time.
  }
}
