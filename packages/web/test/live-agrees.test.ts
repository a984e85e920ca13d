// What the node says of a sitting, and the client's own account of it: two files that the compiler holds together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type * as node from '../../server/src/app/live/answer.ts';
import type * as nodeFloor from '../../server/src/app/live/floor.ts';
import type * as client from '../src/live-answer.ts';
import type * as clientFloor from '../src/live-floor.ts';
import type * as clientPulse from '../src/live-pulse.ts';

/** Of two types that are told apart nowhere: a member that is more, less, optional, called or typed otherwise is `false`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** However it was put together: interfaces with what they extend, and intersections, in one piece all the way down. */
type Plain<T> = T extends readonly (infer I)[]
  ? readonly Plain<I>[]
  : T extends object
    ? { [K in keyof T]: Plain<T[K]> }
    : T;

type Agree<A, B> = Same<Plain<A>, Plain<B>>;

interface Agrees {
  readonly live: Agree<node.Live, client.Live>;
  readonly motion: Agree<node.LiveMotion, client.LiveMotion>;
  readonly item: Agree<node.LiveItem, client.LiveItem>;
  readonly vote: Agree<node.LiveVote, client.LiveVote>;
  readonly result: Agree<node.LiveResult, client.LiveResult>;
  readonly floor: Agree<nodeFloor.LiveFloor, clientFloor.LiveFloor>;
  readonly mine: Agree<node.LiveMine, client.LiveMine>;
  readonly pulse: Agree<node.Pulse, clientPulse.Pulse>;
  readonly steps: Agree<node.Steps, client.Steps>;
}

// `npm run types` refuses a `true` where two accounts differ; the name of the member says which.
const agrees: Agrees = {
  live: true,
  motion: true,
  item: true,
  vote: true,
  result: true,
  floor: true,
  mine: true,
  pulse: true,
  steps: true,
};

/** The comparison itself: whatever could drift is seen by it. */
interface Told {
  readonly more: Agree<{ readonly a: 1 }, { readonly a: 1; readonly b: 2 }>;
  readonly optional: Agree<{ readonly a: 1 }, { readonly a?: 1 }>;
  readonly otherwise: Agree<{ readonly a: 1 | 2 }, { readonly a: 1 }>;
  readonly anything: Agree<{ readonly a: string }, { readonly a: unknown }>;
  readonly deep: Agree<{ readonly a: { readonly b: string } }, { readonly a: { readonly b: string | null } }>;
}

const told: Told = { more: false, optional: false, otherwise: false, anything: false, deep: false };

test('what the node says of a sitting is what the client reads, member by member', () => {
  assert.ok(Object.values(agrees).every((same) => same));
  assert.ok(Object.values(told).every((same) => !same));
});
