// Gatherings that no hall holds, and what was done against the rules and is made good.
import { type Base, convene, indexOf, statuteWith, table } from './assembly.ts';
import { consult } from './decisions-story.ts';
import type { Federation } from './federation.ts';
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
  return world;
}
