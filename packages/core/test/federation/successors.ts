// A book whose end was lost, and the one that goes on from its last known head: what it takes over of goods and money.
import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  type Act,
  actEntry,
  type BodyState,
  type Carried,
  emptyState,
  evolve,
  goodsStanding,
  moneyStanding,
  nextBook,
  objectSchema,
  type Time,
} from '../../src/index.ts';
import type { Book } from './book.ts';
import type { Federation } from './federation.ts';

const root = Buffer.alloc(32).toString('base64');

/**
 * The successor as a node begins it, as far as goods and money go; `first`: the number of the first act that is taken over so. `officers`: of
 * the acts of the book before, those that say who is in office.
 */
export function successorOf(
  old: BodyState,
  at: Time,
  officers: readonly Pick<Act, 'act' | 'data'>[] = [],
): {
  readonly state: BodyState;
  readonly acts: readonly Act[];
  readonly carried: readonly Carried[];
  readonly first: number;
} {
  const { body, statute } = old;
  if (body === null || statute === null) throw new Error('a body that was founded');
  const { name, title, kind, convener, provisionalUntil } = body;
  const begin: readonly (readonly [string, object])[] = [
    ['BookSucceeded', { predecessor: old.origin, size: old.size, root }],
    ['BodyFounded', { name, title, kind, convener, provisionalUntil }],
    ['StatuteAdopted', { statute: statute.rules, sha256: root }],
    ...officers.map(({ act, data }) => [act, data] as const),
  ];
  const first = begin.length;
  const goods = goodsStanding(old, at, first);
  const carried = [...goods, ...moneyStanding(old, first + goods.length)];
  const acts = [
    ...begin,
    ...carried.map(({ index, what }) => ['DecisionCarried', { from: { book: old.origin, index }, what }] as const),
  ].map(([act, data], index) => ({ act, v: 1, index, at, data }) as unknown as Act);
  for (const { act, data } of acts) if (act === 'DecisionCarried') assertValid(data);
  return { state: acts.reduce(evolve, emptyState(nextBook(old.origin))), acts, carried, first };
}

const validCarried = new Ajv2020({ strict: true, allErrors: true }).compile(
  objectSchema(actEntry('DecisionCarried')?.data ?? {}),
);

function assertValid(data: unknown): void {
  assert.ok(validCarried(data), `${JSON.stringify(validCarried.errors)} in ${JSON.stringify(data)}`);
  assert.ok(Buffer.byteLength(JSON.stringify(data)) < 6_500, 'it fits into a leaf with its citation');
}

/** The same as a book on the table of that federation, with those who were in office. */
export function goOn(fed: Federation, origin: string): Book {
  const before = fed.book(origin);
  const officers = before.acts.filter(({ act }) => act === 'OfficersElected').slice(-1);
  const { state, acts } = successorOf(before.state, fed.now, officers);
  const book = fed.book(state.origin);
  const by = { office: 'operator', article: 'book' } as const;
  book.acts.push(...acts.map((act) => ({ ...act, by, cites: [], leaf: '' })));
  book.state = state;
  return book;
}
