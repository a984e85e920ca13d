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

/** A signature that is not known to have arrived: sent again, it is the same request under the same key. */
export interface Attempt {
  readonly body: string;
  readonly holder: string;
  readonly index: number;
  readonly leaf: string;
  readonly publicKey: string;
  readonly signature: string;
  readonly key: string;
}

const NAME = 'cabildo';

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys', { keyPath: ['body', 'holder'] });
    request.result.createObjectStore('attempts', { keyPath: ['body', 'holder', 'index'] });
  };
  return answerOf(request);
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

type StoreName = 'keys' | 'attempts';

/** Resolves once the change is on the disk, not when it has merely been taken. */
async function on<T>(
  store: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    const transaction = database.transaction(store, mode);
    const done = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [found] = await Promise.all([answerOf(work(transaction.objectStore(store))), done]);
    return found;
  } finally {
    database.close();
  }
}

export const keptKey = (body: string, holder: string): Promise<KeptKey | undefined> =>
  on('keys', 'readonly', (keys) => keys.get([body, holder]));

/** Never over another one: `add` fails where a key is. */
export const keepKey = (key: KeptKey): Promise<unknown> => on('keys', 'readwrite', (keys) => keys.add(key));

export const keptAttempt = (body: string, holder: string, index: number): Promise<Attempt | undefined> =>
  on('attempts', 'readonly', (attempts) => attempts.get([body, holder, index]));

export const keepAttempt = (attempt: Attempt): Promise<unknown> =>
  on('attempts', 'readwrite', (attempts) => attempts.put(attempt));

export const dropAttempt = (body: string, holder: string, index: number): Promise<unknown> =>
  on('attempts', 'readwrite', (attempts) => attempts.delete([body, holder, index]));
