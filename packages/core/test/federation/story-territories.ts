// A junta votes the map of its territory.
import type { Base } from './assembly.ts';
import { drawTerritory } from './territories.ts';
import { federationOf, type World } from './upper.ts';

export function playTerritories(): World {
  const world = federationOf();
  drawTerritory(world, world.bases[0] as Base);
  return world;
}
