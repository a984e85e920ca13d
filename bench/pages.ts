// Public pages as fifty visitors at once get them, of the sample federation with its whole story; and the tree, the map and
// the search of a federation of ten thousand bodies. Other work on the machine makes first bytes late; processor time says what a
// page costs all the same.
import { brotliDecompressSync } from 'node:zlib';
import { type Figure, median, percentile, type Section } from './measure.ts';
import { type MeasuredNode, withNodeProcess } from './node-process.ts';
import { oneLine, type Seen, visit } from './page-visit.ts';
import { largeFederation } from './pages-large.ts';
import { processorMs, withChildren } from './processor-time.ts';

const VISITORS = 50;
/** Asked one after the other, to find out what one costs. */
const ASKED = 400;

/** A page that asks nothing of anybody, from the same node: what the network and the program cost by themselves. */
const BARE = '/assets/icon.svg';

export const measurePages: Section = async (settings, say) => {
  const sample = await withNodeProcess(['demo'], (node) => sampleFederation(node, settings.rounds, say));
  return [...sample, ...(await largeFederation(settings, say))];
};

async function sampleFederation(node: MeasuredNode, rounds: number, say: (line: string) => void) {
  const { url } = node;
  const pages = await everyPage(url);
  say(`${pages.size} pages of the sample federation`);
  const sizes = [...pages.values()].map(({ bytes }) => bytes);
  const paths = [...pages.keys()];
  const bare = await atOnce(url, () => BARE, rounds);
  let asked = 0;
  // By an address that nobody has asked for before, which leads to the same page: it is made anew.
  const another = (): string => unasked(paths[(asked * 37) % paths.length] ?? '/', ++asked);
  const [fresh, again, meanwhile]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds * 3; round++) {
    const chosen = Array.from({ length: VISITORS }, another);
    const others = until(atOnce(url, (visitor) => chosen[visitor] ?? '/', 1));
    meanwhile.push(...(await others.whileWaiting(async () => (await visit(url, BARE)).firstByteMs)));
    fresh.push(...(await others.done));
    again.push(...(await atOnce(url, (visitor) => chosen[visitor] ?? '/', 1)));
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
    ...figures(`whoever asks for a small picture meanwhile`, meanwhile),
    ...figures(`${VISITORS} visitors at once, each on another page that was just made`, again),
    ...(await spent(node, 'a page that was made before', () => '/b/asamblea-popular')),
    ...(await spent(node, 'a page that must be made', another)),
    ...(await spent(node, 'the page of an assembly, made', () => unasked('/b/asamblea-popular', ++asked))),
  ];
}

const unasked = (path: string, number: number): string => `${path}${path.includes('?') ? '&' : '?'}visit=${number}`;

/** What a request costs: the node with all its threads, and the database with all its processes. */
async function spent({ url, pid, databasePid }: MeasuredNode, what: string, pathOf: () => string): Promise<Figure[]> {
  const line = oneLine();
  const database = await withChildren(databasePid);
  const before = [await processorMs([pid]), await processorMs(database)] as const;
  for (let number = 0; number < ASKED; number++) await visit(url, pathOf(), line);
  const after = [await processorMs([pid]), await processorMs(database)] as const;
  line.destroy();
  return [
    { what: `${what}: processor time of the node`, value: (after[0] - before[0]) / ASKED, unit: 'ms' },
    { what: `${what}: processor time of the database`, value: (after[1] - before[1]) / ASKED, unit: 'ms' },
  ];
}

/** Does something again and again, one after the other, as long as something else is not done. */
function until<T>(done: Promise<T>): {
  readonly done: Promise<T>;
  whileWaiting(one: () => Promise<number>): Promise<number[]>;
} {
  let isDone = false;
  const settled = done.finally(() => {
    isDone = true;
  });
  return {
    done: settled,
    async whileWaiting(one) {
      const all: number[] = [];
      while (!isDone) all.push(await one());
      return all;
    },
  };
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
    const links = text.matchAll(/href="(\/(?!books|assets|api|phone|office|schema|check\?)[^"#]*)/g);
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
