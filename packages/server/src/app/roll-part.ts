import { type Actor, later, type Role, rolesFor, type Time } from '@cabildo/core';
import type { Store } from '../store/open-store.ts';
import { readNames } from '../store/vault/people.ts';
import type { BookCache } from './book-cache.ts';
import type { BookNames } from './book-names.ts';
import type { LoadedBook } from './loaded-book.ts';
import { namesLike } from './names-like.ts';
import type { Node, OnRoll } from './node.ts';

interface RollTools {
  readonly store: Store;
  readonly books: BookCache;
  now(): Time;
}

/** Who enrols members. */
const keepTheRoll: readonly Role[] = ['convener', 'secretary'];

/** The roll with its names, for those who keep it and for nobody else. */
export function rollPart(names: BookNames, { store, books, now }: RollTools): Pick<Node, 'roll' | 'rollNamed'> {
  /** The book of which this person keeps the roll. */
  async function kept(actor: Actor, body: string): Promise<LoadedBook | null> {
    const book = await books.get(names.read(body));
    if (book === null || book.remote) return null;
    const { state } = book.folded;
    const roles = rolesFor({ state, actor, at: later(now(), state.at) }, {});
    return keepTheRoll.some((role) => roles.has(role)) ? book : null;
  }
  return {
    async roll(actor, body) {
      const book = await kept(actor, body);
      if (book === null) return null;
      const people = await readNames(store, book.origin);
      return people.map(({ member, name, household }) => ({ member, name, household })).sort(byName);
    },
    async rollNamed(actor, body, name) {
      const book = await kept(actor, body);
      return (
        book && (await namesLike(store, book.origin, name)).map(({ member, name: said }) => ({ member, name: said }))
      );
    },
  };
}

const byName = (a: OnRoll, b: OnRoll): number => a.name.localeCompare(b.name, 'es');
