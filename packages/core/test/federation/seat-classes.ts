// An assembly whose statute tells classes of seats apart, and bases that send seats of them.
import type { Statute } from '../../src/index.ts';
import { type Base, delegatesTo, evening, indexOf, type Matter, seal, statuteWith } from './assembly.ts';
import type { Done } from './federation.ts';
import { decideByRollCall, federationOf, sitUpper, type World } from './upper.ts';

export type SeatClasses = NonNullable<Statute['seats']>;

/** Full seats do everything; attached ones speak, and vote in elections; fraternal ones are there. */
export const usualClasses: SeatClasses = [
  {
    class: 'titular',
    voice: ['accreditation', 'debate', 'decision', 'election'],
    vote: ['accreditation', 'debate', 'decision', 'election'],
  },
  { class: 'adscrito', voice: ['debate'], vote: ['election'] },
  { class: 'fraterno', voice: [], vote: [] },
];

export const classedFederation = (seats: SeatClasses = usualClasses): World =>
  federationOf({ upperStatute: statuteWith({ seats }) });

/** The assembly above gives itself other classes, while all its seats are full ones. */
export function amendClasses(world: World, seats: SeatClasses): Done {
  const proposal = { kind: 'amend-statute', statute: statuteWith({ seats }) } as const;
  const sitting = sitUpper(world, 'statute');
  const done = decideByRollCall(world, sitting, { matter: 'statute', proposal });
  world.fed.must(world.upper.origin, world.upper.presidium, 'CloseSitting', { sitting });
  return done;
}

/** Both seats of each base are elected anew, each of the class that is given; one that has a class named keeps its person. */
export function electClasses(
  { fed, upper }: World,
  base: Base,
  classes: readonly SeatClasses[number]['class'][],
): void {
  const seats = classes.map((named, number) => ({
    seat: number + 1,
    holder: base.members[4 + 2 * number] ?? '',
    alternate: base.members[5 + 2 * number] ?? '',
    class: named,
  }));
  const matter: Matter = 'election';
  const [done] = evening(fed, base, [{ matter, proposal: delegatesTo(fed, upper.origin, seats) }]);
  if (done === undefined) throw new Error('it was decided');
  seal(fed, base, indexOf(done, 'DelegatesElected'));
}
