// A junta that divides itself: the vote, the parts with books of their own, and their seats above.
import type { InputFor } from '../../src/index.ts';
import {
  type Base,
  delegatesTo,
  evening,
  foundBase,
  indexOf,
  keyOf,
  originOf,
  prove,
  seal,
  statuteWith,
} from './assembly.ts';
import { anyone, type Done } from './federation.ts';
import type { World } from './upper.ts';

export type Division = Extract<InputFor<'TableMotion'>['proposal'], { kind: 'split' }>;

export const partNames = ['junta-norte', 'junta-sur'] as const;

/** Two parts, of four people and of five, a seat for each in the assembly above; from today on. */
export function division({ fed, upper }: World, change: Partial<Division> = {}): Division {
  const parts = partNames.map((name, at) => ({ body: originOf(name), members: 4 + at }));
  return { kind: 'split', parts, seats: [{ above: upper.origin, seats: [1, 1] }], on: fed.now, ...change };
}

/** Voted and sealed. */
export function divide(world: World, base: Base, change: Partial<Division> = {}): number {
  const { fed } = world;
  const proposal = division(world, change);
  const [done] = evening(fed, base, [{ matter: 'dissolution', proposal }]) as [Done];
  const index = indexOf(done, 'BodySplit');
  seal(fed, base, index);
  return index;
}

/** A part with a book of its own that cites the split, proven, with a request and a delegate above. */
export function foundPart(
  { fed, upper, bases }: World,
  name: string,
  splitFrom: { book: string; index: number },
): Base {
  const part = foundBase(fed, name, 8, statuteWith(), splitFrom);
  prove(fed, part, bases.filter(({ origin }) => origin !== splitFrom.book).slice(0, 2));
  fed.pass({ days: 31 });
  const [, , , , holder = '', alternate = ''] = part.members;
  const asking = { kind: 'request-affiliation', to: upper.origin, toKey: fed.book(upper.origin).key } as const;
  const [request, election] = evening(fed, part, [
    { matter: 'affiliation', proposal: asking },
    { matter: 'election', proposal: delegatesTo(fed, upper.origin, [{ seat: 1, holder, alternate }]) },
  ]) as [Done, Done];
  seal(fed, part, indexOf(request, 'AffiliationRequested'));
  seal(fed, part, indexOf(election, 'DelegatesElected'));
  return part;
}

export const showPart = ({ fed, upper }: World, below: string, part: string): Done =>
  fed.must(upper.origin, anyone, 'ShowSplit', { below, part });

/** The whole of it, both parts shown above. */
export function splitWhole(world: World, base: Base): readonly Base[] {
  const splitFrom = { book: base.origin, index: divide(world, base) };
  return partNames.map((name) => {
    const part = foundPart(world, name, splitFrom);
    showPart(world, base.origin, part.origin);
    return part;
  });
}

export const foundingInput = (name: string, splitFrom: { book: string; index: number }): InputFor<'FoundBody'> => ({
  name,
  title: name,
  kind: 'base',
  founder: { name: 'fundadora', key: keyOf(originOf(name), 'convener') },
  statute: statuteWith(),
  provisionalDays: 60,
  splitFrom,
});
