// Pages that were made are sent again as long as they say what the books say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { base64Encode } from '@cabildo/book';
import fc from 'fast-check';
import { createServer } from '../../src/http/create-server.ts';
import { type Body, makeBody, memberName, type Place, withNodes } from '../exchange/fixture.ts';

const textHash = base64Encode(new Uint8Array(32));

type App = ReturnType<typeof createServer>;

async function packed(app: App): Promise<Buffer> {
  const headers = { 'accept-language': 'en', 'accept-encoding': 'br' };
  return (await app.inject({ url: '/b/junta', headers })).rawPayload;
}

type Get = (url: string, headers?: Readonly<Record<string, string>>) => Promise<string>;

/** Reads pages, and says how often the node was asked for a book meanwhile. */
async function reading(
  { node }: Place,
  work: (get: Get, looked: () => number, app: App) => Promise<void>,
): Promise<void> {
  let looked = 0;
  const counting = new Proxy(node, {
    get(target, name) {
      if (name === 'book') looked += 1;
      return Reflect.get(target, name);
    },
  });
  const app = createServer({ node: counting });
  try {
    const get: Get = async (url, headers = {}) => {
      const { statusCode, body } = await app.inject({ url, headers: { 'accept-language': 'en', ...headers } });
      assert.ok(statusCode === 200 || statusCode === 404, `${url}: ${statusCode}`);
      return body;
    };
    await work(get, () => looked, app);
  } finally {
    await app.close();
  }
}

async function below(upper: Body, base: Body): Promise<void> {
  await base.write('AffiliationRequested', { vote: 0, to: upper.origin, toKey: await upper.key() });
  await upper.admit(base);
}

test('a page is made once for all who ask while no book changes, and anew after an act', async () => {
  await withNodes(['a.example'], async (place) => {
    const base = await makeBody(place, 'junta');
    await reading(place, async (get, looked, app) => {
      const first = await get('/b/junta');
      const once = looked();
      assert.ok(once > 0);
      const many = await Promise.all(Array.from({ length: 20 }, () => get('/b/junta')));
      assert.equal(looked(), once);
      for (const one of many) assert.equal(one, first);
      const [quick, well, again] = [await packed(app), await packed(app), await packed(app)];
      assert.ok(well.length < quick.length, 'whoever asks for what somebody has asked for gets it smaller');
      assert.deepEqual(again, well);
      for (const bytes of [quick, well]) assert.equal(brotliDecompressSync(bytes).toString(), first);
      await base.sitting();
      assert.match(await get('/b/junta'), /Next sitting/);
    });
  });
});

test('an act in a book that a page says nothing of leaves that page as it is; one in a book that it speaks of does not', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'asamblea', 'delegate');
    const [base, other] = [await makeBody(place, 'junta'), await makeBody(place, 'otra')];
    await below(upper, base);
    await reading(place, async (get, looked) => {
      const [first, home] = [await get('/b/junta'), await get('/')];
      const once = looked();
      const acts = (await place.node.book(other.origin))!.size;
      await other.sitting();
      assert.equal(await get('/b/junta'), first);
      assert.equal(looked(), once, 'nobody was asked');
      assert.notEqual(await get('/'), home);
      assert.match(await get('/'), new RegExp(`otra</a> <span class="soft">${acts + 1} acts`));
      await upper.write('TerritoryDrawn', {
        vote: 0,
        geojson: { sha256: textHash, bytes: 1, mediaType: 'text/plain' },
      });
      await get('/b/junta');
      assert.ok(looked() > once, 'made again');
    });
  });
});

test('a body that a page named before its book was here is a link as soon as it is', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'asamblea', 'delegate');
    const key = `a.example/junta+0123abcd+${base64Encode(new Uint8Array([1, ...new Uint8Array(32)]))}`;
    await upper.write('AffiliationAdmitted', { below: 'a.example/junta', key, title: 'Junta', entitlement: 1 });
    await reading(place, async (get) => {
      assert.match(await get('/b/asamblea'), /<span class="node">Junta<\/span>/);
      await makeBody(place, 'junta');
      assert.match(await get('/b/asamblea'), /<a class="node" href="\/b\/junta">Junta<\/a>/);
    });
  });
});

