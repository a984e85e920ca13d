// Crews on one node that is killed while they bring what both sides have signed: each phone keeps its texts and tries again.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { type Act, type BodyState, emptyState, evolve } from '@cabildo/core';
import { serve } from '../../src/serve.ts';
import type { Answer } from '../assembly-over-http.ts';
import { type Committee, committeeWith, type Signed } from '../http/hand-over-phones.ts';
import { askingAt, type TestServer } from '../http/http-fixture.ts';

export interface Standing extends Committee {
  /** Verifier key of its book. */
  readonly key: string;
}

/** A committee with somebody in office, made on the node’s folder before it is one that is killed: so many crews, a depot with a lot. */
export async function standingCommittee(dataDir: string, crews: number, quantity: number): Promise<Standing> {
  const serving = await serve({ name: 'el-alto.example', dataDir, port: 0, env: {} });
  try {
    const server = { node: serving.node, ...askingAt(serving.url) } as unknown as TestServer;
    const committee = await committeeWith(server, crews, quantity);
    const book = await serving.node.book(committee.origin);
    return { ...committee, key: book?.vkey ?? '' };
  } finally {
    await serving.close();
  }
}

/** A few minutes: a database that was killed takes its time to come back on a busy machine. */
const MOST_TRIES = 4_000;

/**
 * All phones at once, each one thing after the other and the same with the same key until it is answered; a neighbour's phone brings one in four
 * too. `answered`: how many have been by now, after each. Resolves with the acts that each text was answered with.
 */
export async function bringAll(
  /** Its address is another one once it was started again. */
  node: { readonly url: string },
  body: string,
  phones: readonly (readonly Signed[])[],
  answered: (count: number) => void,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const actsOf = new Map<string, Set<number>>();
  let count = 0;
  const bring = async (phone: number, one: Signed): Promise<void> => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = await askingAt(node.url)
        .command({ body, token: null }, 'RecordHandOver', one, `phone-${phone}-${one.id}`)
        .catch(() => null);
      if (answer !== null && answer.status !== 503) {
        assert.equal(answer.status, 200, answer.text);
        const { acts = [], answer: said = {} } = answer.json as Answer['body'];
        const index = acts[0]?.index ?? Number(said.handOver);
        actsOf.set(one.id, (actsOf.get(one.id) ?? new Set()).add(index));
        count += 1;
        answered(count);
        return;
      }
      await pause(50);
    }
    throw new Error(`${one.id} was never answered`);
  };
  await Promise.all(
    phones.map(async (own, number) => {
      const others = (phones[(number + 1) % phones.length] ?? []).filter((_, place) => place % 4 === 0);
      for (const one of [...own, ...others]) await bring(number, one);
    }),
  );
  return actsOf;
}

/** Folded from the acts that the node serves, and from nothing else. */
export async function stateServed(url: string, { who: { body }, origin }: Standing): Promise<BodyState> {
  let state = emptyState(origin);
  for (;;) {
    const response = await fetch(`${url}/api/bodies/${body}/acts?from=${state.size}`);
    const { acts } = (await response.json()) as { acts: { index: number; at: string; entry: object }[] };
    if (acts.length === 0) return state;
    for (const { index, at, entry } of acts) state = evolve(state, { ...entry, index, at } as unknown as Act);
  }
}
