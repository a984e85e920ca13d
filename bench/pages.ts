// Public pages as fifty visitors at once get them, of the sample federation with its whole story; and the tree, the map and
// the search of a federation of ten thousand bodies.
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { type Figure, median, percentile, type Section } from './measure.ts';
import { withNodeProcess } from './node-process.ts';
import { type Seen, visit } from './page-visit.ts';
import { largeFederation } from './pages-large.ts';

const VISITORS = 50;
/** So long after it was made a page is made anew (`http/kept-pages.ts`). */
const KEPT_MS = 30_000;

/** A page that asks nothing of anybody, from the same node: what the network and the program cost by themselves. */
const BARE = '/assets/icon.svg';

export const measurePages: Section = async (settings, say) => {
  const sample = await withNodeProcess(['demo'], ({ url }) => sampleFederation(url, settings.rounds, say));
  return [...sample, ...(await largeFederation(settings, say))];
};

async function sampleFederation(url: string, rounds: number, say: (line: string) => void): Promise<readonly Figure[]> {
  const pages = await everyPage(url);
  say(`${pages.size} pages of the sample federation`);
  const sizes = [...pages.values()].map(({ bytes }) => bytes);
  const paths = [...pages.keys()];
  const bare = await atOnce(url, () => BARE, rounds);
  // From the pages that were looked at first: what was made of them then is kept no more.
  const another = (visitor: number, round: number): string => paths[(round * VISITORS + visitor) % paths.length] ?? '/';
  await setTimeout(KEPT_MS);
  const [fresh, again]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds * 3; round++) {
    fresh.push(...(await atOnce(url, (visitor) => another(visitor, round), 1)));
    again.push(...(await atOnce(url, (visitor) => another(visitor, round), 1)));
  }
  const of = 'a picture';
  const figures = (what: string, all: readonly number[]): Figure[] => [
    { what: `${what}, first byte, median`, value: median(all), unit: 'ms', ratio: median(all) / median(bare), of },
    { what: `${what}, first byte, p95`, value: percentile(all, 0.95), unit: 'ms' },
    { what: `${what}, first byte, the last of all`, value: Math.max(...all), unit: 'ms' },
  ];
  return [
    { what: 'pages of the sample federation', value: pages.size, unit: 'pages' },
    { what: 'the largest, compressed', value: Math.max(...sizes) / 1_000, unit: 'kB' },
    { what: 'the middle one, compressed', value: median(sizes) / 1_000, unit: 'kB' },
    ...figures(`${VISITORS} visitors at once, a small picture`, bare),
    ...figures(`${VISITORS} visitors at once, each on another page that must be made`, fresh),
    ...figures(`${VISITORS} visitors at once, each on another page that was just made`, again),
  ];
}

/** Every page that links lead to, from the first one on. */
async function everyPage(url: string): Promise<ReadonlyMap<string, Seen>> {
  const found = new Map<string, Seen>();
  const waiting = ['/'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const seen = await visit(url, path);
    found.set(path, seen);
    const text = (seen.packed ? brotliDecompressSync(seen.content) : seen.content).toString();
    const links = text.matchAll(/href="(\/(?!books|assets|api|phone|office|schema)[^"#]*)/g);
    for (const [, to = ''] of links) waiting.push(to.replaceAll('&amp;', '&'));
  }
  return found;
}

async function atOnce(url: string, pathOf: (visitor: number, round: number) => string, rounds: number) {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const visits = Array.from({ length: VISITORS }, (_, visitor) => visit(url, pathOf(visitor, round)));
    for (const { firstByteMs } of await Promise.all(visits)) all.push(firstByteMs);
  }
  return all;
}
