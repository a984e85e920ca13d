import { readActs } from '../store/acts.ts';
import type { Store } from '../store/open-store.ts';
import type { ActRow, Head } from './node.ts';

export interface Followers {
  subscribe(origin: string, from: number, listener: (act: ActRow) => void): () => void;
  onHead(listener: (head: Head) => void): () => void;
  /** After a commit. */
  publish(head: Head, acts: readonly ActRow[]): void;
  /** There may be more than was published, as the answer to a commit was lost: whoever is behind this head reads it. */
  missed(head: Head): void;
}

interface Follower {
  next: number;
  readonly listener: (act: ActRow) => void;
  catchingUp: boolean;
  /** A commit came while it was catching up: what it read last may be without it. */
  behind: boolean;
  ended: boolean;
}

const PAGE = 256;

/** Who follows which book: acts as they are committed, and from the database what came before. */
export function createFollowers(
  store: Store,
  sizeOf: (origin: string) => number | undefined,
  log: (line: string) => void,
): Followers {
  const followers = new Map<string, Set<Follower>>();
  const headListeners = new Set<(head: Head) => void>();

  function deliver(follower: Follower, act: ActRow): void {
    follower.next = act.index + 1;
    guarded(() => follower.listener(act));
  }

  function guarded(call: () => void): void {
    try {
      call();
    } catch (error) {
      log(`a follower failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Reads until there is nothing newer. */
  async function catchUp(origin: string, follower: Follower): Promise<void> {
    follower.behind = true;
    if (follower.catchingUp) return;
    follower.catchingUp = true;
    try {
      while (follower.behind && !follower.ended) {
        follower.behind = false;
        const rows = await readActs(store, origin, follower.next, follower.next + PAGE);
        for (const row of rows) if (!follower.ended) deliver(follower, actRow(row));
        if (rows.length === PAGE) follower.behind = true;
      }
    } catch (error) {
      // The next commit tries again.
      log(`following ${origin}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      follower.catchingUp = false;
    }
  }

  return {
    subscribe(origin, from, listener) {
      const follower: Follower = { next: from, listener, catchingUp: false, behind: false, ended: false };
      const others = followers.get(origin) ?? new Set();
      followers.set(origin, others.add(follower));
      // Of a book whose committed length is known nothing is missed by whoever has all of it: a hall of thousands comes to
      // listen at one moment, and what is committed next is published to all of them.
      if (sizeOf(origin) !== from) void catchUp(origin, follower);
      return () => {
        follower.ended = true;
        others.delete(follower);
        if (others.size === 0 && followers.get(origin) === others) followers.delete(origin);
      };
    },
    onHead(listener) {
      headListeners.add(listener);
      return () => headListeners.delete(listener);
    },
    publish(head, acts) {
      if (acts.length === 0) return;
      for (const listener of headListeners) guarded(() => listener(head));
      for (const follower of followers.get(head.origin) ?? []) {
        if (!follower.catchingUp && follower.next === acts[0]?.index) for (const act of acts) deliver(follower, act);
        else void catchUp(head.origin, follower);
      }
    },
    missed(head) {
      if (head.size === 0) return;
      for (const listener of headListeners) guarded(() => listener(head));
      for (const follower of followers.get(head.origin) ?? []) {
        if (follower.next < head.size) void catchUp(head.origin, follower);
      }
    },
  };
}

export const actRow = (row: Awaited<ReturnType<typeof readActs>>[number]): ActRow => {
  const { received_at: receivedAt, ...rest } = row;
  return { ...rest, receivedAt };
};
