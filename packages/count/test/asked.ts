// What the count is asked in the tests, and what it must answer: a result, or a refusal in both languages.
import assert from 'node:assert/strict';
import { type CountRequest, count } from '../src/count.ts';
import type { Election } from '../src/election.ts';

export type More = Omit<CountRequest, 'method'>;

export function counted(election: Election, method: string, more: More = {}) {
  const outcome = count(election, { method, ...more });
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.text.en);
  return outcome.result;
}

export function refused(election: Election, method: string, more: More = {}) {
  const outcome = count(election, { method, ...more });
  assert.ok(!outcome.ok, 'it was counted');
  assert.notEqual(outcome.refusal.text.es, outcome.refusal.text.en);
  return outcome.refusal;
}

export const ids = ({ elected }: { readonly elected: readonly { readonly id: string }[] }): string[] =>
  elected.map(({ id }) => id);
