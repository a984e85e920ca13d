// Refusals of committees: not formed by all, not alike, beyond their powers, over.
import { plusDays, type RefusalCode } from '../../src/index.ts';
import { announcing, convene, foundBody, hallOf, open, statuteWith } from '../federation/assembly.ts';
import { bookedBy, handIn, moneyOf } from '../federation/committee-accounts.ts';
import { committeeOf, formation, formBy } from '../federation/committees.ts';
import { anyone } from '../federation/federation.ts';
import { sitUpper, type World } from '../federation/upper.ts';

const shown = (scene: World, code: RefusalCode, second: string | null): void => {
  const { fed } = scene;
  const parents = scene.bases.slice(0, 2);
  const [one, other] = parents;
  if (one === undefined || other === undefined) throw new Error('there are two juntas');
  formBy(scene, one, formation(parents));
  if (second !== null) formBy(scene, other, formation(parents), second);
  const { origin } = foundBody(fed, 'comite-de-agua', 'committee', statuteWith());
  fed.refuses(origin, anyone, 'ShowFormation', { parents: [one.origin, other.origin] }, code);
};

export const committeeScenes = {
  'not-a-parent': ({ fed, bases }) => {
    const base = bases[2] ?? null;
    if (base === null) throw new Error('there are three juntas');
    const sitting = convene(fed, hallOf(base), { notice: announcing('affiliation') });
    open(fed, hallOf(base), sitting, base.members.length);
    const proposal = formation(bases.slice(0, 2));
    const input = { sitting, matter: 'affiliation', title: 'x', text: 'x', proposal } as const;
    fed.refuses(base.origin, base.presidium, 'TableMotion', input, 'not-a-parent');
  },
  'formation-incomplete': (scene) => shown(scene, 'formation-incomplete', null),
  'formation-differs': (scene) => shown(scene, 'formation-differs', 'Otro texto'),
  'beyond-powers': (scene) => {
    const committee = committeeOf(scene, scene.bases.slice(0, 2));
    const { fed, upper } = committee;
    const sitting = sitUpper(committee, 'measure');
    const proposal = { kind: 'measure', what: 'Paro', place: 'La Ceja', from: fed.now } as const;
    const input = { sitting, matter: 'measure', title: 'x', text: 'x', proposal } as const;
    fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'beyond-powers');
  },
  'report-waits': (scene) => {
    const committee = committeeOf(scene, scene.bases.slice(0, 2));
    moneyOf(committee);
    const last = bookedBy(committee, 500);
    handIn(committee, last);
    const { fed, upper } = committee;
    const sitting = sitUpper(committee, { matter: 'accounts', text: 'x' });
    const proposal = { kind: 'judge-accounts', entry: last, until: '2005-05-01' } as const;
    const input = { sitting, matter: 'accounts', title: 'x', text: 'x', proposal } as const;
    fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'report-waits');
  },
  'committee-over': (scene) => {
    const until = plusDays(scene.fed.now, 60);
    const { fed, upper } = committeeOf(scene, scene.bases.slice(0, 2), { until });
    fed.now = until;
    const input = { kind: 'ordinary', place: 'Sede', startsAt: plusDays(until, 3), notice: [] } as const;
    fed.refuses(upper.origin, upper.presidium, 'ConveneSitting', input, 'committee-over');
  },
} satisfies Partial<Record<RefusalCode, (scene: World) => void>>;
