import type { Person } from './person.ts';
import type { PhoneKey } from './phone-key.ts';
import type { Entry } from './sent.ts';

/** The last answer of the node to one question of one person, and when it came by this phone's clock. */
export interface Known {
  readonly person: string;
  readonly path: string;
  readonly value: unknown;
  readonly at: number;
}

/** What was pressed here, to be held against the receipt. */
export interface Pressed {
  readonly person: string;
  readonly vote: number;
  readonly choice: string;
}

interface Kept {
  readonly people: Person;
  readonly queue: Entry;
  readonly known: Known;
  readonly keys: PhoneKey;
  readonly pressed: Pressed;
}

type Store = keyof Kept;

const keyPaths: Readonly<Record<Store, string | string[]>> = {
  people: 'id',
  queue: 'order',
  known: ['person', 'path'],
  keys: 'person',
  pressed: ['person', 'vote'],
};

type Key = string | number | (string | number)[];

/** What this phone keeps. Where the browser forbids it, it is kept until the page is closed, and `lasting` says so. */
export interface Storage {
  readonly lasting: boolean;
  all<S extends Store>(store: S): Promise<Kept[S][]>;
  get<S extends Store>(store: S, key: Key): Promise<Kept[S] | undefined>;
  /** Resolves once it is on the disk. */
  put<S extends Store>(store: S, value: Kept[S]): Promise<void>;
  delete(store: Store, key: Key): Promise<void>;
}

export async function openStorage(): Promise<Storage> {
  try {
    return new Lasting(await openDatabase());
  } catch {
    return new Passing();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('cabildo-phone', 1);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(keyPaths)) request.result.createObjectStore(name, { keyPath });
  };
  return answerOf(request);
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

class Lasting implements Storage {
  readonly lasting = true;
  readonly #database: IDBDatabase;

  constructor(database: IDBDatabase) {
    this.#database = database;
    // Another tab of a newer version must not wait for this one.
    database.onversionchange = () => database.close();
  }

  all<S extends Store>(store: S): Promise<Kept[S][]> {
    return answerOf(this.#database.transaction(store).objectStore(store).getAll());
  }

  get<S extends Store>(store: S, key: Key): Promise<Kept[S] | undefined> {
    return answerOf(this.#database.transaction(store).objectStore(store).get(key));
  }

  put<S extends Store>(store: S, value: Kept[S]): Promise<void> {
    return this.#change(store, (entries) => entries.put(value));
  }

  delete(store: Store, key: Key): Promise<void> {
    return this.#change(store, (entries) => entries.delete(key));
  }

  #change(store: Store, work: (store: IDBObjectStore) => unknown): Promise<void> {
    return new Promise((resolve, reject) => {
      // A vote is on the disk before it is sent; the rest may wait in the system's memory.
      const durability = store === 'queue' || store === 'people' ? 'strict' : 'relaxed';
      const transaction = this.#database.transaction(store, 'readwrite', { durability });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(store));
      // At once: a page that is left the next moment would take it back.
      transaction.commit();
    });
  }
}

class Passing implements Storage {
  readonly lasting = false;
  readonly #stores = new Map<Store, Map<string, unknown>>();

  async all<S extends Store>(store: S): Promise<Kept[S][]> {
    return [...this.#of(store).values()] as Kept[S][];
  }

  async get<S extends Store>(store: S, key: Key): Promise<Kept[S] | undefined> {
    return this.#of(store).get(JSON.stringify(key)) as Kept[S] | undefined;
  }

  async put<S extends Store>(store: S, value: Kept[S]): Promise<void> {
    const path = keyPaths[store];
    const fields = value as unknown as Readonly<Record<string, unknown>>;
    const key = typeof path === 'string' ? fields[path] : path.map((name) => fields[name]);
    this.#of(store).set(JSON.stringify(key), value);
  }

  async delete(store: Store, key: Key): Promise<void> {
    this.#of(store).delete(JSON.stringify(key));
  }

  #of(store: Store): Map<string, unknown> {
    const known = this.#stores.get(store) ?? new Map<string, unknown>();
    this.#stores.set(store, known);
    return known;
  }
}
