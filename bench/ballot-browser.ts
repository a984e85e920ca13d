// A voter's phone makes a ballot of one question with four answers: how long, with the processor throttled four times and as it
// is. On the page's own thread, for only that one is throttled; the voter's page does the same work in another.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { preparedElection } from '../packages/web/test/booth/fake-election.ts';
import { openBrowser } from '../packages/web/test/browser.ts';
import { type Figure, median, type Section } from './measure.ts';

const SLOWER = 4;
const ORIGIN = 'http://ballot.example';

const question = { answers: ['Ana', 'Beto', 'Cira', 'Dani'], blank: false, min: 1, max: 1, question: '¿Quién?' };

export const measureBallotBrowser: Section = async ({ rounds }, say) => {
  const script = await encryptingScript();
  const { election, tellers } = await preparedElection({ questions: [question], slips: 1 });
  const halves = tellers.map(({ texts }) => texts[0]);
  const work = { election, halves, choices: [[0, 1, 0, 0]] };
  const browser = await openBrowser();
  try {
    const figures: Figure[] = [];
    for (const rate of [SLOWER, 1]) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++) times.push(await ballotIn(browser, script, work, rate));
      say(`${rate} times slower: ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
      const how = rate === 1 ? 'unthrottled' : `processor ${rate} times slower`;
      figures.push({ what: `a ballot of four answers in Chromium, ${how}`, value: median(times), unit: 'ms' });
    }
    return figures;
  } finally {
    await browser.close();
  }
};

/** What the voter's page runs in its thread, as it is built for it. */
async function encryptingScript(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'cabildo-bench-ballot-'));
  const entry = fileURLToPath(new URL('../packages/web/src/booth/voter/encrypt.ts', import.meta.url));
  try {
    const lib = { entry, formats: ['es' as const], fileName: () => 'encrypt.js' };
    await build({
      configFile: false,
      logLevel: 'warn',
      build: { outDir: out, emptyOutDir: true, target: 'es2022', lib },
    });
    return await readFile(join(out, 'encrypt.js'), 'utf8');
  } finally {
    await rm(out, { recursive: true });
  }
}

/** On a page of its own, which has made no ballot before: the tables are made too. */
async function ballotIn(browser: Browser, script: string, work: object, rate: number): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(`${ORIGIN}/**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title>' }),
  );
  await page.goto(ORIGIN);
  await page.evaluate(`import('${ORIGIN}/encrypt.js').then(({ encrypt }) => { globalThis.encrypt = encrypt; })`);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const took = await page.evaluate(
    `(async () => { const start = performance.now(); await encrypt(${JSON.stringify(work)}); return performance.now() - start; })()`,
  );
  await context.close();
  return Number(took);
}
