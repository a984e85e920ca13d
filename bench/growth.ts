// What a book costs as it grows: appends, the state, and what people ask for, in books of several lengths.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeLeaf } from '@cabildo/book';
import { type Actor, type BodyState, type DraftAct, stateToJson, tableGet, tableValues } from '@cabildo/core';
import { startDatabase } from '@cabildo/server';
import { type Node, openNode } from '../packages/server/src/app/index.ts';
import { createServer } from '../packages/server/src/http/create-server.ts';
import { removeDatabase } from '../packages/server/src/store/postgres/index.ts';
import { makeLargeBook } from './large-book.ts';
import { type Figure, median, type Section } from './measure.ts';

const SIZES = [1_000, 10_000, 50_000];
const PART = 250;
/** Commands measured one after the other, and as many at once as a batch takes. */
const COMMANDS = 60;
const TOGETHER = 200;
const ROUNDS = 5;
const QUERIES = 20;
/** Irregularities of one sitting. */
const PER_SITTING = 50;

interface Measured {
  readonly size: number;
  /** Seconds, or kilobytes. */
  readonly values: Readonly<Record<string, number>>;
}

export const measureGrowth: Section = async (_settings, say) => {
  const longest = Math.max(...SIZES);
  say(`making a book of ${longest} acts`);
  const { origin, entries } = makeLargeBook(longest);
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-growth-'));
  const database = await startDatabase({ dataDir, env: {}, log: () => undefined });
  let now = 0;
  const name = origin.slice(0, origin.indexOf('/'));
  const node = await openNode({ databaseUrl: database.url, dataDir, name, clock: () => now, env: {} });
  try {
    const measured: Measured[] = [];
    // Once for nothing: what runs for the first time is slow, however long the book is.
    for (const [turn, size] of [SIZES[0] as number, ...SIZES].entries()) {
      say(turn === 0 ? 'warming up' : `${size} acts`);
      const book = `${name}/villa-${turn}`;
      await node.addBook({ origin: book, kind: 'body', title: 'Villa Ingenio' });
      for (let from = 0; from < size; from += PART) {
        const part = entries.slice(from, Math.min(from + PART, size)).map(readAct);
        now = Date.parse(part.at(-1)?.at as string);
        const outcome = await node.record(
          book,
          part.map(({ draft }) => draft),
        );
        if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
      }
      await node.projected();
      const values = await measureBook(node, book);
      if (turn > 0) measured.push({ size, values });
    }
    return figures(measured);
  } finally {
    await node.close();
    await database.stop();
    await removeDatabase(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
};

function readAct(entry: Uint8Array): { readonly at: string; readonly draft: DraftAct } {
  const decoded = decodeLeaf(entry);
  if (!decoded.ok) throw new Error(decoded.reason);
  const { act, at, data, by, cites } = decoded.leaf;
  return { at, draft: { act, data, by, cites } as unknown as DraftAct };
}

let keys = 0;

async function measureBook(node: Node, origin: string): Promise<Record<string, number>> {
  const state = async (): Promise<BodyState> => (await node.book(origin))?.state as BodyState;
  const before = await state();
  const officer = tableValues(before.officers)[0];
  const chair = tableGet(before.officers, 'presidencia') ?? officer;
  const actor: Actor = { kind: 'member', member: chair?.holder ?? '' };
  const command = async (name: string, input: object): Promise<number> => {
    const outcome = await node.command({ body: origin, command: name, input, actor, key: `growth-${keys++}` });
    if (outcome.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.acts[0]?.index ?? -1;
  };
  const startsAt = new Date(Date.parse(node.now()) + 100 * 3_600_000).toISOString().replace('.000Z', 'Z');
  const notice = [{ matter: 'ordinary', title: 'Agua' }];
  const convene = (): Promise<number> =>
    command('ConveneSitting', { kind: 'ordinary', place: 'Sede', startsAt, notice });
  let [sitting, written] = [await convene(), 0];
  /** One act of about the size that acts have; a sitting has a few of them. */
  const append = async (): Promise<number> => {
    if (++written % PER_SITTING === 0) sitting = await convene();
    return command('RecordIrregularity', { sitting, what: 'Faltó la lista de oradores.', irregularities: ['other'] });
  };

  const app = createServer({ node });
  const get = async (url: string): Promise<void> => {
    const { statusCode, body } = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body.slice(0, 200)}`);
  };
  const name = encodeURIComponent(origin);
  /** Each time after an act, so that nothing is at hand that was made for the state before. */
  const afterAct = (work: () => Promise<unknown>): Promise<number> => secondsOf(QUERIES, work, append);
  try {
    const cpu = process.cpuUsage();
    const together = await secondsOf(ROUNDS, () => Promise.all(Array.from({ length: TOGETHER }, append)));
    const { user, system } = process.cpuUsage(cpu);
    const size = before.size;
    return {
      'an append, one after the other': await secondsOf(COMMANDS, append),
      [`an append, ${TOGETHER} at once`]: together / TOGETHER,
      // Other programs on the machine do not change this one.
      [`an append, ${TOGETHER} at once, processor`]: (user + system) / 1e6 / (ROUNDS * TOGETHER),
      'who I am here and what waits': await afterAct(() => node.me(actor, origin)),
      'the last 256 acts': await afterAct(() => node.acts(origin, size - 256, 256)),
      'proof of one act': await afterAct(() => node.inclusion(origin, size >> 1)),
      'the body’s page': await afterAct(() => get(`/b/${name}`)),
      'the book’s page': await afterAct(() => get(`/b/${name}/book`)),
      'the whole state, after an act': await afterAct(() => get(`/api/bodies/${name}`)),
      'the whole state, again': await secondsOf(QUERIES, () => get(`/api/bodies/${name}`)),
      'state as JSON': JSON.stringify(stateToJson(before)).length / 1_000,
    };
  } finally {
    await app.close();
  }
}

async function secondsOf(times: number, work: () => Promise<unknown>, first?: () => Promise<unknown>): Promise<number> {
  const seconds: number[] = [];
  for (let i = 0; i < times; i++) {
    await first?.();
    const started = performance.now();
    await work();
    seconds.push((performance.now() - started) / 1_000);
  }
  return median(seconds);
}

/** Of each thing, at each length; against the shortest book. */
function figures(measured: readonly Measured[]): Figure[] {
  const [first] = measured;
  return Object.keys(first?.values ?? {}).flatMap((what) =>
    measured.map(({ size, values }): Figure => {
      const value = values[what] ?? Number.NaN;
      const isSize = what.startsWith('state as');
      const shown = {
        what: `${what}, at ${size} acts`,
        value: isSize ? value : value * 1_000,
        unit: isSize ? 'kB' : 'ms',
      };
      if (size === first?.size) return shown;
      return { ...shown, ratio: value / (first?.values[what] ?? Number.NaN), of: `at ${first?.size}` };
    }),
  );
}
