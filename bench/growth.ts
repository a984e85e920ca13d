// What a book costs as it grows: appends, the state, and what people ask for, in books of several lengths.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decodeLeaf } from '@cabildo/book';
import {
  type Act,
  type Actor,
  type BodyState,
  type DraftAct,
  emptyState,
  evolve,
  stateToJson,
  tableGet,
  tableValues,
} from '@cabildo/core';
import { startDatabase } from '@cabildo/server';
import { type Node, openNode } from '../packages/server/src/app/index.ts';
import { createServer } from '../packages/server/src/http/create-server.ts';
import { removeDatabase } from '../packages/server/src/store/postgres/index.ts';
import { makeLargeBook } from './large-book.ts';
import { type Figure, median, type Section } from './measure.ts';

const SIZES = [1_000, 10_000, 50_000];
const PART = 250;
/** The books take turns, each measured this often, in an order that changes: what else the machine does meets them all. */
const ROUNDS = 12;
/** In each round: commands one after the other, as many at once as a batch takes, and questions. */
const COMMANDS = 10;
const TOGETHER = 200;
const QUERIES = 3;
/** Irregularities of one sitting. */
const PER_SITTING = 50;

type Values = Readonly<Record<string, number>>;

interface Measured {
  readonly size: number;
  /** Seconds, or what the name says. */
  readonly values: Values;
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
    const books: Grown[] = [];
    for (const size of SIZES) {
      say(`${size} acts`);
      const book = `${name}/villa-${size}`;
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
      books.push(await grownBook(node, book, size));
    }
    // The longest book's last act was long before its shorter ones are asked; all live in the same present.
    now = Date.parse(readAct(entries.at(-1) as Uint8Array).at);
    const inTurns = await measureInTurns(node, books, say);
    return figures(
      books.map((book, i): Measured => ({ size: book.size, values: { ...inTurns[i], ...sizes(book, entries) } })),
    );
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

interface Grown {
  readonly origin: string;
  readonly size: number;
  readonly state: BodyState;
  /** One act of about the size that acts have; a sitting has a few of them. */
  append(): Promise<number>;
}

async function grownBook(node: Node, origin: string, size: number): Promise<Grown> {
  const state = (await node.book(origin))?.state as BodyState;
  const chair = tableGet(state.officers, 'presidencia') ?? tableValues(state.officers)[0];
  const actor: Actor = { kind: 'member', member: chair?.holder ?? '' };
  const command = async (name: string, input: object): Promise<number> => {
    const outcome = await node.command({ body: origin, command: name, input, actor, key: `growth-${keys++}` });
    if (outcome.kind !== 'done') throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.acts[0]?.index ?? -1;
  };
  const notice = [{ matter: 'ordinary', title: 'Agua' }];
  const convene = (): Promise<number> => {
    const startsAt = new Date(Date.parse(node.now()) + 100 * 3_600_000).toISOString().replace('.000Z', 'Z');
    return command('ConveneSitting', { kind: 'ordinary', place: 'Sede', startsAt, notice });
  };
  let [sitting, written] = [await convene(), 0];
  const append = async (): Promise<number> => {
    if (++written % PER_SITTING === 0) sitting = await convene();
    return command('RecordIrregularity', { sitting, what: 'Faltó la lista de oradores.', irregularities: ['other'] });
  };
  return { origin, size, state, append };
}

/** The median of each thing over the rounds, for each book. */
async function measureInTurns(node: Node, books: readonly Grown[], say: (line: string) => void): Promise<Values[]> {
  const app = createServer({ node });
  const all = books.map(() => new Map<string, number[]>());
  try {
    // Once for nothing: what runs for the first time is slow, however long the book is.
    for (let round = -1; round < ROUNDS; round++) {
      say(round < 0 ? 'warming up' : `round ${round + 1} of ${ROUNDS}`);
      for (let step = 0; step < books.length; step++) {
        const turn = (step + round + 1) % books.length;
        const values = await measureBook(node, app, books[turn] as Grown);
        if (round < 0) continue;
        for (const [what, value] of Object.entries(values))
          all[turn]?.set(what, [...(all[turn]?.get(what) ?? []), value]);
      }
    }
  } finally {
    await app.close();
  }
  return all.map((book) => Object.fromEntries([...book].map(([what, values]) => [what, median(values)])));
}

async function measureBook(
  node: Node,
  app: ReturnType<typeof createServer>,
  { origin, size, append }: Grown,
): Promise<Values> {
  const get = async (url: string): Promise<void> => {
    const { statusCode, body } = await app.inject({ url, headers: { 'accept-encoding': 'br' } });
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${body.slice(0, 200)}`);
  };
  const name = encodeURIComponent(origin);
  const actor: Actor = { kind: 'anyone' };
  /** Each time after an act, so that nothing is at hand that was made for the state before. */
  const afterAct = (work: () => Promise<unknown>): Promise<number> => secondsOf(QUERIES, work, append);
  const cpu = process.cpuUsage();
  const together = await secondsOf(1, () => Promise.all(Array.from({ length: TOGETHER }, append)));
  const { user, system } = process.cpuUsage(cpu);
  return {
    'an append, one after the other': await secondsOf(COMMANDS, append),
    [`an append, ${TOGETHER} at once`]: together / TOGETHER,
    // Other programs on the machine do not change this one.
    [`an append, ${TOGETHER} at once, processor`]: (user + system) / 1e6 / TOGETHER,
    'who I am here and what waits': await afterAct(() => node.me(actor, origin)),
    'the last 256 acts': await afterAct(() => node.acts(origin, size - 256, 256)),
    'proof of one act': await afterAct(() => node.inclusion(origin, size >> 1)),
    'the body’s page': await afterAct(() => get(`/b/${name}`)),
    'the book’s page': await afterAct(() => get(`/b/${name}/book`)),
    'the whole state, after an act': await afterAct(() => get(`/api/bodies/${name}`)),
    'the whole state, again': await secondsOf(QUERIES, () => get(`/api/bodies/${name}`)),
  };
}

/** How large the state is for each act of its book, and how fast it is folded from nothing. */
function sizes({ state, size, origin }: Grown, entries: readonly Uint8Array[]): Values {
  const acts = entries.slice(0, size).map((entry) => JSON.parse(Buffer.from(entry).toString('utf8')) as Act);
  const fold = (): BodyState => acts.reduce(evolve, emptyState(origin));
  const seconds = [0, 1, 2].map(() => {
    const begun = performance.now();
    fold();
    return (performance.now() - begun) / 1_000;
  });
  const json = JSON.stringify(stateToJson(state)).length;
  // Once for nothing, so that what stays behind of the first time is there already.
  if (fold().size !== size) throw new Error('folded short');
  const before = heapUsed();
  const folded = fold();
  const heap = heapUsed() - before;
  if (folded.size !== size) throw new Error('folded short');
  return {
    'acts folded a second': size / median(seconds),
    'state as JSON, bytes an act': json / size,
    'state in memory, bytes an act': heap / size,
  };
}

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapUsed(): number {
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().heapUsed;
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
      const unit = /bytes an act$/.test(what) ? 'B' : / a second$/.test(what) ? 'acts/s' : 'ms';
      const shown = { what: `${what}, at ${size} acts`, value: unit === 'ms' ? value * 1_000 : value, unit };
      if (size === first?.size) return shown;
      return { ...shown, ratio: value / (first?.values[what] ?? Number.NaN), of: `at ${first?.size}` };
    }),
  );
}
