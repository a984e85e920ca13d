import { makeRounds, type Rounds, type RoundsAsked } from './make-rounds.ts';

interface Scope {
  onmessage: ((event: { readonly data: RoundsAsked }) => void) | null;
  postMessage(answer: Rounds): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => scope.postMessage(makeRounds(data));