test('an act that was cited before it was here is a link as soon as it is', async () => {
  await withNodes(['a.example'], async (place) => {
    const [upper, base] = [await makeBody(place, 'asamblea', 'delegate'), await makeBody(place, 'junta')];
    const index = await base.size();
    const cites = [{ book: base.origin, index, leaf: textHash, size: index + 1, root: textHash }];
    const key = await base.key();
    const data = { below: base.origin, key, title: 'junta', entitlement: 1 };
    const admitted = await upper.write('AffiliationAdmitted', data, { cites } as never);
    await reading(place, async (get) => {
      const link = new RegExp(`href="/b/junta/acts/${index}"`);
      assert.doesNotMatch(await get(`/b/asamblea/acts/${admitted}`), link);
      await base.sitting();
      assert.match(await get(`/b/asamblea/acts/${admitted}`), link);
    });
  });
});

test('whatever a reader’s browser sends beside the address, the page is the one for everybody in that language', async () => {
  await withNodes(['a.example'], async (place) => {
    await makeBody(place, 'junta');
    await reading(place, async (get, looked) => {
      const english = await get('/b/junta');
      const once = looked();
      const headers = { cookie: 'session=1', authorization: 'Bearer abc', accept: 'application/json' };
      assert.equal(await get('/b/junta', headers), english);
      assert.equal(looked(), once);
      assert.match(await get('/b/junta', { 'accept-language': 'es' }), /<html lang="es">/);
      assert.match(await get('/b/junta?lang=es'), /<html lang="es">/);
      assert.equal(await get('/b/junta'), english);
    });
  });
});

const names = ['asamblea', 'distrito', 'junta-a', 'junta-b'] as const;
type Deed = 'sitting' | 'resolution' | 'officers' | 'below' | 'seat' | 'new body';

const deeds = fc.array(
  fc.record({
    deed: fc.constantFrom<Deed>('sitting', 'resolution', 'officers', 'below', 'seat', 'new body'),
    of: fc.nat(names.length - 1),
    to: fc.nat(names.length - 1),
    looked: fc.nat(),
  }),
  { minLength: 4, maxLength: 12 },
);

const ofBody = (name: string): readonly string[] =>
  ['', '/book', '/week', '/correspondence', '/statute', '/acts/1', '/seats/asamblea/1', '/resolutions/5'].map(
    (page) => `/b/${name}${page}`,
  );
const pages = [
  '/',
  '/map',
  '/?q=junta',
  '/?q=water',
  '/?in=distrito',
  '/check?reference=junta-a%201',
  ...names.flatMap(ofBody),
];

async function doDeed(bodies: readonly Body[], { deed, of, to }: { deed: Deed; of: number; to: number }, place: Place) {
  const [body, other] = [bodies[of]!, bodies[to]!];
  if (deed === 'sitting') await body.sitting();
  else if (deed === 'officers') await body.electOfficers();
  else if (deed === 'below') await below(other, body);
  else if (deed === 'seat') await body.elect(other.origin, [memberName(7)]);
  else if (deed === 'new body') await makeBody(place, `nueva-${(await place.node.books()).length}`);
  else {
    const text = { matter: 'ordinary', title: 'Water', textHash };
    const motion = await body.write('MotionTabled', { sitting: 4, ...text, proposal: { kind: 'resolution' } });
    await body.write('ResolutionAdopted', { vote: motion, motion, ...text, status: 'in-force' });
  }
}

test('whatever is done in which book, a page that was kept says what one made just now says', async () => {
  await withNodes(
    ['a.example'],
    async (place) => {
      const bodies: Body[] = [];
      for (const name of names) bodies.push(await makeBody(place, name, name === 'asamblea' ? 'delegate' : 'base'));
      for (const body of bodies) await body.sitting();
      await reading(place, async (get) => {
        let asked = 0;
        const agrees = async (page: string): Promise<void> => {
          const kept = await get(page);
          const made = await get(`${page}${page.includes('?') ? '&' : '?'}asked=${++asked}`);
          assert.equal(kept, made, page);
        };
        for (const page of pages) await agrees(page);
        const run = async (list: readonly { deed: Deed; of: number; to: number; looked: number }[]): Promise<void> => {
          for (const one of list) {
            await doDeed(bodies, one, place);
            for (let next = 0; next < 6; next++) await agrees(pages[(one.looked + next * 7) % pages.length]!);
          }
        };
        await fc.assert(fc.asyncProperty(deeds, run), { numRuns: 12, endOnFailure: true });
        for (const page of pages) await agrees(page);
      });
    },
    { clock: () => Date.parse('2026-01-01T12:00:00Z') },
  );
});
