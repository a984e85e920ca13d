// Lost device keys (DESIGN section 4): nobody puts a key in alone, neither a node nor an officer nor a body above.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, tableGet } from '../src/index.ts';
import { type Base, evening, indexOf, seal, slate } from './federation/assembly.ts';
import { fakeSignature } from './federation/book.ts';
import { replacementText, sealedText } from './federation/evidence.ts';
import { anyone, dataOf, deviceKey } from './federation/federation.ts';
import { confirmedAbove, confirmedBySitting, forked, lost, restoring } from './federation/story-keys.ts';
import { federationOf, type World } from './federation/upper.ts';

const settled = federationOf();
const newKey = deviceKey('teléfono nuevo');

function copy(): World & { readonly base: Base; readonly origin: string } {
  const base = settled.bases[0] as Base;
  return { ...settled, fed: settled.fed.fork(), base, origin: base.origin };
}

const keyOfSecretary = ({ fed, origin }: ReturnType<typeof copy>): string =>
  tableGet(fed.book(origin).state.officers, 'actas')?.key ?? '';

const audited = ({ fed, origin }: ReturnType<typeof copy>) =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

test('a key that its holder reports lost signs nothing more, before anybody has confirmed it', () => {
  const world = copy();
  const { fed, base, origin } = world;
  evening(fed, base, []);
  const approved = fed.must(origin, base.secretary, 'ApproveMinutes', { sitting: lastSitting(world), text: 'Acta' });
  const minutes = indexOf(approved, 'MinutesApproved');
  const key = keyOfSecretary(world);
  lost(fed, base, newKey);
  const signature = fakeSignature(key, sealedText(fed.book(origin), minutes));
  fed.refuses(origin, base.secretary, 'SignAct', { index: minutes, signature }, 'not-allowed');
});

test('what another officer reports stops no key: its holder signs on, and ends the matter with the key in hand', () => {
  const world = copy();
  const { fed, base, origin } = world;
  const report = lost(fed, base, newKey, false);
  evening(fed, base, []);
  const approved = fed.must(origin, base.secretary, 'ApproveMinutes', { sitting: lastSitting(world), text: 'Acta' });
  seal(fed, base, indexOf(approved, 'MinutesApproved'));
  const mine = deviceKey('mi otro teléfono');
  const signature = fakeSignature(keyOfSecretary(world), replacementText('actas', mine));
  fed.must(origin, base.secretary, 'ReplaceOfficerKey', { office: 'actas', newKey: mine, signature });
  confirmRefused(world, report);
  fed.refuses(origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, report), 'no-key-report');
  assert.equal(keyOfSecretary(world), mine);
});

const confirmRefused = ({ fed, upper, base }: ReturnType<typeof copy>, report: number) =>
  fed.refuses(upper.origin, upper.presidium, 'ConfirmKeyLoss', { below: base.origin, report }, 'no-key-report');

const lastSitting = ({ fed, origin }: ReturnType<typeof copy>): number =>
  Math.max(...[...fed.book(origin).acts].flatMap(({ act, index }) => (act === 'SittingConvened' ? [index] : [])));

test('the other officers’ signatures alone restore nothing: the loss is confirmed from above, sealed', () => {
  const world = copy();
  const { fed, upper, base, origin } = world;
  const before = keyOfSecretary(world);
  const report = lost(fed, base, newKey);
  const waiting = fed.must(origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, report, upper.origin));
  assert.deepEqual([waiting.acts.length, waiting.answer], [0, { signatures: 1, needed: 1, confirmed: false }]);
  const confirmed = fed.must(upper.origin, upper.presidium, 'ConfirmKeyLoss', { below: origin, report });
  fed.must(origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, report, upper.origin));
  assert.equal(keyOfSecretary(world), before, 'not sealed yet');
  seal(fed, upper, indexOf(confirmed, 'OfficerKeyLossConfirmed'));
  fed.must(origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, report, upper.origin));
  assert.equal(keyOfSecretary(world), newKey);
  evening(fed, base, []);
  const approved = fed.must(origin, base.secretary, 'ApproveMinutes', { sitting: lastSitting(world), text: 'Acta' });
  seal(fed, base, indexOf(approved, 'MinutesApproved'));
  audited(world);
});

test('the confirmation alone restores nothing either, and a body above that this one does not know confirms nothing', () => {
  const world = copy();
  const { fed, base, origin } = world;
  const report = lost(fed, base, newKey);
  confirmedAbove(world, base, report);
  const wrong = { ...restoring(fed, base, report), signature: fakeSignature('x', 'y') };
  fed.refuses(origin, base.presidium, 'RestoreOfficerKey', wrong, 'signature-not-valid');
  fed.refuses(origin, base.secretary, 'RestoreOfficerKey', restoring(fed, base, report), 'not-allowed');
  const stranger = world.bases[1]?.origin ?? '';
  const done = fed.must(origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, report, stranger));
  assert.equal(done.acts.length, 0);
});

test('the body’s own sitting confirms as it elects, and only while the time runs', () => {
  const world = copy();
  const { fed, base, origin } = world;
  const report = lost(fed, base, newKey);
  confirmedBySitting(fed, base, report);
  const late = fed.fork();
  late.pass({ days: 30 });
  late.refuses(origin, base.presidium, 'RestoreOfficerKey', restoring(late, base, report), 'challenge-period-over');
  fed.must(origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, report));
  assert.equal(keyOfSecretary(world), newKey);
  audited(world);
});

test('a new election ends every report', () => {
  const world = copy();
  const { fed, base, origin } = world;
  const report = lost(fed, base, newKey);
  evening(fed, base, [
    { matter: 'election', proposal: slate(fed, origin, [base.members[0] ?? '', base.members[1] ?? '']) },
  ]);
  confirmRefused(world, report);
  fed.refuses(origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, report), 'no-key-report');
});

test('one report at a time, but whoever holds the office may always say it anew', () => {
  const world = copy();
  const { fed, base, origin } = world;
  const planted = lost(fed, base, deviceKey('teléfono ajeno'), false);
  const input = { office: 'actas', newKey: deviceKey('tercero') };
  fed.refuses(origin, base.presidium, 'ReportKeyLost', input, 'key-reported');
  lost(fed, base, newKey);
  fed.refuses(origin, base.presidium, 'RestoreOfficerKey', restoring(fed, base, planted), 'no-key-report');
  const taken = { office: 'actas', newKey: tableGet(fed.book(origin).state.officers, 'presidencia')?.key ?? '' };
  fed.refuses(origin, base.secretary, 'ReportKeyLost', taken, 'holder-twice');
});

test('a fork is written down by anyone, each pair of heads once in either order, and only what the node has proven', () => {
  const world = copy();
  const { fed, upper, base, origin } = world;
  const input = { origin: upper.origin };
  fed.refuses(origin, anyone, 'RecordFork', input, 'evidence-missing');
  forked(fed, base, upper.origin);
  const done = fed.must(origin, anyone, 'RecordFork', input);
  assert.equal(dataOf(done, 'ForkRecorded').heads.length, 2);
  fed.refuses(origin, anyone, 'RecordFork', input, 'already-so');
  const { forks } = fed.book(origin).vault;
  forks.push(...forks.map(({ heads: [held, seen], origin: of }) => ({ origin: of, heads: [seen, held] as const })));
  fed.refuses(origin, anyone, 'RecordFork', input, 'already-so');
  forked(fed, base, upper.origin, 'una tercera');
  fed.must(origin, anyone, 'RecordFork', input);
  audited(world);
});
