import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../shell/person.ts';
import type { Shell } from '../shell/shell.ts';
import { type Notes, noNotes } from './paper-of-minutes.ts';

/** With what the phone keeps of that person: notes may name people, so they go with whoever signs out and never to the node. */
export function useNotes(
  { storage }: Shell,
  person: Person | null,
  sitting: number,
): readonly [Notes | null, (notes: Notes) => void] {
  const [notes, setNotes] = useState<Notes | null>(null);
  const path = `draft/minutes/${sitting}`;
  const id = person?.id;
  useEffect(() => {
    if (id === undefined) return;
    storage
      .get('known', [id, path])
      .catch(() => undefined)
      .then(
        (kept) => setNotes((now) => now ?? (kept?.value as Notes | undefined) ?? noNotes),
        () => undefined,
      );
  }, [storage, id, path]);
  const keep = (next: Notes): void => {
    setNotes(next);
    if (id !== undefined)
      void storage.put('known', { person: id, path, value: next, at: Date.now() }).catch(() => undefined);
  };
  return [notes, keep];
}
