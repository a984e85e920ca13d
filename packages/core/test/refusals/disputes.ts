// Refusals of disputes: no claim, no second claimant, disputed already, not a party.
import type { RefusalCode } from '../../src/index.ts';
import { convene } from '../federation/assembly.ts';
import { type Rivals, rivals } from '../federation/disputes.ts';
import { anyone, indexOf } from '../federation/federation.ts';
import { sitUpper } from '../federation/upper.ts';

const recorded = ({ fed, upper, claims }: Rivals): number =>
  indexOf(fed.must(upper.origin, upper.secretary, 'RecordDispute', { over: 'seat', claims }), 'ClaimDisputed');

function refused(claims: (scene: Rivals) => Rivals['claims'], code: RefusalCode): void {
  const scene = rivals();
  const { fed, upper } = scene;
  fed.refuses(upper.origin, upper.secretary, 'RecordDispute', { over: 'seat', claims: claims(scene) }, code);
}

function tabled(change: (scene: Rivals, dispute: number) => object, code: RefusalCode): void {
  const scene = rivals();
  const { fed, upper, bases, old } = scene;
  const dispute = recorded(scene);
  const sitting = sitUpper({ ...scene, bases: bases.filter((base) => base !== old) }, 'affiliation');
  const input = { sitting, matter: 'affiliation', title: 'x', text: 'x', proposal: change(scene, dispute) } as never;
  fed.refuses(upper.origin, upper.presidium, 'TableMotion', input, code);
}

export const disputeScenes = {
  'one-claimant': () => refused(({ claims }) => claims.slice(1), 'one-claimant'),
  'no-claim-found': () =>
    refused(({ claims, old }) => [...claims.slice(1), { book: old.origin, index: 2 }], 'no-claim-found'),
  'already-disputed': () => {
    const scene = rivals();
    recorded(scene);
    const { fed, upper, claims } = scene;
    fed.refuses(upper.origin, upper.secretary, 'RecordDispute', { over: 'seat', claims }, 'already-disputed');
  },
  'seat-disputed': () => {
    const scene = rivals();
    const { fed, upper, old } = scene;
    recorded(scene);
    const sitting = convene(fed, { origin: upper.origin, chair: upper.presidium, tellers: [anyone, anyone] });
    const input = { sitting, below: old.origin, seat: 1 };
    fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'seat-disputed');
  },
  'in-dispute': () =>
    tabled(({ fed, rival: { origin: below } }) => {
      return { kind: 'admit', below, key: fed.book(below).key, title: 'x', entitlement: 2 };
    }, 'in-dispute'),
  'not-a-claimant': () =>
    tabled((scene, dispute) => ({ kind: 'settle-dispute', dispute, holder: scene.upper.origin }), 'not-a-claimant'),
} satisfies Partial<Record<RefusalCode, () => void>>;
