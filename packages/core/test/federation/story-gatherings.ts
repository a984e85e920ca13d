// Gatherings that no hall holds, and what was done against the rules and is made good.
import { type Base, convene, hallOf, indexOf, open, statuteWith, table } from './assembly.ts';
import { consult } from './decisions-story.ts';
import { anyone, asMember, type Federation } from './federation.ts';
import { federationOf, type World } from './upper.ts';

/** In which ordinary business may be acclaimed. */
export const acclaiming = () =>
  statuteWith({
    rules: statuteWith().rules.map((rule) =>
      rule.matter === 'ordinary' ? { ...rule, methods: [...rule.methods, 'acclamation', 'consensus'] } : rule,
    ),
  });

export const gathering = (): World => federationOf({ statute: acclaiming(), upperStatute: acclaiming() });

export const hallAbove = ({ upper }: World) => ({
  origin: upper.origin,
  chair: upper.presidium,
  tellers: [upper.presidium, upper.secretary] as const,
});

export const crowd = { atLeast: 80_000, atMost: 100_000, method: 'Cuatro personas por metro cuadrado, por cuadras' };

/** A square full of people, called by the assembly above. */
export function square(world: World): number {
  const sitting = convene(world.fed, hallAbove(world), { kind: 'cabildo' });
  world.fed.must(world.upper.origin, world.upper.secretary, 'EstimateCrowd', { sitting, ...crowd });
  return sitting;
}

export const cheered = (motion: number) =>
  ({ motion, method: 'acclamation', asked: 3, objections: 0, countAsked: false }) as const;

export const text = 'Que el gas no se venda y que haya asamblea constituyente.';

/** What the square wants, tabled and acclaimed. */
export function acclaim(world: World, sitting: number): number {
  const motion = table(world.fed, hallAbove(world), sitting, { matter: 'ordinary', text });
  const done = world.fed.must(world.upper.origin, world.upper.presidium, 'RecordAcclamation', cheered(motion));
  return indexOf(done, 'ResolutionAdopted');
}

export function playGatherings(): { readonly fed: Federation; readonly bases: readonly Base[] } {
  const world = gathering();
  const sitting = square(world);
  const resolution = acclaim(world, sitting);
  world.fed.must(world.upper.origin, world.upper.presidium, 'CloseSitting', { sitting });
  consult(world, resolution, text, ['yes', 'yes']);
  forgotten(world.fed, world.bases[0] as Base);
  return world;
}

/** Two neighbours at a sitting that is closed, or that nobody closes. */
export function attended(fed: Federation, base: Base, closes: boolean): number {
  const sitting = convene(fed, hallOf(base));
  for (const member of base.members.slice(5, 7))
    fed.must(base.origin, asMember(member), 'CheckIn', fed.atDoor(base.origin, sitting));
  open(fed, hallOf(base), sitting, base.members.length);
  if (closes) fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  return sitting;
}

function forgotten(fed: Federation, base: Base): void {
  const sitting = attended(fed, base, true);
  fed.pass({ days: 30 });
  fed.must(base.origin, anyone, 'EraseAttendance', { sitting });
}
