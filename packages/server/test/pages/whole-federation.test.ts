// The federation as a whole: its tree a page at a time, its map, what is found in it, and what somebody was told.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { base64Encode } from '@cabildo/book';
import type { FastifyInstance } from 'fastify';
import { createServer } from '../../src/http/create-server.ts';
import { readReference } from '../../src/pages/reference.ts';
import { type Body, makeBody, type Place, withNodes } from '../exchange/fixture.ts';

const root = base64Encode(new Uint8Array(32));

type Get = (url: string) => Promise<{ readonly status: number; readonly body: string }>;

async function reading(place: Place, work: (get: Get, app: FastifyInstance) => Promise<void>): Promise<void> {
  const app = createServer({ node: place.node });
  try {
    await work(async (url) => {
      const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html', 'accept-language': 'en' } });
      return { status: statusCode, body };
    }, app);
  } finally {
    await app.close();
  }
}

const square = (east: number, north: number, size = 0.01): string =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [east, north],
        [east + size, north],
        [east + size, north + size],
        [east, north + size],
        [east, north],
      ],
    ],
  });

function draw(body: Body, map: string): Promise<number> {
  const sha256 = createHash('sha256').update(map).digest('base64');
  const geojson = { sha256, bytes: Buffer.byteLength(map), mediaType: 'application/geo+json' };
  return body.write(
    'TerritoryDrawn',
    { vote: 0, geojson },
    { attach: { geojson: { mediaType: 'application/geo+json', content: map } } },
  );
}

const links = (html: string, pattern: RegExp): readonly string[] =>
  Array.from(html.matchAll(pattern), ([, name = '']) => name);

test('given a federation too large for one page, its tree shows the upper tiers, and each body’s own is a page at a time', async () => {
  await withNodes(['a.example'], async (place) => {
    const top = await makeBody(place, 'federacion', 'delegate');
    const district = await makeBody(place, 'distrito', 'delegate');
    await top.admit(district);
    const founded = await manyBases(place, 210);
    for (const base of founded) await admitNamed(district, base);
    await reading(place, async (get) => {
      const { body: home } = await get('/');
      assert.deepEqual(links(home, /href="\/b\/([a-z-]+)"/g), ['federacion', 'distrito']);
      assert.match(home, /<a class="count" href="\/\?in=distrito"[^>]*>210 assemblies<\/a>/);
      assert.ok(gzipSync(home).length < 30_000);

      const seen: string[] = [];
      for (let url: string | undefined = '/?in=distrito'; url !== undefined; ) {
        const { body }: { readonly body: string } = await get(url);
        seen.push(...links(body, /href="\/b\/(zona-\d+)"/g));
        assert.match(body, /href="\/\?in=federacion"/, 'the way up');
        url = /<a rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
      }
      assert.deepEqual(
        seen,
        founded.map(({ name }) => name),
        'each once, zone 2 before zone 10',
      );
    });
  });
});

interface Named {
  readonly origin: string;
  readonly name: string;
}

/** Bodies of which nothing matters but that they exist. */
async function manyBases({ node }: Place, count: number): Promise<readonly Named[]> {
  const made: Named[] = [];
  for (let number = 1; number <= count; number++) {
    const name = `zona-${number}`;
    const origin = `${node.name}/${name}`;
    await node.addBook({ origin, kind: 'body', title: `Zona ${number}` });
    made.push({ origin, name });
  }
  return made;
}

const admitNamed = (above: Body, { origin, name }: Named): Promise<number> =>
  above.write('AffiliationAdmitted', {
    below: origin,
    key: `${origin}+0123abcd+${base64Encode(new Uint8Array([1, ...new Uint8Array(32)]))}`,
    title: name,
    entitlement: 1,
  });

