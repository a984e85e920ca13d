// A book whose end was lost, and the one that goes on from its last known head: what it takes over of goods and money.
import {
  type Act,
  type BodyState,
  type Carried,
  emptyState,
  evolve,
  goodsStanding,
  moneyStanding,
  type Time,
} from '../../src/index.ts';

const root = Buffer.alloc(32).toString('base64');

/** The successor as a node begins it, as far as goods and money go; `first`: the number of the first act that is taken over so. */
export function successorOf(
  old: BodyState,
  at: Time,
): { readonly state: BodyState; readonly carried: readonly Carried[]; readonly first: number } {
  const { body, statute } = old;
  if (body === null || statute === null) throw new Error('a body that was founded');
  const { name, title, kind, convener, provisionalUntil } = body;
  const begin: readonly (readonly [string, object])[] = [
    ['BookSucceeded', { predecessor: old.origin, size: old.size, root }],
    ['BodyFounded', { name, title, kind, convener, provisionalUntil }],
    ['StatuteAdopted', { statute: statute.rules, sha256: root }],
  ];
  const first = begin.length;
  const goods = goodsStanding(old, at, first);
  const carried = [...goods, ...moneyStanding(old, first + goods.length)];
  const number = Number(/~(\d+)$/.exec(old.origin)?.[1] ?? 1);
  const acts = [
    ...begin,
    ...carried.map(({ index, what }) => ['DecisionCarried', { from: { book: old.origin, index }, what }] as const),
  ];
  const state = acts.reduce(
    (folded, [act, data]) => evolve(folded, { act, v: 1, index: folded.size, at, data } as unknown as Act),
    emptyState(`${old.origin.replace(/~\d+$/, '')}~${number + 1}`),
  );
  return { state, carried, first };
}
