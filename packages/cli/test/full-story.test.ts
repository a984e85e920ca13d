// The full story in small: one district of a few juntas, some organisations, all three tiers above them, over HTTP.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Serving, serve } from '../../server/src/index.ts';
import { withDatabase } from '../../server/test/database.ts';
import { createCalendar } from '../src/demo/calendar.ts';
import { citySample } from '../src/demo/full/city-supply.ts';
import { figuresOf } from '../src/demo/full/figures.ts';
import { fullStoryDays, playFullStory } from '../src/demo/full/full-story.ts';
import { planOf } from '../src/demo/full/plan.ts';
import { readFullSample, shareOut } from '../src/demo/full/sample.ts';
import { createPeople } from '../src/demo/people.ts';
import type { Stage } from '../src/demo/stage.ts';
import { readSupplySample } from '../src/demo/story/supply-sample.ts';
import { createVoice } from '../src/demo/voice.ts';

const districtsFile = new URL('../../../../shared/data/supply/el-alto-districts.geojson', import.meta.url);

describe('the sample of El Alto', () => {
  it('has the fourteen districts with the populations that are known', async (test) => {
    const { districts } = await readFullSample();
    assert.equal(districts.length, 14);
    const text = await readFile(districtsFile, 'utf8').catch(() => null);
    if (text === null && process.env.CI === undefined)
      return test.skip('../shared/data/supply/el-alto-districts.geojson is not here');
    assert.ok(text !== null, 'where everything is tested the districts are at hand');
    const { features } = JSON.parse(text) as { features: { properties: { district: number; population: number } }[] };
    const known = features.map(({ properties: { district, population } }) => ({ district, population }));
    assert.deepEqual(
      districts,
      known.toSorted((a, b) => a.district - b.district),
    );
  });

  it('shares 560 juntas out by population, and the smallest district has one', async () => {
    const sample = await readFullSample();
    const { districts } = planOf(sample, { districts: 14 });
    const counts = districts.map(({ juntas }) => juntas.length);
    assert.equal(
      counts.reduce((sum, one) => sum + one, 0),
      560,
    );
    assert.equal(counts[9], 1, 'District 10, with 785 people');
    assert.equal(Math.max(...counts), counts[2], 'District 3, the largest');
  });

  it('has sixty delegations in the Assembly, each name once', async () => {
    const sample = await readFullSample();
    const { districts, organisations } = planOf(sample, { districts: 14 });
    assert.equal(organisations.length + 1, 60);
    const names = [...organisations, ...districts, ...districts.flatMap(({ juntas }) => juntas)].map(
      ({ name }) => name,
    );
    assert.equal(new Set(names).size, names.length);
  });

  it('shares out everything, at least one each, and no district gets more than its share rounded up', () => {
    const populations = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(populations, fc.integer({ min: 14, max: 900 }), (people, total) => {
        const counts = shareOut(total, people);
        assert.equal(
          counts.reduce((sum, one) => sum + one, 0),
          total,
        );
        const all = people.reduce((sum, one) => sum + one, 0);
        for (const [place, count] of counts.entries()) {
          assert.ok(count >= 1);
          assert.ok(count <= Math.max(1, Math.ceil(((people[place] ?? 0) * total) / all)));
        }
      }),
    );
  });
});

describe('the full story, in small', () => {
  it('goes through all tiers to its end, is told again as it was, and every book verifies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cabildo-full-'));
    const calendar = createCalendar(Date.parse('2026-06-20T12:00:00Z'), fullStoryDays);
    const sample = await readFullSample();
    await withDatabase(async (databaseUrl) => {
      const served = await serve({ name: sample.node, port: 0, dataDir: folder, databaseUrl, clock: calendar.now });
      try {
        const told: string[] = [];
        const size = { districts: 1, juntas: 42, organisations: 8 };
        const first = await playFullStory(stageOn(served, calendar, folder, told), sample, size);
        assertTold(told.join('\n'));
        await assertSupply(served.url, told.join('\n'));
        const retold: string[] = [];
        await playFullStory(stageOn(served, calendar, folder, retold), sample, size);
        assert.deepEqual(retold, told, 'a story that was cut off is told again as it was');
        const figures = await figuresOf(stageOn(served, calendar, folder, []), served.url, first, 1);
        assert.equal(figures.verified.books, figures.books);
        assert.ok(figures.acts > 500);
        assert.ok(figures.people > 100);
      } finally {
        await served.close();
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
});

function stageOn(
  { url, node, witnessed }: Serving,
  calendar: Stage['calendar'],
  folder: string,
  told: string[],
): Stage {
  const here = { base: url, name: node.name, operatorToken: node.operatorToken };
  return {
    nodeOf: () => here,
    carry: async () => undefined,
    witness: { name: '', title: '', key: '' },
    witnessed,
    calendar,
    people: createPeople(new Uint8Array(32).fill(7)),
    voice: createVoice('en', (line) => told.push(line)),
    workDir: join(folder, 'books'),
  };
}

/** All fourteen districts have their share, on the roads that are known; where those are not here it is said. */
async function assertSupply(url: string, told: string): Promise<void> {
  if ((await citySample(await readSupplySample())) === null) {
    assert.equal(process.env.CI, undefined, 'where everything is tested the roads are at hand');
    return assert.match(told, /Skipped: .*shared\/data\/supply is not here/);
  }
  assert.match(told, /Three trips went out/);
  const page = await (await fetch(`${url}/b/comite-de-abastecimiento/supply?lang=en`)).text();
  const said = page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  assert.match(said, /Came in 6000 .*?In depots 5266 .*?Delivered 731 .*?Lost or damaged 3 /);
  for (let district = 1; district <= 14; district++) assert.match(said, new RegExp(`Distrito ${district}\\b`));
}

function assertTold(told: string): void {
  for (const sentence of [
    /neighbours on the rolls\. Each elected its officers/,
    /10 delegations, .* seats accredited/,
    /Credentials travel as files: .* checks offline/,
    /a single neighbour who saw it founded/,
    /a stamped letter, of a junta that nobody knows/,
    /A third delegate of a junta with two seats/,
    /Under another name, it claims the delegations/,
    /The presidency wants to call that sitting off/,
    /“Acta de pacificación firmada en palacio”: .* REJECTED/,
    /that vote drops .*, and the seat is the alternate’s/,
    /a pact under “other business”/,
    /The pact on second call/,
    /The pact at half past eleven at night/,
    /the same teller wants to do the recount/,
    /“The officers stay on”/,
    /the hall elects other officers/,
    /attests its own election/,
    /objects with its key, after the day/,
    /typed by two tellers .*by a lot announced before/,
    /are attested by now; somebody asks for it again/,
    /the junta decides otherwise/,
    /“installed as a congress”, changes the statute/,
    /its delegate says NO, with a mandate to say YES/,
    /says YES to the amended text/,
    /Suspending the blockade as ordinary business/,
    /“Tregua”: .* REJECTED/,
    /Between 80,000 and 100,000 people/,
    /let the square vote a pact as well/,
    /“Gas a los barrios.*RATIFIED, in force/,
  ])
    assert.match(told, sentence);
}
