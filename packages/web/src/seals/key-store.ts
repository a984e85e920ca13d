import type { Actor } from '../answers.ts';

/** A device key, as this browser keeps it: it can sign, and nothing can read it out. */
export interface KeptKey {
  readonly body: string;
  /** Whose it is: a phone may pass from one member to another. */
  readonly holder: string;
  /** 32 bytes in base64: what an election enrols. */
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
  readonly madeAt: string;
}

/** Whose key it is: of a seat also the person in it, who may be followed by another. */
export function keyHolderOf(actor: Actor | undefined): string {
  if (actor?.kind === 'member') return actor.member;
  return actor?.kind === 'seat' ? `${actor.below}#${actor.seat} ${actor.holder}` : '';
}

const NAME = 'cabildo';

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys', { keyPath: ['body', 'holder'] });
  };
  return answerOf(request);
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Resolves once the change is on the disk, not when it has merely been taken. */
async function onKeys<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction('keys', mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [found] = await Promise.all([answerOf(work(transaction.objectStore('keys'))), done]);
    return found;
  } finally {
    database.close();
  }
}

export const keptKey = (body: string, holder: string): Promise<KeptKey | undefined> =>
  onKeys('readonly', (keys) => keys.get([body, holder]));

/** Never over another one: `add` fails where a key is. */
export const keepKey = (key: KeptKey): Promise<unknown> => onKeys('readwrite', (keys) => keys.add(key));
