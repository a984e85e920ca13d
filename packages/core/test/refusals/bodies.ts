// Refusals of bodies: dissolved, above themselves, not left.
import { plusDays, type RefusalCode } from '../../src/index.ts';
import type { Base } from '../federation/assembly.ts';
import { dissolve } from '../federation/bodies.ts';
import { anyone } from '../federation/federation.ts';
import { sitUpper, type World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

export const bodyScenes = {
  'body-dissolved': ({ fed, origin, base }) => {
    dissolve(fed, base);
    const input = { kind: 'ordinary', place: 'Sede', startsAt: plusDays(fed.now, 3), notice: [] } as const;
    fed.refuses(origin, base.presidium, 'ConveneSitting', input, 'body-dissolved');
  },
  'affiliation-cycle': (scene) => {
    const { fed, upper, base } = scene;
    const sitting = sitUpper(scene, 'affiliation');
    const proposal = { kind: 'request-affiliation', to: base.origin, toKey: fed.book(base.origin).key } as const;
    const input = { sitting, matter: 'affiliation', title: 'x', text: 'x', proposal } as const;
    fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'affiliation-cycle');
  },
  'no-end-found': ({ fed, upper, base }) => {
    fed.refuses(upper.origin, anyone, 'PresentEnd', { other: base.origin }, 'no-end-found');
  },
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;
