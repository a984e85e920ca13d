/** What a phone at a road block keeps: key lists, how many have passed, and which paper did until its window ends. No plate, nobody. */
import {
  type Cargo,
  crockfordEncode,
  isCargo,
  type KeyList,
  type PassageTotal,
  type ReadKeyList,
  readKeyList,
} from '@cabildo/book';

const LISTS = 'cabildo-pass-lists';
const TOTALS = 'cabildo-pass-totals';
const COUNT = 'cabildo-pass-count';
const PASSED = 'cabildo-pass-passed';

/** In the order in which they came; what cannot be read any more is left out. */
export function keptLists(): readonly KeyList[] {
  return partsOf(LISTS).flatMap((text) => {
    const read = readKeyList(String(text));
    return read.ok ? [read.list] : [];
  });
}

/** False where the phone has no room. */
export function keepLists(lists: readonly KeyList[]): boolean {
  return keep(
    LISTS,
    lists.map((list) => JSON.stringify(list)),
  );
}

/** A later list takes the place of an earlier one of the same book; an earlier one never does. */
export function withList(lists: readonly KeyList[], list: KeyList): readonly KeyList[] {
  const before = lists.find(({ origin }) => origin === list.origin);
  if (before !== undefined && before.head.size > list.head.size) return lists;
  return [...lists.filter(({ origin }) => origin !== list.origin), list];
}

/** From the node that the page came from. */
export async function fetchList(body: string): Promise<ReadKeyList | 'unknown' | 'offline'> {
  try {
    const answer = await fetch(`/api/bodies/${encodeURIComponent(body)}/passes.json`, { cache: 'no-cache' });
    if (answer.status === 404) return 'unknown';
    return answer.ok ? readKeyList(await answer.text()) : 'offline';
  } catch {
    return 'offline';
  }
}

export function keptTotals(): readonly PassageTotal[] {
  return partsOf(TOTALS).flatMap((part) => {
    const { cargo, withPass, without } = (part ?? {}) as Partial<PassageTotal>;
    const whole = Number.isSafeInteger(withPass) && Number.isSafeInteger(without);
    return cargo !== undefined && isCargo(cargo) && whole ? [part as PassageTotal] : [];
  });
}

/** Read anew each time: two pages on one phone count together. */
export function countPassage(cargo: Cargo, isValid: boolean): void {
  const totals = keptTotals();
  const { withPass, without } = totals.find((one) => one.cargo === cargo) ?? { withPass: 0, without: 0 };
  const counted = { cargo, withPass: withPass + (isValid ? 1 : 0), without: without + (isValid ? 0 : 1) };
  keep(TOTALS, [...totals.filter((one) => one.cargo !== cargo), counted]);
}

export const clearTotals = (): void => [TOTALS, COUNT].forEach((name) => void keep(name, []));

/** The name of this count, so that nobody adds it twice: another one after each that was handed in. */
export function countName(): string {
  const [kept] = partsOf(COUNT);
  if (typeof kept === 'string') return kept;
  const name = crockfordEncode(crypto.getRandomValues(new Uint8Array(3))).slice(0, 4);
  keep(COUNT, [name]);
  return name;
}

/** A paper that passed here: how often, and when it last did. */
export interface Passed {
  /** The head of its signature, which stands in no book: whoever has not the paper learns nothing from it. */
  readonly paper: string;
  readonly times: number;
  readonly last: string;
  readonly until: string;
}

/** Of papers whose window is over nothing stays. */
export function keptPassed(now: string): readonly Passed[] {
  const all = (partsOf(PASSED) as readonly Passed[]).filter((one) => one?.until > now);
  keep(PASSED, all);
  return all;
}

export function notePassed(paper: string, until: string, now: string): void {
  if (until <= now) return;
  const all = keptPassed(now);
  const times = (all.find((one) => one.paper === paper)?.times ?? 0) + 1;
  keep(PASSED, [...all.filter((one) => one.paper !== paper), { paper, times, last: now, until }]);
}

function partsOf(name: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(localStorage.getItem(name) ?? '[]');
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function keep(name: string, parts: readonly unknown[]): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(parts));
    return true;
  } catch {
    return false;
  }
}
