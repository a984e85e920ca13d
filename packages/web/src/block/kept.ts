/** What a phone at a road block keeps: key lists, and how many have passed. No plate, no hour, nobody. */
import { type Cargo, isCargo, type KeyList, type ReadKeyList, readKeyList } from '@cabildo/book';

const LISTS = 'cabildo-pass-lists';
const TOTALS = 'cabildo-pass-totals';

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

export interface Total {
  readonly cargo: Cargo;
  readonly withPass: number;
  readonly without: number;
}

export function keptTotals(): readonly Total[] {
  return partsOf(TOTALS).flatMap((part) => {
    const { cargo, withPass, without } = (part ?? {}) as Partial<Total>;
    const whole = Number.isSafeInteger(withPass) && Number.isSafeInteger(without);
    return cargo !== undefined && isCargo(cargo) && whole ? [part as Total] : [];
  });
}

/** Read anew each time: two pages on one phone count together. */
export function countPassage(cargo: Cargo, isValid: boolean): readonly Total[] {
  const totals = keptTotals();
  const { withPass, without } = totals.find((one) => one.cargo === cargo) ?? { withPass: 0, without: 0 };
  const counted = { cargo, withPass: withPass + (isValid ? 1 : 0), without: without + (isValid ? 0 : 1) };
  const all = [...totals.filter((one) => one.cargo !== cargo), counted];
  keep(TOTALS, all);
  return all;
}

export const clearTotals = (): void => void keep(TOTALS, []);

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
