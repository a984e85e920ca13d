// Refusals about open books: what an entry must be, which days are open, who answers for it.
import { type InputFor, plusDays, type RefusalCode } from '../../src/index.ts';
import { book, dues, entry, from, type Keeping, keeping, named, report, today } from '../federation/accounts.ts';
import { announcing, convene, hallOf, nameOf, open } from '../federation/assembly.ts';

const settled = keeping();
const given = (): Keeping => ({ ...settled, fed: settled.fed.fork() });

function refused(code: RefusalCode, of: (scene: Keeping) => InputFor<'BookEntry'>, scene = given()): void {
  scene.fed.refuses(scene.origin, scene.base.presidium, 'BookEntry', of(scene), code);
}

export const accountsScenes = {
  'entry-not-balanced': () =>
    refused('entry-not-balanced', (scene) =>
      entry(scene, [...dues(500), { account: 'assets:bank', commodity: 'BOB', amount: 1 }]),
    ),
  'too-few-lines': () => {
    refused('too-few-lines', (scene) => entry(scene, []));
    refused('too-few-lines', (scene) =>
      entry(scene, [...dues(500), { account: 'assets:bank', commodity: 'BOB', amount: 0 }]),
    );
  },
  'no-such-day': () => refused('no-such-day', (scene) => entry(scene, dues(5), { day: '2004-02-30' })),
  'day-to-come': () =>
    refused('day-to-come', (scene) => entry(scene, dues(5), { day: plusDays(scene.fed.now, 2).slice(0, 10) })),
  'period-closed': () => {
    const scene = given();
    const before = today(scene);
    const first = book(scene, dues(500));
    report(scene, { entry: first, until: before }, 'approved');
    refused('period-closed', () => entry(scene, dues(500), { day: before }), scene);
  },
  'opening-too-late': () => {
    const scene = given();
    report(scene, { entry: book(scene, dues(500)), until: today(scene) }, 'rejected');
    refused('opening-too-late', () => entry(scene, from('equity:opening', 'assets:cash', 900)), scene);
  },
  'reversed-before': () => {
    const scene = given();
    const input = { entry: book(scene, dues(5)), day: plusDays(scene.fed.now, -3).slice(0, 10), reason: 'x' };
    scene.fed.refuses(scene.origin, scene.base.presidium, 'ReverseEntry', input, 'reversed-before');
  },
  'second-by-another': () => {
    const scene = given();
    const index = book(scene, dues(200_000));
    const { fed, base, origin } = scene;
    fed.refuses(origin, base.presidium, 'CountersignEntry', { entry: index }, 'second-by-another');
    fed.must(origin, base.secretary, 'CountersignEntry', { entry: index });
  },
  'account-of-a-person': () =>
    refused('account-of-a-person', (scene) => {
      const somebody = nameOf(scene.base.presidium);
      return entry(scene, from('income:dues', `assets:${somebody}`, 5));
    }),
  'too-many-commodities': () => {
    const scene = given();
    const { commodities } = scene.fed.book(scene.origin).state.accounts;
    for (let number = commodities.size; number < 24; number++) named(scene, `M${number}X`, 0);
    const input = { symbol: 'XX', title: 'otra', decimals: 0 };
    scene.fed.refuses(scene.origin, scene.base.presidium, 'NameCommodity', input, 'too-many-commodities');
  },
  'nothing-booked': () => {
    const scene = given();
    const { fed, base, origin } = scene;
    const only = book(scene, dues(500));
    const notice = announcing({ matter: 'accounts', title: 'Cuentas', text: 'Las cuentas' });
    const sitting = convene(fed, hallOf(base), { notice });
    open(fed, hallOf(base), sitting, base.members.length);
    const proposal = { kind: 'judge-accounts', entry: only, until: '2005-05-01' } as const;
    const input = { sitting, matter: 'accounts', title: 'Cuentas', text: 'Las cuentas', proposal } as const;
    fed.refuses(origin, base.presidium, 'TableMotion', input, 'nothing-booked');
  },
} satisfies Partial<Record<RefusalCode, () => void>>;
