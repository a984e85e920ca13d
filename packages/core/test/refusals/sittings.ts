// Refusals about sittings that are over, keys that are lost, and what was done irregularly.
import type { RefusalCode } from '../../src/index.ts';
import type { Base } from '../federation/assembly.ts';
import { asMember } from '../federation/federation.ts';
import { attended } from '../federation/story-gatherings.ts';
import type { World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

export const recordScenes = {
  'attendance-over': ({ fed, base, origin }) => {
    const sitting = attended(fed, base, false);
    fed.pass({ days: 30 });
    fed.refuses(origin, asMember(base.members[4] ?? ''), 'CheckIn', { sitting }, 'attendance-over');
  },
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;
