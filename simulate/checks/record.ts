// A book read as a neighbour would read it, from its acts alone and with none of the rules' own code.
import type { ActData, ActName } from '@cabildo/core';
import type { StoredAct } from '../../packages/core/test/federation/book.ts';
import type { KeptBook } from '../node/kept-book.ts';

export type Told<N extends ActName> = Omit<StoredAct, 'act' | 'data'> & { readonly act: N; readonly data: ActData<N> };

/** The acts of a book by their kind, kept up as it grows. */
export class BookRecord {
  readonly book: KeptBook;
  readonly #byAct = new Map<string, StoredAct[]>();
  #seen = 0;

  constructor(book: KeptBook) {
    this.book = book;
  }

  /** Acts that are new since the last time. */
  grow(): readonly StoredAct[] {
    const fresh = this.book.acts.slice(this.#seen);
    for (const act of fresh) {
      const known = this.#byAct.get(act.act);
      if (known === undefined) this.#byAct.set(act.act, [act]);
      else known.push(act);
    }
    this.#seen = this.book.acts.length;
    return fresh;
  }

  all<N extends ActName>(name: N): readonly Told<N>[] {
    return (this.#byAct.get(name) ?? []) as unknown as readonly Told<N>[];
  }

  at<N extends ActName>(index: number, name: N): Told<N> | null {
    const act = this.book.acts[index];
    return act?.act === name ? (act as unknown as Told<N>) : null;
  }

  last<N extends ActName>(name: N, fits: (act: Told<N>) => boolean): Told<N> | null {
    return this.all(name).findLast(fits) ?? null;
  }

  /** The statute as it was when that act was written. */
  statuteAt(index: number): ActData<'StatuteAdopted'>['statute'] | null {
    return this.last('StatuteAdopted', (act) => act.index < index)?.data.statute ?? null;
  }

  kind(): string | undefined {
    return this.all('BodyFounded').at(0)?.data.kind;
  }

  founding(): number {
    return this.all('BodyFounded').at(0)?.index ?? 0;
  }

  /** The book that this one goes on from. */
  predecessor(): string | null {
    return this.all('BookSucceeded').at(0)?.data.predecessor ?? null;
  }

  /** Written by the node where the book begins, and no decision of it. */
  isCarried(index: number): boolean {
    const by = this.book.acts[index]?.by;
    return this.predecessor() !== null && by?.office === 'operator' && by.article === 'book';
  }

  isSealed(index: number): boolean {
    return this.last('ActSealed', ({ data }) => data.index === index) !== null;
  }
}

/** The name that a body keeps, in whichever book it goes on. */
export const firstName = (origin: string): string => origin.replace(/~[1-9]\d?$/, '');
