import type { Time } from '@cabildo/core';
import type { Head } from '../app/node.ts';

/** What others say about a book: its forks, and who outside this node has seen its head. */
export interface Evidence {
  forks(origin: string): Promise<readonly ForkNotes[]>;
  /** Which of these witnesses (verifier keys) have seen the book's head, or the newest before it. */
  sightings(head: Head, witnesses: readonly string[]): Promise<readonly Sighting[]>;
}

export interface ForkNotes {
  readonly held: string;
  readonly seen: string;
  readonly foundAt: Time;
}

export interface Sighting {
  readonly witness: string;
  /** Size of the head that it saw. */
  readonly size: number;
  readonly at: Time;
}
