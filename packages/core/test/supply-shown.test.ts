// What everybody is told of contingents, places and stocks of a committee (DESIGN section 7).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, inSteps, plusDays, type Statute, stockShown, tableGet } from '../src/index.ts';
import { type Base, indexOf, statuteWith } from './federation/assembly.ts';
import { type Committee, committeeAmong, supplyStatute } from './federation/supply.ts';
import { federationOf } from './federation/upper.ts';

type Publicity = Omit<NonNullable<Statute['publicity']>, 'votes'>;

function committeeThat(publicity?: Publicity): Committee {
  const shown = publicity === undefined ? {} : { publicity: { votes: 'roll-call' as const, ...publicity } };
  const { fed, bases } = federationOf({ statute: statuteWith({ supply: supplyStatute, ...shown }) });
  const [base, assembly, other] = bases as [Base, Base, Base];
  return committeeAmong(fed, { base, assembly, other });
}

const byDefault = committeeThat();
const coarse = committeeThat({ sensitive: 'coarsened' });
const copy = (scene: Committee): Committee => ({ ...scene, fed: scene.fed.fork() });

const lastAct = ({ fed, origin }: Committee) => fed.book(origin).acts.at(-1);

test('how many come with a contingent lies beside the book: the act has the order of magnitude and a commitment', () => {
  const scene = copy(byDefault);
  const { fed, base, origin } = scene;
  const when = { from: plusDays(fed.now, 1), until: plusDays(fed.now, 3) };
  const told = [99, 100, 999, 1000, 6013, 10_000].map((people) => {
    fed.must(origin, base.presidium, 'AnnounceContingent', { people, ...when });
    const act = lastAct(scene);
    assert.equal(act?.act, 'ContingentAnnounced');
    assert.doesNotMatch(JSON.stringify(act), new RegExp(`\\b${people}\\b`));
    assert.equal(fed.book(origin).vault.disclosures.get(`${act?.index}/people`), String(people));
    return (act?.data as { readonly size?: string } | undefined)?.size;
  });
  assert.deepEqual(told, ['tens', 'hundreds', 'hundreds', 'thousands', 'thousands', 'ten-thousands']);
});

test('a place is published only by whoever says so; that of a depot or shelter only where the statute has such places coarsened or public', () => {
  const near = { east: -6816, north: -1654 };
  const clinic = { title: 'Posta', kind: 'clinic', peopleServed: 9, area: 'Distrito 8', near } as const;
  const shelter = { ...clinic, kind: 'shelter' } as const;
  const { fed, base, origin } = copy(byDefault);
  fed.refuses(origin, base.presidium, 'RegisterSite', clinic, 'publication-not-confirmed');
  fed.refuses(origin, base.presidium, 'RegisterSite', { ...shelter, publish: true }, 'area-not-published');
  const site = indexOf(
    fed.must(origin, base.presidium, 'RegisterSite', { ...clinic, publish: true }),
    'SiteRegistered',
  );
  const act = fed.book(origin).acts[site];
  assert.deepEqual(act?.data, clinic, 'what was confirmed is no part of the act');
  const changed = { site, title: 'Posta Ventilla', peopleServed: 30, area: 'Distrito 8', near };
  fed.refuses(origin, base.presidium, 'ChangeSite', changed, 'publication-not-confirmed');
  const { near: _, ...without } = changed;
  fed.must(origin, base.presidium, 'ChangeSite', { ...without, publish: true });
  const now = tableGet(fed.book(origin).state.supply.sites, site);
  assert.deepEqual(
    [now?.title, now?.kind, now?.peopleServed, now?.area, now?.near, now?.assembly],
    ['Posta Ventilla', 'clinic', 30, 'Distrito 8', undefined, null],
    'what is not said anew is said no more',
  );
  const open = copy(coarse);
  open.fed.refuses(open.origin, open.base.presidium, 'RegisterSite', shelter, 'publication-not-confirmed');
  open.fed.must(open.origin, open.base.presidium, 'RegisterSite', { ...shelter, publish: true });
  const { acts } = open.fed.book(open.origin);
  assert.deepEqual(auditRules(open.origin, acts).differences, []);
  const { size } = fed.book(origin).state;
  const forged = { ...(acts.at(-1) as (typeof acts)[number]), index: size, at: fed.now };
  const found = auditRules(origin, [...fed.book(origin).acts, forged]).differences;
  assert.deepEqual(
    found.map(({ code, act: name }) => [code, name]),
    [['rule', 'SiteRegistered']],
    'whoever writes it all the same is seen',
  );
});

const shownWith = (publicity?: Publicity) => {
  const { fed, base, origin, item } = committeeThat(publicity);
  const oxygen = { symbol: 'OXI', title: 'Oxígeno', unit: 'tubo', cargo: 'oxygen', sensitive: { step: 20 } } as const;
  const sensitive = indexOf(fed.must(origin, base.presidium, 'NameItem', oxygen), 'ItemNamed');
  const { state } = fed.book(origin);
  assert.equal(tableGet(state.supply.items, sensitive)?.sensitive?.step, 20);
  assert.deepEqual(stockShown(state, item), { kind: 'exact' }, 'what nobody called sensitive is shown');
  return stockShown(state, sensitive);
};

test('of a stock that is sensitive everybody is shown what the statute says: nothing, what was handed out some time ago, steps, or all', () => {
  assert.deepEqual(
    [
      shownWith(),
      shownWith({ sensitive: 'members' }),
      shownWith({ sensitive: 'late', hoursLate: 48 }),
      shownWith({ sensitive: 'coarsened' }),
      shownWith({ sensitive: 'public' }),
    ],
    [
      { kind: 'members' },
      { kind: 'members' },
      { kind: 'late', hours: 48 },
      { kind: 'steps', step: 20 },
      { kind: 'exact' },
    ],
  );
  assert.deepEqual(
    [0, 19, 20, 39, 41, -21].map((quantity) => inSteps(quantity, 20)),
    [0, 0, 20, 20, 40, -20],
  );
});
