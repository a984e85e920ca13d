// Committees: formed by those who will be above them, completed on proof, and at work.
import type { InputFor } from '../../src/index.ts';
import { type Base, delegatesTo, evening, foundBody, indexOf, originOf, seal, statuteWith } from './assembly.ts';
import { anyone, type Done } from './federation.ts';
import { foundUpper, type Upper, type World } from './upper.ts';

type Proposal = InputFor<'TableMotion'>['proposal'];
export type Formation = Extract<Proposal, { kind: 'form-committee' }>;

export const waterText = 'Comité de agua: cisternas, turnos y pozos. Informa cada mes.';

/** A committee on water that two juntas form together, two seats each; ordinary business and pacts. */
export function formation(parents: readonly Base[], change: Partial<Formation> = {}): Formation {
  return {
    kind: 'form-committee',
    committee: originOf('comite-de-agua'),
    parents: parents.map(({ origin }) => ({ body: origin, seats: 2 })),
    matters: ['ordinary', 'pact'],
    powers: ['organizar las cisternas', 'negociar el agua'],
    reportDays: 30,
    ...change,
  };
}

/** The junta votes the formation and its delegates there; both sealed. */
export function formBy({ fed }: World, base: Base, proposal: Formation, text = waterText): Done {
  const [, , , , a = '', b = '', c = '', d = ''] = base.members;
  const seats = [
    { seat: 1, holder: a, alternate: b },
    { seat: 2, holder: c, alternate: d },
  ];
  const [formed, elected] = evening(fed, base, [
    { matter: 'affiliation', proposal, text },
    { matter: 'election', proposal: delegatesTo(fed, proposal.committee, seats) },
  ]) as [Done, Done];
  seal(fed, base, indexOf(formed, 'CommitteeFormed'));
  seal(fed, base, indexOf(elected, 'DelegatesElected'));
  return formed;
}

/** The committee of these juntas: formed, shown, its officers elected by their delegates. */
export function committeeOf(world: World, parents: readonly Base[], change: Partial<Formation> = {}): World {
  const { fed } = world;
  const proposal = formation(parents, change);
  for (const parent of parents) formBy(world, parent, proposal);
  const { origin, convener } = foundBody(fed, 'comite-de-agua', 'committee', statuteWith());
  fed.must(origin, anyone, 'ShowFormation', { parents: parents.map((parent) => parent.origin) });
  const upper: Upper = foundUpper(fed, origin, convener, parents);
  return { fed, upper, bases: parents };
}

/** The junta takes back what it has given; sealed. */
export function endCommittee({ fed }: World, base: Base, committee: string): Done {
  const [done] = evening(fed, base, [{ matter: 'recall', proposal: { kind: 'end-committee', committee } }]) as [Done];
  seal(fed, base, indexOf(done, 'CommitteeEnded'));
  return done;
}
