// Refusals about checking in and about slips of an open cabildo.
import type { RefusalCode } from '../../src/index.ts';
import type { Base } from '../federation/assembly.ts';
import { convene, countHall, hallOf, table } from '../federation/assembly.ts';
import { sha256 } from '../federation/book.ts';
import { asMember } from '../federation/federation.ts';
import { cabildoOf, opened, openStatute } from '../federation/story-door.ts';
import type { World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

export const doorScenes = {
  'door-code-missing': ({ fed, base, origin }) => {
    const sitting = convene(fed, hallOf(base));
    fed.refuses(origin, asMember(base.members[4] ?? ''), 'CheckIn', { sitting }, 'door-code-missing');
  },
  'door-code-over': ({ fed, base, origin }) => {
    const sitting = convene(fed, hallOf(base));
    const seen = fed.atDoor(origin, sitting);
    fed.pass({ minutes: 3 });
    fed.refuses(origin, asMember(base.members[4] ?? ''), 'CheckIn', seen, 'door-code-over');
  },
  'no-walk-ins': ({ fed, base, origin }) => {
    const sitting = convene(fed, hallOf(base), { kind: 'cabildo' });
    fed.refuses(origin, base.secretary, 'IssueSlips', { sitting, count: 1 }, 'no-walk-ins');
  },
  'slips-beyond-count': () => {
    const { fed, base, origin, sitting } = cabildoOf(10, 8);
    fed.refuses(origin, base.secretary, 'IssueSlips', { sitting, count: 3 }, 'slips-beyond-count');
  },
  'not-with-slips': () => {
    const walkIns = { sittings: ['cabildo', 'ordinary'], mark: 'tinta' } as const;
    const cabildo = cabildoOf(20, 8, openStatute({ walkIns }));
    const { fed, base, hall, origin } = cabildo;
    const text = 'Cuentas del año';
    const notice = [{ matter: 'accounts', title: 'Cuentas', textHash: sha256(text) }] as const;
    const sitting = convene(fed, hall, { notice });
    countHall(fed, hall, sitting, 20);
    fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 2 });
    opened({ ...cabildo, sitting });
    const motion = table(fed, hall, sitting, { matter: 'accounts', text });
    fed.refuses(origin, hall.chair, 'OpenVote', { motion, method: 'hands' }, 'not-with-slips');
  },
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;
