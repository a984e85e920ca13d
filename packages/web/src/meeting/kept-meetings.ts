import { useEffect, useState } from 'preact/hooks';
import type { Meeting } from './meeting.ts';
import { dropMeeting, keepMeeting, keptMeetings } from './meeting-store.ts';

export interface KeptMeetings {
  /** The newest first; null until they are read. */
  readonly all: readonly Meeting[] | null;
  /** This browser keeps nothing: what is written lives as long as the page. */
  readonly forgetful: boolean;
  keep(meeting: Meeting): void;
  drop(id: string): void;
}

/** What was last wanted; keystrokes while it is written wait for it and are written as one. */
class Saver {
  #waiting = new Map<string, Meeting>();
  #busy = false;

  save(meeting: Meeting, failed: () => void): void {
    this.#waiting.set(meeting.id, meeting);
    if (!this.#busy) void this.#run(failed);
  }

  forget(id: string): void {
    this.#waiting.delete(id);
  }

  async #run(failed: () => void): Promise<void> {
    this.#busy = true;
    for (let [next] = this.#waiting.values(); next !== undefined; [next] = this.#waiting.values()) {
      this.#waiting.delete(next.id);
      await keepMeeting(next).catch(failed);
    }
    this.#busy = false;
  }
}

const saver = new Saver();

const inOrder = (all: readonly Meeting[]): readonly Meeting[] =>
  [...all].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));

export function useKeptMeetings(): KeptMeetings {
  const [all, setAll] = useState<readonly Meeting[] | null>(null);
  const [forgetful, setForgetful] = useState(false);
  const failed = (): void => setForgetful(true);
  useEffect(() => {
    keptMeetings().then(
      (found) =>
        setAll((now) => inOrder([...found.filter(({ id }) => !now?.some((known) => known.id === id)), ...(now ?? [])])),
      () => {
        setForgetful(true);
        setAll((now) => now ?? []);
      },
    );
  }, []);
  return {
    all,
    forgetful,
    keep(meeting) {
      setAll((now) => inOrder([meeting, ...(now ?? []).filter(({ id }) => id !== meeting.id)]));
      saver.save(meeting, failed);
    },
    drop(id) {
      setAll((now) => (now ?? []).filter((meeting) => meeting.id !== id));
      saver.forget(id);
      dropMeeting(id).catch(failed);
    },
  };
}
