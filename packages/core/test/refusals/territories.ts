// Refusals of territories: a map that is none, and one that the motion does not name.
import type { RefusalCode } from '../../src/index.ts';
import { type Base, convene, hallOf, open } from '../federation/assembly.ts';
import { crossed, district, drawing, polygon } from '../federation/territories.ts';
import type { World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
}

function tabled({ fed, base }: Scene, named: string, map: string, code: RefusalCode): void {
  const sitting = convene(fed, hallOf(base), { notice: [{ matter: 'ordinary', title: 'x' }] });
  open(fed, hallOf(base), sitting, base.members.length);
  const input = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal: drawing(named), map } as const;
  fed.refuses(base.origin, base.presidium, 'TableMotion', input, code);
}

export const territoryScenes = {
  'map-malformed': (scene) => tabled(scene, '{}', '{}', 'map-malformed'),
  'map-outline': (scene) => {
    const map = JSON.stringify(polygon(crossed));
    tabled(scene, map, map, 'map-outline');
  },
  'map-differs': (scene) => tabled(scene, district, `${district} `, 'map-differs'),
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;
