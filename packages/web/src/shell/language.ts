const KEPT = 'cabildo/language';

/** What was chosen here, else the browser's first language of ours, else Spanish. */
export function preferredLanguage(): string {
  return keptLanguage() ?? navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => /e[sn]/.test(tag)) ?? 'es';
}

/** Read before anything is shown, so it is not in IndexedDB. A browser that forbids storage throws even on a look. */
function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export function keepLanguage(tag: string): void {
  try {
    localStorage.setItem(KEPT, tag);
  } catch {
    // Then it is chosen again next time.
  }
}
