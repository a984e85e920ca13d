// Two directorates of one junta: the dispute is on record, its seats are shared, the assembly settles it.
import { convene } from './assembly.ts';
import { decideAbove } from './bodies.ts';
import { type Rivals, rivals, sharing } from './disputes.ts';
import { anyone, indexOf } from './federation.ts';

export function playDisputes(): Rivals {
  const world = rivals(sharing());
  const { fed, upper, bases, claims, old, rival } = world;
  const recorded = fed.must(upper.origin, upper.secretary, 'RecordDispute', { over: 'seat', claims });
  const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
  for (const { origin: below } of [old, rival])
    fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below, seat: 1 });
  const proposal = {
    kind: 'settle-dispute',
    dispute: indexOf(recorded, 'ClaimDisputed'),
    holder: rival.origin,
  } as const;
  decideAbove({ ...world, bases: bases.filter((base) => base !== old) }, { matter: 'affiliation', proposal });
  return world;
}
