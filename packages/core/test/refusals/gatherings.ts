// Refusals about gatherings too large to count.
import type { RefusalCode } from '../../src/index.ts';
import type { Base } from '../federation/assembly.ts';
import { convene, hallOf, table } from '../federation/assembly.ts';
import { crowd, gathering, hallAbove, square } from '../federation/story-gatherings.ts';
import type { World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

export const gatheringScenes = {
  'not-a-crowd': (scene) => {
    const { fed, upper } = scene;
    const sitting = convene(fed, hallAbove(scene));
    fed.refuses(upper.origin, upper.presidium, 'EstimateCrowd', { sitting, ...crowd, atLeast: 6 }, 'not-a-crowd');
  },
  'no-bases-below': ({ fed, base, origin }) => {
    const sitting = convene(fed, hallOf(base));
    fed.refuses(origin, base.presidium, 'EstimateCrowd', { sitting, ...crowd }, 'no-bases-below');
  },
  'crowd-acclaims-only': () => {
    const world = gathering();
    const motion = table(world.fed, hallAbove(world), square(world), { matter: 'ordinary' });
    const { origin, presidium } = world.upper;
    world.fed.refuses(origin, presidium, 'OpenVote', { motion, method: 'roll-call' }, 'crowd-acclaims-only');
  },
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;
