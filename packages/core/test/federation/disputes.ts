// Two directorates of one neighbourhood, each with a book: who sends the delegates is in dispute.
import type { Statute } from '../../src/index.ts';
import { type Base, delegatesTo, evening, foundBase, indexOf, prove, seal, statuteWith } from './assembly.ts';
import type { Done } from './federation.ts';
import { federationOf, type World } from './upper.ts';

export interface Rivals extends World {
  /** Affiliated above since the founding. */
  readonly old: Base;
  /** Has asked to belong there, and elected delegates. */
  readonly rival: Base;
  readonly claims: readonly { readonly book: string; readonly index: number }[];
}

export const sharing = (): Statute => statuteWith({ disputes: { meanwhile: 'shared' } });

export function rivals(upperStatute: Statute = statuteWith(), { proven = true, number = 2 } = {}): Rivals {
  const world = federationOf({ upperStatute });
  const { fed, upper, bases } = world;
  const old = bases[number] as Base;
  const rival = foundBase(fed, 'junta-legitima', 8);
  if (proven)
    prove(
      fed,
      rival,
      bases.filter((base) => base !== old),
    );
  fed.pass({ days: 31 });
  const [, , , , a = '', b = '', c = '', d = ''] = rival.members;
  const [request, election] = evening(fed, rival, [
    {
      matter: 'affiliation',
      proposal: { kind: 'request-affiliation', to: upper.origin, toKey: fed.book(upper.origin).key },
    },
    {
      matter: 'election',
      proposal: delegatesTo(fed, upper.origin, [
        { seat: 1, holder: a, alternate: b },
        { seat: 2, holder: c, alternate: d },
      ]),
    },
  ]) as [Done, Done];
  seal(fed, rival, indexOf(request, 'AffiliationRequested'));
  const elected = indexOf(election, 'DelegatesElected');
  seal(fed, rival, elected);
  const claims = [
    { book: old.origin, index: electionOf(world, old) },
    { book: rival.origin, index: elected },
  ];
  return { ...world, old, rival, claims };
}

/** The act by which a base elected its delegates above. */
const electionOf = ({ fed }: World, base: Base): number =>
  fed.book(base.origin).acts.findLast(({ act }) => act === 'DelegatesElected')?.index ?? 0;
