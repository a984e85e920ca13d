/** Which of the four pages an address opens, and of which election: `/ballot/v/…` vote, `c` check, `t` trustee, `h` slips. */
export type PageLetter = 'v' | 'c' | 't' | 'h';

export interface Place {
  readonly page: PageLetter;
  readonly election: string;
}

const pattern = /^\/ballot\/([vcth])\/([1-9A-HJ-NP-Za-km-z]{14,})$/;

export function placeOf(path: string): Place | null {
  const [, page, election] = pattern.exec(path) ?? [];
  return page === undefined || election === undefined ? null : { page: page as PageLetter, election };
}

export const addressOf = (page: PageLetter, election: string, fragment: string): string =>
  `${location.origin}/ballot/${page}/${election}#${fragment}`;

/** What stands after `#`, taken out of the address at once: no history and no shoulder should keep it. */
export function takeFragment(): string {
  const { hash, pathname } = location;
  if (hash === '') return '';
  history.replaceState(null, '', pathname);
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}
