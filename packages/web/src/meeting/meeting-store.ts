import type { Meeting } from './meeting.ts';

/** Apart from what belongs to people who have signed in: signing out erases none of it. */
const NAME = 'cabildo-meetings';
const STORE = 'meetings';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => {
      // Another page of this phone that wants to delete or upgrade it shall not wait for ever.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function on<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await open()).transaction(STORE, mode);
  const request = work(transaction.objectStore(STORE));
  // At once: a page that is left the next moment would take it back.
  if (mode === 'readwrite') transaction.commit();
  return new Promise((resolve, reject) => {
    // On the disk, not merely taken: what is shown as kept survives the battery.
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const keptMeetings = (): Promise<readonly Meeting[]> => on('readonly', (store) => store.getAll());

export const keepMeeting = (meeting: Meeting): Promise<unknown> => on('readwrite', (store) => store.put(meeting));

export const dropMeeting = (id: string): Promise<unknown> => on('readwrite', (store) => store.delete(id));
