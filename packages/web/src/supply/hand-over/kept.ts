import type { Draft, KnownBook, Sending } from './types.ts';

/** A hand's key on this phone: of no person, so no session has it. */
export interface HandKey {
  readonly publicKey: string;
  readonly body: string;
  /** Held by the browser and unreadable; 32 bytes where it makes none. */
  readonly privateKey: CryptoKey | Uint8Array;
}

interface Kept {
  readonly hands: HandKey;
  readonly books: KnownBook;
  readonly drafts: Draft;
  readonly sendings: Sending;
}

type Store = keyof Kept;

const keyPaths: Readonly<Record<Store, string>> = {
  hands: 'publicKey',
  books: 'body',
  drafts: 'key',
  sendings: 'key',
};

interface Change {
  put<S extends Store>(store: S, value: Kept[S]): void;
  delete(store: Store, key: string): void;
}

let opened: Promise<IDBDatabase> | null = null;

/** Where it failed, or was closed behind our back, the next one tries anew. */
function open(): Promise<IDBDatabase> {
  const forget = (): void => {
    opened = null;
  };
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('cabildo-hand-overs', 1);
    request.onupgradeneeded = () => {
      for (const [name, keyPath] of Object.entries(keyPaths)) request.result.createObjectStore(name, { keyPath });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => {
        request.result.close();
        forget();
      };
      request.result.onclose = forget;
      resolve(request.result);
    };
    request.onerror = () => {
      forget();
      reject(request.error);
    };
  });
  return opened;
}

export async function allKept<S extends Store>(store: S): Promise<readonly Kept[S][]> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** All of it or nothing, and on the disk once it resolves: a phone that goes out in between has neither lost nor doubled anything. */
export async function change(work: (change: Change) => void): Promise<void> {
  const database = await open();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(keyPaths), 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    work({
      put: (store, value) => void transaction.objectStore(store).put(value),
      delete: (store, key) => void transaction.objectStore(store).delete(key),
    });
    transaction.commit();
  });
}
