// A junta divides itself in two; both parts take its seats above.
import type { Base } from './assembly.ts';
import { splitWhole } from './splits.ts';
import { federationOf, type World } from './upper.ts';

export function playSplits(): World {
  const world = federationOf();
  splitWhole(world, world.bases[2] as Base);
  return world;
}
