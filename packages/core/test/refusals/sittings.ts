// Refusals about sittings that are over, keys that are lost, and what was done irregularly.
import type { RefusalCode } from '../../src/index.ts';
import { type Base, evening, foundBase, indexOf, statuteWith } from '../federation/assembly.ts';
import { asMember, deviceKey, Federation } from '../federation/federation.ts';
import { inHall } from '../federation/sitting-scenes.ts';
import { attended } from '../federation/story-gatherings.ts';
import { irregularIn } from '../federation/story-irregular.ts';
import { lost } from '../federation/story-keys.ts';
import type { World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

export const recordScenes = {
  'attendance-over': ({ fed, base, origin }) => {
    const sitting = attended(fed, base, false);
    fed.pass({ days: 30 });
    fed.refuses(origin, asMember(base.members[4] ?? ''), 'CheckIn', fed.atDoor(origin, sitting), 'attendance-over');
  },
  'minutes-by-vote': () => {
    const fed = new Federation();
    const base = foundBase(fed, 'villa-ingenio', 8, statuteWith({ minutes: { refusals: false, approval: 'sitting' } }));
    fed.pass({ days: 31 });
    const sitting = inHall(fed, base);
    fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
    fed.refuses(base.origin, base.secretary, 'ApproveMinutes', { sitting, text: 'Acta' }, 'minutes-by-vote');
  },
  'nothing-irregular': ({ fed, base, origin }) => {
    const sitting = inHall(fed, base);
    const proposal = { kind: 'regularise', act: sitting } as const;
    const input = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal } as const;
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'nothing-irregular');
  },
  'already-regularised': ({ fed, base, origin }) => {
    const act = irregularIn(fed, base, 'Se compró un parlante.', ['other']);
    const item = { matter: 'ordinary', text: 'Se compró un parlante.', proposal: { kind: 'regularise', act } } as const;
    evening(fed, base, [item]);
    const input = { sitting: inHall(fed, base), title: 'x', ...item } as const;
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'already-regularised');
  },
  'witness-dismissed': ({ fed, base, origin }) => {
    const witness = { name: 'Universidad', key: fed.book(origin).key };
    const act = indexOf(fed.must(origin, base.secretary, 'AppointWitness', witness), 'WitnessAppointed');
    evening(fed, base, [{ matter: 'ordinary', proposal: { kind: 'dismiss-witness', witness: act } }]);
    fed.refuses(origin, base.secretary, 'AppointWitness', witness, 'witness-dismissed');
  },
  'no-key-report': ({ fed, upper, base }) => {
    const input = { below: base.origin, report: 3 };
    fed.refuses(upper.origin, upper.presidium, 'ConfirmKeyLoss', input, 'no-key-report');
  },
  'key-reported': ({ fed, base, origin }) => {
    lost(fed, base, deviceKey('uno'), false);
    const input = { office: 'actas', newKey: deviceKey('dos') };
    fed.refuses(origin, base.presidium, 'ReportKeyLost', input, 'key-reported');
  },
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;
