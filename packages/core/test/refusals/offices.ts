// Refusals about offices and seats: terms in a row, parity, recall, petitions.
import type { InputFor, RefusalCode } from '../../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  evening,
  hallOf,
  type Matter,
  open,
  slate,
  statuteWith,
} from '../federation/assembly.ts';
import { sha256 } from '../federation/book.ts';
import { divided, recalling } from '../federation/story-offices.ts';
import { federationOf, type World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

type Proposal = InputFor<'TableMotion'>['proposal'];

function refused({ fed }: World, base: Base, matter: Matter, proposal: Proposal, code: RefusalCode): void {
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing(matter) });
  open(fed, hall, sitting, base.members.length);
  const input = { sitting, matter, title: 'Moción', text: 'Texto', proposal };
  fed.refuses(base.origin, base.presidium, 'TableMotion', input, code);
}

export const officeScenes = {
  'division-missing': (scene) => {
    const { motion, base } = divided(scene);
    const on = { book: scene.upper.origin, index: motion };
    const proposal = { kind: 'mandate', on, textHash: sha256('Agua para todos'), instruction: 'split' } as const;
    refused(scene, base, 'mandate', proposal, 'division-missing');
  },
  'office-vacant': (scene) => {
    refused(scene, scene.base, 'recall', recalling('vocalía', scene.base.members[0]), 'office-vacant');
  },
  'terms-in-a-row': () => {
    const terms = { officersMonths: 24, delegatesMonths: 12, officersInARow: 1 };
    const world = federationOf({ statute: statuteWith({ terms }) });
    const base = world.bases[0] as Base;
    const proposal = slate(world.fed, base.origin, [base.members[0] ?? '', base.members[5] ?? '']);
    refused(world, base, 'election', proposal, 'terms-in-a-row');
  },
  'parity-not-met': () => {
    const world = federationOf();
    const base = world.bases[0] as Base;
    parity(world, base);
    const proposal = slate(world.fed, base.origin, [base.members[4] ?? '', base.members[5] ?? '']);
    refused(world, base, 'election', { ...proposal, women: 0 }, 'parity-not-met');
  },
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;

/** From now on half of every list are women. */
export function parity({ fed }: Pick<World, 'fed'>, base: Base): void {
  const statute = statuteWith({ parity: { women: { num: 1, den: 2 } } });
  evening(fed, base, [{ matter: 'statute', proposal: { kind: 'amend-statute', statute } }]);
}
