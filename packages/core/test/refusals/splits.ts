// Refusals of splits: parts that do not add up, seats that would be added, a body that is divided already.
import type { RefusalCode } from '../../src/index.ts';
import { announcing, type Base, convene, hallOf, open, originOf } from '../federation/assembly.ts';
import { anyone, operator } from '../federation/federation.ts';
import { divide, division, foundingInput } from '../federation/splits.ts';
import type { World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
}

function tabled(scene: Scene, seats: readonly number[], code: RefusalCode): void {
  const { fed, base, upper } = scene;
  const sitting = convene(fed, hallOf(base), { notice: announcing('dissolution') });
  open(fed, hallOf(base), sitting, base.members.length);
  const proposal = division(scene, { seats: [{ above: upper.origin, seats }] });
  const input = { sitting, matter: 'dissolution', title: 'x', text: 'x', proposal } as const;
  fed.refuses(base.origin, base.presidium, 'TableMotion', input, code);
}

export const splitScenes = {
  'body-split': (scene) => {
    const { fed, base } = scene;
    divide(scene, base);
    const input = { kind: 'ordinary', place: 'Sede', startsAt: '2006-01-01T00:00:00Z', notice: [] } as const;
    fed.refuses(base.origin, base.presidium, 'ConveneSitting', input, 'body-split');
  },
  'parts-do-not-add-up': (scene) => tabled(scene, [1], 'parts-do-not-add-up'),
  'split-adds-seats': (scene) => tabled(scene, [2, 1], 'split-adds-seats'),
  'no-split-found': (scene) => {
    const { fed, upper, base } = scene;
    const input = foundingInput('junta-este', { book: base.origin, index: divide(scene, base) });
    fed.refuses(originOf('junta-este'), operator, 'FoundBody', input, 'no-split-found');
    const shown = { below: base.origin, part: originOf('junta-norte') };
    fed.refuses(upper.origin, anyone, 'ShowSplit', shown, 'no-split-found');
  },
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;
