// The pages that a supply committee writes for its assembly, as they stand in a browser.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { compareRules, comparisonPage, plan, planPage, readComparable, readPlanProblem } from '@cabildo/supply';
import type { Browser, Page } from 'playwright-core';
import { browserMissing, openBrowser } from './browser.ts';
import { faultsOn, keyboardFaultsOn, sidewaysOn, withTextTwiceAsLarge } from './everyone.ts';

const point = (id: string, coordinates: readonly number[], properties = {}) => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates },
});
const road = (...coordinates: (readonly number[])[]) => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates },
});
const files: Readonly<Record<string, string>> = {
  roads: JSON.stringify({
    type: 'FeatureCollection',
    features: [
      road([-68.2, -16.5], [-68.1, -16.5], [-68, -16.5], [-67.9, -16.5]),
      road([-68.1, -16.5], [-68.1, -16.3]),
    ],
  }),
  closures: JSON.stringify({
    type: 'FeatureCollection',
    features: [point('bridge', [-68.05, -16.5]), point('pass', [-68.1, -16.4]), point('nowhere', [0, 0])],
  }),
  before: JSON.stringify({ allocation: [{ site: 'Near 1', item: 'gas', from: [{ depot: 'Plant', amount: 3 }] }] }),
};

/** Twelve sites on one spot, one behind a relay, one that nobody reaches, a load that nobody drives. */
const problem = JSON.stringify({
  at: '2026-06-02T12:00:00-04:00',
  items: [
    { id: 'gas', unit: 'cylinders', indivisible: true, standard: 0.05 },
    { id: 'bread', perishable: true },
  ],
  sites: [
    { id: 'Plant', at: [-68.2, -16.5] },
    ...Array.from({ length: 12 }, (_, at) => ({ id: `Near ${at + 1}`, at: [-68.1 + at / 5_000, -16.5], people: 500 })),
    { id: 'Behind the bridge', at: [-67.9, -16.5], people: 900 },
    { id: 'Behind the pass', at: [-68.1, -16.3], people: 200 },
  ],
  needs: [
    ...Array.from({ length: 12 }, (_, at) => ({ site: `Near ${at + 1}`, item: 'gas' })),
    { site: 'Behind the bridge', item: 'gas' },
    { site: 'Behind the pass', item: 'gas' },
    { site: 'Near 1', item: 'bread', amount: 5 },
  ],
  stocks: [
    { site: 'Plant', item: 'gas', amount: 150 },
    { site: 'Plant', item: 'bread', amount: 50, until: '2026-06-03' },
  ],
  roads: 'roads',
  closures: 'closures',
  passages: { relays: [{ id: 'r', closure: 'bridge', from: 'Lorry', to: 'Van' }] },
  vehicles: [
    { id: 'Lorry', at: 'Plant', capacity: 40, hours: 3 },
    { id: 'Van', at: 'Behind the bridge', capacity: 20, hours: 8 },
  ],
  previous: 'before',
});

let browser: Browser;
before(async () => {
  if (browserMissing === false) browser = await openBrowser();
});
after(() => browser?.close());

const open = (name: string): string => files[name] ?? '';
const planned = () => plan(readPlanProblem(problem, open));

async function shown(html: string, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.setContent(html);
    await look(page);
  } finally {
    await page.close();
  }
}

const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

async function wholeForEverybody(page: Page): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await faultsOn(page), [], `${size.width}, ${colorScheme}`);
    }
    assert.equal(await sidewaysOn(page), 0, `${size.width}`);
    await withTextTwiceAsLarge(page, async () => assert.equal(await sidewaysOn(page), 0, `${size.width}, large`));
  }
  assert.deepEqual(await keyboardFaultsOn(page), []);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(paper, 'rgb(255, 255, 255)', 'a page is printed on white paper, also out of the dark');
}

test(
  'the page of a plan is whole and without fault for axe, on a phone, a tablet, a desk, in the dark and on paper',
  {
    skip: browserMissing,
  },
  () => shown(planPage(planned(), 'es'), wholeForEverybody),
);

test(
  'the page that compares the rules is whole and without fault for axe wherever it is read',
  {
    skip: browserMissing,
  },
  () => shown(comparisonPage(compareRules(readComparable(problem, open), 'leximin'), 'en'), wholeForEverybody),
);

test(
  'on the map no name lies on another, and a closure on another continent does not make it small',
  {
    skip: browserMissing,
  },
  () =>
    shown(planPage(planned(), 'en'), async (page) => {
      for (const size of sizes) {
        await page.setViewportSize(size);
        const boxes = await page.evaluate(() =>
          [...document.querySelectorAll('svg text')]
            .filter((one) => one.checkVisibility())
            .map((one) => ({ name: one.textContent, ...one.getBoundingClientRect().toJSON() })),
        );
        const names = boxes.map(({ name }) => name);
        assert.ok(names.includes('Plant') && names.includes('Behind the bridge'), names.join());
        assert.ok(names.length < 15, 'twelve sites on one spot cannot all be named');
        for (const [at, a] of boxes.entries()) {
          for (const b of boxes.slice(at + 1)) {
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            assert.ok(apart, `${a.name} on ${b.name} at ${size.width}`);
          }
        }
        const [west, east] = ['Plant', 'Behind the bridge'].map((name) =>
          page
            .locator('svg g', { has: page.locator('title', { hasText: name }) })
            .locator('.mark')
            .boundingBox(),
        );
        const wide = await page.locator('svg').boundingBox();
        const apart = ((await east)?.x ?? 0) - ((await west)?.x ?? 0);
        assert.ok(apart > 0.8 * (wide?.width ?? 0), `${apart} of ${wide?.width}`);
      }
    }),
);

test(
  'the page names each vehicle with its day, what waits without a trip, and what was not counted',
  {
    skip: browserMissing,
  },
  () =>
    shown(planPage(planned(), 'en'), async (page) => {
      const said = await page.locator('main').innerText();
      for (const wanted of [
        /Lorry\s+Carries 40; \d+ km, \d h \d+ min of 3 h 0 min/,
        /Behind the bridge\s+19 of 45\s+42 %\s+Plant \(32\skm; by relay at bridge\)/,
        /hands 19 over to Van at closure bridge/,
        /Behind the pass\s+0 of 10/,
        /no depot reaches it: pass would have to open/,
        /Closure far from any road \([\d.]+ km\), not counted: nowhere/,
        /45 bread left that nobody gets/,
        /Near 1, gas: 3 → /,
      ])
        assert.match(said, wanted);
    }),
);