test('the map draws the territories that were voted, each with the act that says so; who has none stands beside it or is where its bases are', async () => {
  await withNodes(['a.example'], async (place) => {
    const top = await makeBody(place, 'federacion', 'delegate');
    const [a, b, none] = [
      await makeBody(place, 'junta-a'),
      await makeBody(place, 'junta-b'),
      await makeBody(place, 'junta-c'),
    ];
    const district = await makeBody(place, 'distrito', 'delegate');
    for (const below of [a, none, district]) await top.admit(below);
    await district.admit(b);
    const drawn = await draw(a, square(-68.2, -16.5));
    await draw(b, square(-68.18, -16.5));
    await reading(place, async (get) => {
      const { body: page } = await get('/map');
      assert.equal(page.match(/<path d="M/g)?.length, 2, 'junta-a and, by its base, the district');
      assert.match(page, new RegExp(`href="/b/junta-a/acts/${drawn}"`));
      assert.match(page, /href="\/map\?in=distrito"/);
      assert.match(page.split('id="without-territory"')[1] ?? '', /href="\/b\/junta-c"/);
      assert.doesNotMatch(page, /NaN|Infinity|undefined/);
      assert.equal((await get('/map?in=distrito')).body.match(/<path d="M/g)?.length, 1);

      // A new map takes the place of the old one at once.
      await draw(none, square(-68.19, -16.48));
      assert.equal((await get('/map')).body.match(/<path d="M/g)?.length, 3);
    });
  });
});

test('a map that is none, as another node may send it, draws nothing and breaks nothing', async () => {
  await withNodes(['a.example'], async (place) => {
    const top = await makeBody(place, 'federacion', 'delegate');
    const bad = [
      '{"type":"Polygon","coordinates":[[[1e308,0],[0,1e308],[9,9],[1e308,0]]]}',
      '<svg onload=alert(1)>',
      '{"type":"Point"}',
    ];
    for (const [i, map] of bad.entries()) {
      const base = await makeBody(place, `junta-${i}`);
      await top.admit(base);
      await draw(base, map);
    }
    await reading(place, async (get) => {
      const { status, body } = await get('/map');
      assert.equal(status, 200);
      assert.match(body, /Nobody here has voted the map/);
      assert.doesNotMatch(body, /onload|NaN/);
    });
    await reading(place, async (get) => {
      assert.equal((await get('/map?in=nowhere')).status, 404);
      assert.equal((await get('/map?in=..%2F..')).status, 404);
    });
  });
});

test('bodies and resolutions are found by parts of their names, with or without accents, and acts by their code', async () => {
  await withNodes(['a.example'], async (place) => {
    const [upper, base] = [await makeBody(place, 'asamblea', 'delegate'), await makeBody(place, 'junta-san-jose')];
    const sitting = await upper.sitting();
    const text = { matter: 'ordinary', title: 'Gas primero a Río Seco', textHash: root };
    const motion = await upper.write('MotionTabled', { sitting, ...text, proposal: { kind: 'resolution' } });
    const resolution = await upper.write('ResolutionAdopted', { vote: motion, motion, ...text, status: 'in-force' });
    await base.sitting();
    const code = (await place.node.act(upper.origin, motion))!.code;
    await reading(place, async (get) => {
      const found = (await get('/?q=RIO%20gas')).body;
      assert.match(found, new RegExp(`href="/b/asamblea/resolutions/${resolution}">Gas primero a Río Seco</a>`));
      assert.match((await get('/?q=sán%20jos')).body, /href="\/b\/junta-san-jose"/);
      assert.match((await get(`/?q=${code.toLowerCase()}`)).body, new RegExp(`href="/check\\?reference=${code}"`));
      assert.match((await get('/?q=petroleo')).body, /0 assemblies/);
    });
  });
});

test('what cannot be looked for is refused in words that say what could, and is shown as text', async () => {
  await withNodes(['a.example'], async (place) => {
    await makeBody(place, 'junta-a');
    await makeBody(place, 'junta-b');
    await reading(place, async (get) => {
      const refused: readonly (readonly [string, RegExp])[] = [
        ['x'.repeat(81), /81 letters; 80 fit/],
        ['%00junta', /cannot be read/],
        ['%27%3B--%20%2F*%20%25', /no letter or digit/],
        ['!!%20%26%20%7C%20%3A*', /no letter or digit/],
        [Array(9).fill('gas').join('+'), /9 words; 8 or fewer/],
      ];
      for (const [q, says] of refused) {
        const { status, body } = await get(`/?q=${q}`);
        assert.equal(status, 400, q);
        assert.match(body, says, q);
      }
      for (const q of ["junta' or 1=1", 'junta:* & !a', '<script>alert(1)</script>', 'a\\', '%']) {
        const { status, body } = await get(`/?q=${encodeURIComponent(q)}`);
        assert.ok(status === 200 || status === 400, `${q}: ${status}`);
        assert.doesNotMatch(body, /<script/);
      }
    });
  });
});

test('a hash is the same hash where an address has made a space of each plus, the first of them too', () => {
  const leaf = Uint8Array.from({ length: 32 }, (_, at) => (at % 3 === 0 ? 0xf8 : 0));
  const text = base64Encode(leaf);
  assert.equal(text[0], '+');
  for (const form of [text, text.replaceAll('+', ' '), ` ${text}\n`])
    assert.deepEqual(readReference(form), { by: 'leaf', leaf });
});

test('a reference in any form in which people pass it on leads to the act, what became of it, and its proof', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'asamblea', 'delegate');
    const sitting = await upper.sitting();
    const text = { matter: 'ordinary', title: 'Water', textHash: root };
    const motion = await upper.write('MotionTabled', { sitting, ...text, proposal: { kind: 'resolution' } });
    await upper.write('ResolutionAdopted', { vote: motion, motion, ...text, status: 'suspended' });
    const { code, leaf } = (await place.node.act(upper.origin, motion))!;
    await reading(place, async (get) => {
      const forms = [
        code,
        base64Encode(leaf),
        base64Encode(leaf).replaceAll('+', ' '),
        Buffer.from(leaf).toString('hex').toUpperCase(),
        `${code.slice(0, 5)} ${code.slice(5).toLowerCase()}`,
        `asamblea ${motion}`,
        `Asamblea, acto ${motion}`,
        `a.example/asamblea#${motion}`,
        `https://a.example/b/asamblea/acts/${motion}?lang=es`,
        `https://elsewhere.example/a/${code}`,
        `https://a.example/b/a.example%2Fjunta/credentials/a.example%2Fasamblea/1?act=${code}`,
      ];
      for (const form of forms) {
        const { status, body } = await get(`/check?reference=${encodeURIComponent(form)}`);
        assert.equal(status, 200, form);
        assert.match(body, /It is in the book/, form);
        assert.match(body, /The motion .*Water.* is tabled/, form);
        assert.match(body, /badge ochre.*Suspended/, form);
        assert.match(body, new RegExp(`Act ${motion} is among the \\d+ of the book`), form);
        assert.match(body, new RegExp(`/books/asamblea/proof/${motion}.tlog-proof`), form);
        assert.match(body, /No outside witness has seen/, form);
        assert.match(body, new RegExp(`<svg class="qr".*/check\\?reference=${code}</code>`), form);
      }
      const refused: readonly (readonly [string, number, RegExp])[] = [
        ['asamblea 99999', 404, /has no act 99999: it ends at \d+/],
        ['junta-x 3', 404, /“junta-x” is not on this node/],
        [`${code.slice(0, 9)}${code.endsWith('0') ? '1' : '0'}`, 400, /is not the reference of an act/],
        [base64Encode(new Uint8Array(32).fill(7)), 404, /has an act with that hash/],
        ['<img src=x onerror=alert(1)>', 400, /&lt;img src=x/],
        ['x'.repeat(500), 400, /400 letters or fewer/],
        [`${'%'.repeat(30)}/a/%E0%A4%A`, 400, /is not the reference/],
      ];
      for (const [reference, expected, says] of refused) {
        const { status, body } = await get(`/check?reference=${encodeURIComponent(reference)}`);
        assert.equal(status, expected, reference);
        assert.match(body, says, reference);
        assert.match(body, /Like this: /, reference);
        assert.doesNotMatch(body, /<img/);
      }
      assert.equal((await get('/check')).status, 200);
    });
  });
});
