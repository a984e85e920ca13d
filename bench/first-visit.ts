// A member in the hall scans a card while a vote is open: how long until the buttons are there, on a phone with one bar of
// signal, at the first visit and at the next.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../packages/web/test/browser.ts';
import { type Hall, largeHall, type Person } from './load/hall.ts';
import { type Figure, median, type Section } from './measure.ts';
import { withNodeProcess } from './node-process.ts';
import { type Link, slowLink } from './slow-link.ts';

/** What was promised is meant for this phone on this link. */
const LINK: Link = { kilobits: 400, roundTripMs: 400 };
const SLOWER = 4;

/** One person more is in the hall than ever looks: nobody's own vote closes it. */
const MORE = 1;

export const measureFirstVisit: Section = ({ rounds }, say) => {
  execFileSync(process.execPath, [join(import.meta.dirname, '../packages/web/build.js')]);
  return withNodeProcess(['serve', '--name', 'el-alto.example'], async (node) => {
    const hall = await largeHall(node, 2 * rounds + MORE);
    for (const person of hall.people) await hall.admit(person);
    await hall.open();
    await hall.openVote('Arreglar el tanque');
    const browser = await openBrowser();
    try {
      const people = hall.people[Symbol.iterator]();
      const slow = await visits({ browser, hall, people, rounds, link: LINK, say });
      const fast = await visits({ browser, hall, people, rounds, link: null, say });
      return [
        ...figures(`${LINK.kilobits} kbit/s, ${LINK.roundTripMs} ms, processor ${SLOWER} times slower`, slow),
        ...figures('unthrottled', fast),
      ];
    } finally {
      await browser.close();
    }
  });
};

interface Visits {
  readonly first: readonly number[];
  readonly next: readonly number[];
  readonly bytes: readonly number[];
}

interface Visiting {
  readonly browser: Browser;
  readonly hall: Hall;
  readonly people: Iterator<Person>;
  readonly rounds: number;
  readonly link: Link | null;
  readonly say: (line: string) => void;
}

/** Each round a phone that has never been there, and then the same phone again. */
async function visits({ browser, hall, people, rounds, link, say }: Visiting): Promise<Visits> {
  const [first, next, bytes]: [number[], number[], number[]] = [[], [], []];
  const line = await slowLink(hall.url, link);
  try {
    for (let round = 0; round < rounds; round++) {
      const { value: person } = people.next();
      if (person === undefined) throw new Error('nobody is left');
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'es-BO' });
      context.setDefaultTimeout(60_000);
      line.bytesDown();
      first.push(await visit(context, `${line.url}/phone#body=${hall.body}&card=${person.card}`, link !== null));
      bytes.push(line.bytesDown());
      await settled(context);
      next.push(await visit(context, `${line.url}/phone`, link !== null));
      await context.close();
      say(
        `${link === null ? 'unthrottled' : 'slow'}: ${first.at(-1)?.toFixed(0)} ms, then ${next.at(-1)?.toFixed(0)} ms`,
      );
    }
  } finally {
    await line.close();
  }
  return { first, next, bytes };
}

/** Milliseconds until the answers to the open vote are there to be pressed. */
async function visit(context: BrowserContext, url: string, slow: boolean): Promise<number> {
  const page = await context.newPage();
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  }
  const started = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Sí', exact: true }).waitFor();
  const took = performance.now() - started;
  await kept(page);
  await page.close();
  return took;
}

/** What the page keeps for the next visit it keeps after it has shown itself. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(
    'navigator.serviceWorker === undefined ? null : Promise.race([navigator.serviceWorker.ready, new Promise((resolve) => setTimeout(resolve, 8000))])',
  );

const settled = (context: BrowserContext): Promise<unknown> =>
  Promise.all(context.serviceWorkers().map((worker) => worker.evaluate('1').catch(() => undefined)));

const figures = (how: string, { first, next, bytes }: Visits): Figure[] => [
  { what: `first visit to an open vote until it can be answered, ${how}`, value: median(first), unit: 'ms' },
  { what: `next visit, ${how}`, value: median(next), unit: 'ms' },
  { what: `bytes that came down at the first visit, ${how}`, value: median(bytes), unit: 'bytes' },
];
