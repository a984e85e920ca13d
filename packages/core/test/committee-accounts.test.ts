// A committee's accounts are judged by those who formed it; its own vote only hands them in (decision 0017, Open books).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditRules, tableEntries } from '../src/index.ts';
import { dues, entry } from './federation/accounts.ts';
import { announcing, type Base, convene, hallOf, open, seal } from './federation/assembly.ts';
import { bookedBy, handIn, judge, moneyOf, show } from './federation/committee-accounts.ts';
import { committeeOf, endCommittee } from './federation/committees.ts';
import { anyone } from './federation/federation.ts';
import { successorOf } from './federation/successors.ts';
import { federationOf, type World } from './federation/upper.ts';

interface Scene {
  readonly committee: World;
  readonly parents: readonly [Base, Base];
  readonly other: Base;
  readonly report: { readonly book: string; readonly index: number };
}

const settled = ((): Scene => {
  const world = federationOf();
  const [one, two, other] = world.bases as [Base, Base, Base];
  const committee = committeeOf(world, [one, two], { matters: ['ordinary', 'accounts'] });
  moneyOf(committee);
  const { report } = handIn(committee, bookedBy(committee, 500));
  return { committee, parents: [one, two], other, report };
})();

const given = (): Scene => ({ ...settled, committee: { ...settled.committee, fed: settled.committee.fed.fork() } });

const accountsOf = ({ committee: { fed, upper } }: Scene) => fed.book(upper.origin).state.accounts;
const outcomes = (scene: Scene) => accountsOf(scene).reports.map(({ outcome }) => outcome);
const sound = ({ committee: { fed, upper }, parents }: Scene): void => {
  for (const origin of [upper.origin, ...parents.map((one) => one.origin)])
    assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
};

type Judgement = NonNullable<ReturnType<typeof judge>>;
const said = (scene: Scene, base: Base, outcome: 'approved' | 'rejected', report = scene.report): Judgement => {
  const judgement = judge(scene.committee, base, report, outcome);
  if (judgement === null) throw new Error('it was decided');
  return judgement;
};

test('a committee hands its accounts in, whatever powers it has; its own vote approves nothing and closes no period', () => {
  const scene = given();
  assert.deepEqual(accountsOf(scene).reports, [], 'handed in by its own vote, approved by nobody');
  assert.equal(accountsOf(scene).presented?.at(-1)?.settled, null);
  const waits = () => handIn(scene.committee, bookedBy(scene.committee, 200));
  assert.throws(waits, /report-waits/, 'what was handed in is not taken back from those who judge it');
  sound(scene);
});

test('it is approved once all who formed the committee have approved, and the period is closed then', () => {
  const scene = given();
  const { fed, upper } = scene.committee;
  const [one, two] = scene.parents;
  show(scene.committee, said(scene, one, 'approved'));
  assert.deepEqual(outcomes(scene), [], 'the other has not spoken');
  show(scene.committee, said(scene, two, 'approved'));
  assert.deepEqual(outcomes(scene), ['approved']);
  const { until = '' } = accountsOf(scene).reports[0] ?? {};
  const late = { ...entry(scene.committee, dues(5)), day: until };
  fed.refuses(upper.origin, upper.presidium, 'BookEntry', late, 'period-closed');
  sound(scene);
});

test('one that rejects is enough; mended, the next report is judged anew by all', () => {
  const scene = given();
  const [one, two] = scene.parents;
  const { committee } = scene;
  show(committee, said(scene, one, 'rejected'));
  assert.deepEqual(outcomes(scene), ['rejected']);
  const { report } = handIn(committee, bookedBy(committee, 700));
  for (const parent of [two, one]) show(committee, said(scene, parent, 'approved', report));
  assert.deepEqual(outcomes(scene), ['rejected', 'approved']);
  assert.equal(accountsOf(scene).reports[1]?.entries, 2, 'what was rejected is in it too');
  sound(scene);
});

