import type { ActData, ActName } from './catalogue/acts.ts';
import type { BodyState } from './state.ts';
import type { Time } from './time.ts';

/** An act as it stands in a book, without what a fold must not see: commitments, blind, authority, citations. */
export interface Act<N extends ActName = ActName> {
  readonly act: N;
  readonly v: number;
  readonly index: number;
  readonly at: Time;
  readonly data: ActData<N>;
}

/** How one act changes the state: it copies what the act says and computes nothing anew. */
export type Fold<N extends ActName> = (state: BodyState, act: Act<N>) => BodyState;

export type Folds = { readonly [N in ActName]?: Fold<N> };

/** What must be there because the act could not have been written without it. */
export function known<V>(value: V | undefined | null, what: string): V {
  if (value === undefined || value === null) throw new Error(`the book refers to ${what}, which is not in it`);
  return value;
}
