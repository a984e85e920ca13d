import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../../shell/session.ts';
import type { Shell } from '../../shell/shell.ts';

/** A map of the committee's own: the roads that its plans are made with and its map draws, or the districts. */
export type LocalFileName = 'roads' | 'areas';

export interface LocalFile {
  readonly name: string;
  readonly text: string;
}

/** Roads of a whole country are ten times less. */
export const MOST_BYTES = 20_000_000;

export interface LocalFileHere {
  /** `undefined` until the device has said what it has. */
  readonly file: LocalFile | null | undefined;
  keep(file: LocalFile | null): Promise<void>;
}

/** Kept on this device for whoever is signed in, and nowhere else: whose roads these are, and how good, no book can say. */
export function useLocalFile(shell: Shell, session: Session, name: LocalFileName): LocalFileHere {
  const [file, setFile] = useState<LocalFile | null | undefined>(undefined);
  const path = `/supply/${name}`;
  const person = session.person?.id ?? '';
  useEffect(() => {
    let over = false;
    const look = async (): Promise<void> => {
      const kept = await shell.storage.get('known', [person, path]).catch(() => undefined);
      if (!over) setFile((before) => before ?? ((kept?.value ?? null) as LocalFile | null));
    };
    void look();
    return () => {
      over = true;
    };
  }, [shell, person, path]);
  return {
    file,
    async keep(value) {
      setFile(value);
      const kept =
        value === null
          ? shell.storage.delete('known', [person, path])
          : shell.storage.put('known', { person, path, value, at: Date.now() });
      // Where the browser keeps nothing it is here until the page is closed.
      await kept.catch(() => undefined);
    },
  };
}
