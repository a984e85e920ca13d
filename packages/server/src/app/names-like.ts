import type { Store } from '../store/open-store.ts';
import { readNames } from '../store/vault/people.ts';
import type { OnRoll } from './node.ts';

const MOST_FOUND = 12;

/** People of the roll by parts of their name. */
export async function namesLike(store: Store, origin: string, name: string): Promise<readonly OnRoll[]> {
  const wanted = plain(name)
    .split(' ')
    .filter((part) => part !== '');
  if (wanted.length === 0) return [];
  return (await readNames(store, origin))
    .filter((one) => wanted.every((part) => plain(one.name).includes(part)))
    .sort((a, b) => a.name.localeCompare(b.name, 'es'))
    .slice(0, MOST_FOUND);
}

/** As people look for a name: without accents, in any case. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
