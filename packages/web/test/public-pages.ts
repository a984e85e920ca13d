// All pages of the sample federation that links lead to from its first one, and a browser to look at some of each kind.
import { get } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { withOtherPages } from './other-pages.ts';
import { tellStory } from './story.ts';

interface Got {
  readonly status: number;
  /** As they came over the line, compressed. */
  readonly bytes: Buffer;
}

export interface Browsed {
  readonly url: string;
  readonly browser: Browser;
  readonly bodies: readonly string[];
  readonly pages: ReadonlyMap<string, Got>;
  /** Every route that answers with a public page, by the node's own table: `/b/{body}/acts/{index}`. */
  readonly routes: readonly string[];
  /** One page of each kind, by its name: a path of `url`, or a whole address on the node of what the sample has none of. */
  readonly kinds: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

export async function openPages(): Promise<Browsed> {
  const told = await tellStory();
  const done = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<Omit<Browsed, 'close'>>();
  const ended = told
    .goOn(async ({ url }) => {
      const browser = await openBrowser();
      try {
        const pages = await everyPage(url);
        const { bodies } = (await (await fetch(`${url}/api/bodies`)).json()) as { bodies: readonly { body: string }[] };
        const routes = await publicRoutes(url);
        await withOtherPages(async (base, others) => {
          const kinds = new Map([
            ...kindsOf(pages),
            ...[...others].map(([kind, path]) => [kind, base + path] as const),
          ]);
          for (const kind of ['cards', ...others.keys()]) {
            const at = kinds.get(kind) ?? '';
            pages.set(at, await fetched(new URL(at, url)));
          }
          opened.resolve({ url, browser, pages, routes, kinds, bodies: bodies.map(({ body }) => body) });
          await done.promise;
        });
      } finally {
        await browser.close();
      }
    })
    .finally(() => told.remove());
  ended.catch(opened.reject);
  return {
    ...(await opened.promise),
    async close() {
      done.resolve();
      await ended;
    },
  };
}

/** Of several of a kind the one that says most. */
const patterns: Readonly<Record<string, RegExp>> = {
  home: /^\/$/,
  tree: /^\/\?in=/,
  map: /^\/map/,
  check: /^\/check$/,
  assembly: /^\/b\/asamblea-popular$/,
  base: /^\/b\/junta-[^/?]+$/,
  suspended: /^\/b\/asamblea-popular\?only=waiting$/,
  book: /^\/b\/[^/]+\/book$/,
  acts: /^\/b\/[^/]+\/book\?before=/,
  statute: /^\/b\/[^/]+\/statute$/,
  'statute before': /^\/b\/[^/]+\/statute\/\d+$/,
  sitting: /^\/b\/[^/]+\/sittings\/\d+$/,
  week: /^\/b\/[^/]+\/week$/,
  minutes: /\/minutes$/,
  poster: /\/poster$/,
  resolution: /^\/b\/[^/]+\/resolutions\/\d+$/,
  consultation: /^\/b\/[^/]+\/consultations\/\d+$/,
  'consultation kit': /\/kit$/,
  'kit of a base': /\/kit\?for=/,
  'silent bases': /\/silent$/,
  'consultation on the wall': /\/wall$/,
  correspondence: /\/correspondence$/,
  supply: /\/supply$/,
  'supply of an item': /\/supply\/\d+$/,
  seat: /^\/b\/[^/]+\/seats\//,
  card: /^\/b\/[^/]+\/credentials\/[^/]+\/\d+$/,
  act: /^\/b\/[^/]+\/acts\/\d+$/,
  guides: /^\/guide$/,
  guide: /^\/guide\/first-assembly$/,
  'guide with commands': /^\/guide\/node$/,
};

function kindsOf(pages: ReadonlyMap<string, Got>): ReadonlyMap<string, string> {
  const found = new Map([
    ['search', '/?q=gas'],
    ['search refused', '/?q=%21'],
    ['check of an act', '/check?reference=asamblea-popular%2047'],
    ['check refused', '/check?reference=nothing'],
    ['missing', '/b/nada'],
    ['code refused', '/a?code=nothing'],
    ['no such code', '/a/0000000000'],
    ['address to confirm', '/mail/confirm'],
    ['mail to stop', `/mail/stop/${'A'.repeat(22)}`],
  ]);
  for (const [kind, pattern] of Object.entries(patterns)) {
    const all = [...pages].filter(([path]) => pattern.test(path));
    const [largest] = all.toSorted(([, a], [, b]) => b.bytes.length - a.bytes.length);
    if (largest !== undefined) found.set(kind, largest[0]);
  }
  // A sheet of all cards of a body is led to from its office alone.
  found.set('cards', (found.get('card') ?? '').replace(/\/\d+$/, ''));
  return found;
}

/** Clients that are built apart and work by their scripts; and of the guides what is no page. */
const noPublicPage = /^\/(?:ballot|office|pass|phone|supply|guide\/files|guide\/images)(?:\/|$)/;

/** The routes of the node, as it says itself, that answer with a page for everybody. */
async function publicRoutes(url: string): Promise<readonly string[]> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Readonly<Record<string, Methods>> };
  return Object.entries(paths).flatMap(([path, { get: read }]) => {
    const isPage = Object.values(read?.responses ?? {}).some(({ content = {} }) => 'text/html' in content);
    return isPage && !noPublicPage.test(path) ? [path] : [];
  });
}

interface Methods {
  readonly get?: { readonly responses: Readonly<Record<string, { readonly content?: object }>> };
}

/** In Spanish; each page has a link to itself in the other language, which is another test's. Each act has one to its check: one is looked at. */
async function everyPage(url: string): Promise<Map<string, Got>> {
  const found = new Map<string, Got>();
  const waiting = ['/', '/?in=asamblea-popular'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const got = await fetched(new URL(path, url));
    found.set(path, got);
    if (got.status !== 200) continue;
    const links = brotliDecompressSync(got.bytes)
      .toString()
      .matchAll(/href="(\/(?!books|assets|api|phone|office|pass|schema|check\?|guide\/files)[^"#]*)/g);
    for (const [, to = ''] of links) if (!to.includes('lang=')) waiting.push(to.replaceAll('&amp;', '&'));
  }
  return found;
}

function fetched(url: URL): Promise<Got> {
  const { promise, resolve, reject } = Promise.withResolvers<Got>();
  get(url, { headers: { accept: 'text/html', 'accept-encoding': 'br', 'accept-language': 'es' } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes: Buffer.concat(parts) }));
  }).on('error', reject);
  return promise;
}