test('what the committee itself votes down is not handed in, and a parent whose vote is tied has said nothing', () => {
  const scene = given();
  const { committee, parents } = scene;
  assert.equal(judge(committee, parents[0], scene.report, 'tied'), null);
  const late = said(scene, parents[1], 'approved');
  show(committee, said(scene, parents[0], 'rejected'));
  // Judged while it waited, brought when it is settled: it stands in its own book and changes nothing here.
  const { fed, upper } = committee;
  fed.refuses(upper.origin, anyone, 'ShowAccountsJudgement', { judgement: late }, 'report-already-judged');
  const seats = tableEntries(committee.fed.book(committee.upper.origin).state.seats).map(
    ([key]) => [key, 'no'] as const,
  );
  const { done } = handIn(committee, bookedBy(committee, 5), Object.fromEntries(seats));
  assert.ok(done.acts.every(({ act }) => act !== 'AccountsPresented' && act !== 'AccountsReported'));
  sound(scene);
});

test('a judgement counts once, sealed, of who formed the committee, and of the report that waits', () => {
  const scene = given();
  const { committee, parents, other, report } = scene;
  const { fed, upper } = committee;
  const [one, two] = parents;
  const refused = (judgement: Judgement, code: Parameters<typeof fed.refuses>[4]) =>
    fed.refuses(upper.origin, anyone, 'ShowAccountsJudgement', { judgement }, code);

  const unsealed = judge(committee, one, report, 'approved', false) as Judgement;
  refused(unsealed, 'evidence-missing');
  seal(fed, one, unsealed.index);
  show(committee, unsealed);
  refused(unsealed, 'report-already-judged');
  refused({ book: other.origin, index: 3 }, 'not-a-parent');
  refused({ book: two.origin, index: 3 }, 'evidence-missing');

  const tabling = (base: Base, of: Judgement, code: Parameters<typeof fed.refuses>[4]): void => {
    const hall = hallOf(base);
    const sitting = convene(fed, hall, { notice: announcing('ordinary') });
    open(fed, hall, sitting, base.members.length);
    const proposal = { kind: 'judge-committee', report: of } as const;
    const input = { sitting, matter: 'ordinary', title: 'x', text: 'x', proposal } as const;
    fed.refuses(base.origin, base.presidium, 'TableMotion', input, code);
    fed.must(base.origin, base.presidium, 'CloseSitting', { sitting });
  };
  tabling(one, report, 'report-already-judged');
  tabling(other, report, 'not-found');
  tabling(two, { ...report, index: 3 }, 'evidence-missing');

  const last = said(scene, two, 'approved');
  show(committee, last);
  refused(last, 'report-already-judged');
  assert.deepEqual(outcomes(scene), ['approved']);
  tabling(two, report, 'report-already-judged');
  sound(scene);
});

test('an assembly still judges a committee that it has ended, and of a book that was lost the next hands in anew', () => {
  const scene = given();
  const { committee, parents, report } = scene;
  const { fed, upper } = committee;
  endCommittee(committee, parents[1], upper.origin);
  fed.must(upper.origin, anyone, 'PresentEnd', { other: parents[1].origin });
  show(committee, said(scene, parents[0], 'approved'));
  show(committee, said(scene, parents[1], 'rejected'));
  assert.deepEqual(outcomes(scene), ['rejected']);
  sound(scene);
  const { state } = successorOf(settled.committee.fed.book(upper.origin).state, fed.now);
  assert.equal(state.accounts.entries.size, 1);
  assert.equal(state.accounts.presented, undefined, 'what waited is handed in anew');
  assert.equal(report.book, upper.origin);
});

test('in whatever order judgements come, each as often as it likes, the outcome is that of all who have spoken', () => {
  const choice = fc.constantFrom('approved', 'rejected', null);
  fc.assert(
    fc.property(choice, choice, fc.array(fc.nat(1), { maxLength: 6 }), (first, second, order) => {
      const scene = given();
      const { fed, upper } = scene.committee;
      const judgements = [first, second].map((outcome, at) =>
        outcome === null ? null : said(scene, scene.parents[at] as Base, outcome),
      );
      const shown: string[] = [];
      for (const at of [...order, 0, 1]) {
        const judgement = judgements[at] ?? null;
        if (judgement === null) continue;
        const done = fed.do(upper.origin, anyone, 'ShowAccountsJudgement', { judgement });
        if (done.ok) shown.push([first, second][at] ?? '');
      }
      const expected = shown.includes('rejected') ? ['rejected'] : shown.length === 2 ? ['approved'] : [];
      assert.deepEqual(outcomes(scene), expected);
      assert.equal(
        expected.includes('rejected'),
        [first, second].includes('rejected'),
        'one that rejects is never lost',
      );
      sound(scene);
    }),
    { numRuns: 12 },
  );
});
