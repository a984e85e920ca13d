// Two congresses of one federation, each with juntas behind it, and the confederation above that both claim a place in.
import {
  affiliate,
  type Base,
  delegatesTo,
  foundBase,
  foundBody,
  indexOf,
  prove,
  seal,
  statuteWith,
} from './assembly.ts';
import { decideAbove } from './bodies.ts';
import { admit, foundUpper, type Upper, type World } from './upper.ts';

/** A congress of two juntas of its own; the neighbours have witnessed its founding. */
export function otherCongress({ fed, bases }: World, name: string): World {
  const own = ['junta-disidente-1', 'junta-disidente-2'].map((junta) => foundBase(fed, junta, 8));
  for (const base of own) prove(fed, base, bases.slice(0, 2));
  fed.pass({ days: 31 });
  const { origin, convener } = foundBody(fed, name, 'delegate', statuteWith());
  for (const base of own) belong({ fed, bases: own }, base, origin);
  for (const base of own) admit(fed, origin, convener, base);
  const upper = foundUpper(fed, origin, convener, own);
  prove(fed, upper, bases.slice(0, 2));
  return { fed, upper, bases: own };
}

function belong({ fed }: Pick<World, 'fed' | 'bases'>, base: Base, to: string): void {
  const [, , , , a = '', b = ''] = base.members;
  affiliate(fed, base, to, [
    { seat: 1, holder: a },
    { seat: 2, holder: b },
  ]);
}

/** The congress asks to belong to the confederation and elects two delegates there; sealed. The act that elected them. */
export function sendUpFrom(congress: World, to: string): number {
  const { fed, upper, bases } = congress;
  const asking = { kind: 'request-affiliation', to, toKey: fed.book(to).key } as const;
  seal(fed, upper, indexOf(decideAbove(congress, { matter: 'affiliation', proposal: asking }), 'AffiliationRequested'));
  const seats = bases.slice(0, 2).map(({ origin }, at) => ({ seat: at + 1, holder: `${origin}#1` }));
  const proposal = delegatesTo(fed, to, seats);
  const elected = indexOf(decideAbove(congress, { matter: 'election', proposal }), 'DelegatesElected');
  seal(fed, upper, elected);
  return elected;
}

/** A confederation to which two juntas belong as unions of their own, and the congress with its two delegates. */
export function confederation(congress: World): { readonly above: World; readonly elected: number } {
  const { fed, bases } = congress;
  const { origin, convener } = foundBody(fed, 'confederacion', 'delegate', statuteWith());
  const [, second, third] = bases as readonly [Base, Base, Base];
  const unions = [second, third];
  for (const base of unions) belong(congress, base, origin);
  const elected = sendUpFrom(congress, origin);
  const members = [...unions, congress.upper as unknown as Base];
  for (const member of members) admit(fed, origin, convener, member);
  const upper: Upper = foundUpper(fed, origin, convener, members);
  return { above: { fed, upper, bases: unions }, elected };
}
