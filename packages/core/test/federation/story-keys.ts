// Device keys that are lost: reported, confirmed from above or by the own sitting, and restored by the other officers.
import { tableGet } from '../../src/index.ts';
import { type Base, evening, indexOf, seal } from './assembly.ts';
import { fakeSignature, sha256 } from './book.ts';
import { replacementText } from './evidence.ts';
import { anyone, type Done, deviceKey, type Federation } from './federation.ts';
import { federationOf, type World } from './upper.ts';

type Body = Pick<Base, 'origin' | 'presidium' | 'secretary'>;

/** The secretary says so of the own key, or the presidium of the secretary's. */
export function lost(fed: Federation, { origin, presidium, secretary }: Body, newKey: string, own = true): number {
  const done = fed.must(origin, own ? secretary : presidium, 'ReportKeyLost', { office: 'actas', newKey });
  return indexOf(done, 'OfficerKeyReportedLost');
}

/** What the presidium gives for the secretary's new key, signed with its own device. */
export function restoring(fed: Federation, { origin }: Body, report: number, above?: string) {
  const { officers, keyReports } = fed.book(origin).state;
  const { office, oldKey, newKey } = tableGet(keyReports, report) ?? { office: '', oldKey: '', newKey: '' };
  const key = tableGet(officers, 'presidencia')?.key ?? '';
  const signature = fakeSignature(key, replacementText(office, newKey, oldKey));
  return { report, signature, ...(above === undefined ? {} : { above }) };
}

export function confirmedAbove({ fed, upper }: World, base: Base, report: number): number {
  const done = fed.must(upper.origin, upper.presidium, 'ConfirmKeyLoss', { below: base.origin, report });
  const index = indexOf(done, 'OfficerKeyLossConfirmed');
  seal(fed, upper, index);
  return index;
}

export function confirmedBySitting(fed: Federation, base: Base, report: number): Done {
  const [done] = evening(fed, base, [{ matter: 'election', proposal: { kind: 'confirm-key-loss', report } }]);
  if (done === undefined) throw new Error('it was decided');
  return done;
}

/** The node of the base has been shown two heads of that book. */
export function forked(fed: Federation, { origin }: Pick<Base, 'origin'>, other: string, head = 'otra'): void {
  fed.book(origin).vault.forks.push({ origin: other, heads: [sha256(`cabeza de ${other}`), sha256(head)] });
}

function dismissWitness(fed: Federation, base: Base): void {
  const input = { name: 'Observatorio', key: fed.book(base.origin).key };
  const witness = indexOf(fed.must(base.origin, base.secretary, 'AppointWitness', input), 'WitnessAppointed');
  evening(fed, base, [{ matter: 'ordinary', proposal: { kind: 'dismiss-witness', witness } }]);
}

export function playKeys(): World {
  const world = federationOf();
  const { fed, upper } = world;
  const base = world.bases[0] as Base;
  const report = lost(fed, base, deviceKey('teléfono nuevo'));
  confirmedAbove(world, base, report);
  fed.must(base.origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, report, upper.origin));
  const again = lost(fed, base, deviceKey('otro teléfono'), false);
  confirmedBySitting(fed, base, again);
  fed.must(base.origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, again));
  dismissWitness(fed, base);
  forked(fed, base, upper.origin);
  fed.must(base.origin, anyone, 'RecordFork', { origin: upper.origin });
  return world;
}
