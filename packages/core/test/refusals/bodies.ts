// Refusals of bodies: dissolved, above themselves, not left.
import { plusDays, type RefusalCode } from '../../src/index.ts';
import { type Base, statuteWith } from '../federation/assembly.ts';
import { decideAbove, dissolve, orderAudit, showRoll } from '../federation/bodies.ts';
import { anyone } from '../federation/federation.ts';
import { sitUpper, type World } from '../federation/upper.ts';

interface Scene extends World {
  readonly base: Base;
  readonly origin: string;
}

/** The statute above lets rolls be audited by half. */
function sampling(scene: Scene): void {
  const statute = statuteWith({ roll: { waitingDays: 30, sample: { num: 1, den: 2 } } });
  decideAbove(scene, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
}

function orderRefused(scene: Scene, code: RefusalCode): void {
  const { fed, upper, base } = scene;
  const proposal = { kind: 'order-audit', below: base.origin } as const;
  const input = {
    sitting: sitUpper(scene, 'affiliation'),
    matter: 'affiliation',
    title: 'x',
    text: 'x',
    proposal,
  } as const;
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, code);
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
  'entitlement-not-as-statute': (scene) => {
    const { fed, upper, base } = scene;
    const statute = statuteWith({ entitlement: { kind: 'fixed', seats: 3 } });
    decideAbove(scene, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
    const sitting = sitUpper(scene, 'affiliation');
    const proposal = { kind: 'change-entitlement', below: base.origin, seats: 2 } as const;
    const input = { sitting, matter: 'affiliation', title: 'x', text: 'x', proposal } as const;
    fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, 'entitlement-not-as-statute');
  },
  'entitlement-by-admission': ({ fed, upper, base }) => {
    fed.refuses(upper.origin, anyone, 'ReviewEntitlement', { below: base.origin }, 'entitlement-by-admission');
  },
  'entitlement-unchanged': (scene) => {
    const { fed, upper, base } = scene;
    const statute = statuteWith({ entitlement: { kind: 'fixed', seats: 3 } });
    decideAbove(scene, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
    fed.must(upper.origin, anyone, 'ReviewEntitlement', { below: base.origin });
    fed.refuses(upper.origin, anyone, 'ReviewEntitlement', { below: base.origin }, 'entitlement-unchanged');
  },
  'more-than-the-roll': ({ fed, origin, base }) => {
    fed.refuses(origin, base.secretary, 'CountRoll', { doubleMembers: 10 }, 'more-than-the-roll');
  },
  'sample-too-small': (scene) => {
    const { fed, origin, base, upper } = scene;
    showRoll(fed, base);
    sampling(scene);
    const order = { book: upper.origin, index: orderAudit(scene, base) };
    fed.refuses(origin, base.secretary, 'AuditRoll', { order, sampled: 4, confirmed: 3 }, 'sample-too-small');
    fed.refuses(origin, base.secretary, 'AuditRoll', { order, sampled: 10, confirmed: 3 }, 'more-than-the-roll');
    fed.refuses(origin, base.secretary, 'AuditRoll', { order, sampled: 5, confirmed: 6 }, 'more-than-the-roll');
    fed.must(origin, base.secretary, 'AuditRoll', { order, sampled: 5, confirmed: 5 });
  },
  'audit-not-in-statute': (scene) => orderRefused(scene, 'audit-not-in-statute'),
  'no-roll-shown': (scene) => {
    sampling(scene);
    orderRefused(scene, 'no-roll-shown');
  },
} satisfies Partial<Record<RefusalCode, (scene: Scene) => void>>;
