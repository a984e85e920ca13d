// A question to ten thousand bases through three tiers: what one answer costs with its proof checked and committed, what the
// close costs, and that the books alone give the same result. A federation of a hundred bases in the same run compares.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalize, decodeLeaf, type Json } from '@cabildo/book';
import { nodeCrypto, writeBookFile, writeTiles } from '@cabildo/book/node';
import { type BodyState, type DraftAct, firstBook, stateToJson, tableEntries, tableGet } from '@cabildo/core';
import { startDatabase } from '@cabildo/server';
import pg from 'pg';
import { pullMirror } from '../packages/server/src/app/exchange/mirrors.ts';
import { type Node, openNode } from '../packages/server/src/app/index.ts';
import { removeDatabase } from '../packages/server/src/store/postgres/index.ts';
import {
  actTemplate,
  answer,
  baseName,
  booksBelow,
  headOf,
  type Plan,
  presidiumOf,
  type Shape,
  topActs,
  type Written,
} from './consultation-books.ts';
import { type Figure, median, percentile, type Section } from './measure.ts';

const NODE = 'federacion.example';
const SMALL: Shape = [1, 1, 100];
/** Answers that come in one by one; the close finds the others in the books. */
const SAMPLED = 60;
/** Books written at once while the federation is set up. */
const AT_ONCE = 8;
/** Of ten bases, how many answer. */
const ANSWERING = 6;

interface Bench {
  node: Node;
  readonly url: string;
  readonly directory: string;
  readonly plain: pg.Client;
  reopen(): Promise<void>;
  setNow(at: string): void;
  say(line: string): void;
}

/** One federation on the node, and the books that answer it. */
interface Asked {
  readonly plan: Plan;
  readonly books: ReadonlyMap<string, Written>;
  readonly consultation: number;
  readonly leaf: string;
  readonly issueSeconds: number;
}

export const measureConsultation: Section = async ({ bases }, say) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'cabildo-consultation-'));
  const database = await startDatabase({ dataDir, env: {}, log: () => undefined });
  let now = 0;
  const open = (): Promise<Node> =>
    openNode({ databaseUrl: database.url, dataDir, name: NODE, clock: () => now, env: {} });
  const plain = new pg.Client({ connectionString: database.url });
  const bench: Bench = {
    node: await open(),
    plain,
    url: database.url,
    directory: join(dataDir, 'pulled'),
    async reopen() {
      await bench.node.close();
      bench.node = await open();
    },
    setNow: (at) => {
      now = Date.parse(at);
    },
    say,
  };
  try {
    const districts = Math.max(1, Math.round(Math.sqrt(bases / 100)));
    const shape: Shape = [districts, districts, Math.round(bases / districts ** 2)];
    await plain.connect();
    await plain.query('create table bench_acts (like acts including all)');
    return await measured(bench, shape);
  } finally {
    await plain.end();
    await bench.node.close();
    await database.stop();
    await removeDatabase(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  }
};

async function measured(bench: Bench, shape: Shape): Promise<readonly Figure[]> {
  const template = actTemplate();
  const started = performance.now();
  const small = await put(bench, { top: `${NODE}/chica`, far: 'chica.example', shape: SMALL, template });
  const large = await put(bench, { top: `${NODE}/grande`, far: 'bases.example', shape, template });
  bench.say(`books made and held after ${((performance.now() - started) / 1_000).toFixed(0)} s`);
  bench.setNow(template.answeredAt);
  const came = await answersOneByOne(bench, [small, large]);
  const bases = (asked: Asked): string => `of ${count(asked.plan.shape)} bases`;
  const of = bases(small);
  const times = (what: string, pick: (one: Came) => number): Figure[] =>
    [small, large].flatMap((asked) => {
      const all = (came.get(asked) as readonly Came[]).map(pick);
      const [p50, p99] = [median(all), percentile(all, 0.99)];
      const base = median((came.get(small) as readonly Came[]).map(pick));
      const compared = asked === small ? {} : { ratio: p50 / base, of };
      return [
        { what: `${what}, ${bases(asked)}, median`, value: p50 * 1_000, unit: 'ms', ...compared },
        { what: `${what}, ${bases(asked)}, p99`, value: p99 * 1_000, unit: 'ms' },
      ];
    });
  const closing = await closeAndRebuild(bench, large);
  return [
    { what: `the question put to ${count(shape)} bases`, value: large.issueSeconds, unit: 's' },
    ...times('one bare insert, committed', ({ plain }) => plain),
    ...times('an answer received, committed', ({ received }) => received),
    ...times('an answer’s book pulled, proofs and seals checked', ({ pulled }) => pulled),
    ...times('both', ({ pulled, received }) => pulled + received),
    ...closing,
  ];
}

const count = (shape: Shape): number => shape[0] * shape[1] * shape[2];

/** The books of one federation on the node, and the question put by its own officers' command. */
async function put(bench: Bench, plan: Plan): Promise<Asked> {
  const { node, say } = bench;
  const { template } = plan;
  const origin = plan.top;
  say(`${count(plan.shape)} bases: the books`);
  await node.addBook({ origin, kind: 'body', title: 'Federación' });
  const acts = topActs(plan);
  for (const at of new Set(acts.map((act) => act.at))) {
    bench.setNow(at);
    const drafts = acts.filter((act) => act.at === at).map(({ act, data, by, cites }) => ({ act, data, by, cites }));
    const outcome = await node.record(origin, drafts as unknown as readonly DraftAct[]);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  }
  const books = new Map<string, Written>();
  const making = booksBelow(plan);
  const hold = async (): Promise<void> => {
    for (const written of making) {
      books.set(written.origin, written);
      await holdBook(node, written);
      if (books.size % 1_000 === 0) say(`${books.size} books`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hold));
  bench.setNow(new Date(Date.parse(template.foundedAt) + 1_000).toISOString());
  const begun = performance.now();
  const issued = await node.command({
    body: origin,
    command: 'IssueConsultation',
    input: { resolution: template.resolution },
    actor: presidiumOf(plan),
    key: 'issue',
  });
  const issueSeconds = (performance.now() - begun) / 1_000;
  if (issued.kind !== 'done') throw new Error(JSON.stringify(issued));
  const [act] = issued.acts;
  const state = await stateOf(bench, origin);
  const consultation = act?.index ?? -1;
  const asked = tableGet(state.consultations, consultation)?.bases;
  if (asked !== count(plan.shape)) throw new Error(`${asked} bases were asked`);
  return { plan, books, consultation, leaf: act?.leaf ?? '', issueSeconds };
}

async function holdBook(node: Node, written: Written): Promise<void> {
  const { origin, vkey, writer } = written;
  await node.addBook({ origin, kind: 'body', title: origin, mirror: { vkey, source: '' } });
  const done = await node.extend(origin, { fromSize: 0, entries: writer.entries, head: headOf(written) });
  if (done !== 'extended') throw new Error(`${origin}: ${done}`);
}

async function stateOf({ node }: Bench, origin: string): Promise<BodyState> {
  const book = await node.book(origin);
  if (book === null) throw new Error(`no book ${origin}`);
  return book.state;
}

/** Bases of one federation in an order that goes through all its districts. */
function* basesOf({ plan }: Asked): Generator<readonly [department: number, district: number, base: number]> {
  const [departments, districts, bases] = plan.shape;
  for (let base = 0; base < bases; base++)
    for (let district = 0; district < districts; district++)
      for (let department = 0; department < departments; department++) yield [department, district, base];
}

interface Came {
  readonly plain: number;
  readonly pulled: number;
  readonly received: number;
}

/** One answer after the other, the two federations in turn, so that whatever else the machine does meets both. */
async function answersOneByOne(bench: Bench, federations: readonly Asked[]): Promise<ReadonlyMap<Asked, Came[]>> {
  const came = new Map(federations.map((asked) => [asked, [] as Came[]]));
  const waiting = new Map(federations.map((asked) => [asked, basesOf(asked)]));
  for (let i = 0; i < SAMPLED; i++) {
    for (const asked of federations) {
      const next = waiting.get(asked)?.next();
      if (next === undefined || next.done === true) continue;
      const one = await oneAnswer(bench, asked, next.value);
      // Once for nothing: what runs for the first time is slow.
      if (i > 4) came.get(asked)?.push(one);
    }
  }
  return came;
}

async function oneAnswer(
  bench: Bench,
  asked: Asked,
  [department, district, base]: readonly [number, number, number],
): Promise<Came> {
  const { node } = bench;
  const { plan, consultation } = asked;
  const below = baseName(plan, department, district, base);
  const written = answered(asked, below);
  const directory = join(bench.directory, below.replaceAll('/', '_'));
  await writeTiles(directory, written.writer.entries, nodeCrypto);
  await writeBookFile(directory, 'checkpoint', headOf(written).note);
  const begun = performance.now();
  const pulled = await pullMirror(node, below, { source: directory });
  const held = performance.now();
  if (pulled.kind !== 'pulled') throw new Error(JSON.stringify(pulled));
  const { far } = plan;
  const direct = department === 0 && district === 0 && base < 2;
  const through = direct ? {} : { through: [`${far}/d-${department}`, `${far}/t-${department}-${district}`] };
  const outcome = await node.command({
    body: plan.top,
    command: 'ReceiveAnswer',
    input: { consultation, below, ...through },
    actor: { kind: 'anyone' },
    key: `receive ${below}`,
  });
  const done = performance.now();
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  await plainInsert(bench, plan.top);
  const inserted = performance.now();
  await rm(directory, { recursive: true });
  return { pulled: (held - begun) / 1_000, received: (done - held) / 1_000, plain: (inserted - done) / 1_000 };
}

/** The row that the node has just written, as one bare committed insert: what this machine's disk and database take. */
async function plainInsert({ plain }: Bench, origin: string): Promise<void> {
  const text = `insert into bench_acts select * from acts where origin = $1 and index =
    (select size - 1 from books where origin = $1)`;
  await plain.query({ name: 'plain', text, values: [origin] });
}

function answered({ plan, books, consultation, leaf }: Asked, below: string): Written {
  const written = books.get(below);
  if (written === undefined) throw new Error(`no book ${below}`);
  answer(plan, written, { index: consultation, leaf });
  return written;
}

/** The other answers are only held; the close finds them. Then everything is read anew from the books, and told again by a recount. */
async function closeAndRebuild(bench: Bench, asked: Asked): Promise<readonly Figure[]> {
  const { say } = bench;
  const { plan, consultation } = asked;
  const origin = plan.top;
  let [held, number] = [0, 0];
  say('the other answers');
  for (const place of basesOf(asked)) {
    const below = baseName(plan, ...place);
    const written = asked.books.get(below) as Written;
    const from = plan.template.sizes.get(written.template.origin) as number;
    if (written.writer.entries.length > from || number++ % 10 >= ANSWERING) continue;
    answered(asked, below);
    const entries = written.writer.entries.slice(from);
    const done = await bench.node.extend(below, { fromSize: from, entries, head: headOf(written) });
    if (done !== 'extended') throw new Error(`${below}: ${done}`);
    held += 1;
  }
  bench.setNow(new Date(Date.parse(plan.template.answeredAt) + 30 * 86_400_000).toISOString());
  say(`the close, with ${held} answers that only the books have`);
  const closed = await timed(() =>
    bench.node.command({
      body: origin,
      command: 'CloseConsultation',
      input: { consultation },
      actor: presidiumOf(plan),
      key: 'close',
    }),
  );
  if (closed.value.kind !== 'done') throw new Error(JSON.stringify(closed.value));
  const before = consultationIn(await stateOf(bench, origin), consultation);
  await bench.node.projected();
  const shown = await projected(bench, origin, consultation);
  say('everything anew');
  await bench.reopen();
  const replayed = await timed(() => stateOf(bench, origin));
  same('the replay', consultationIn(replayed.value, consultation), before);
  const recounted = await timed(() => recount(bench, asked));
  same('the recount from the bases’ books', recounted.value, verdicts(replayed.value, consultation));
  const rebuilt = await timed(() => bench.node.rebuildProjections());
  same('the projections', await projected(bench, origin, consultation), shown);
  return [
    { what: `the close, ${held} answers found in the books`, value: closed.seconds, unit: 's' },
    { what: 'the same, an answer', value: (closed.seconds / held) * 1_000, unit: 'ms' },
    { what: `the consultation again from its book (${replayed.value.size} acts)`, value: replayed.seconds, unit: 's' },
    { what: 'recounted from the bases’ books, the same', value: recounted.seconds, unit: 's' },
    { what: `all projections again, ${rebuilt.value.books} books`, value: rebuilt.seconds, unit: 's' },
  ];
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly value: T }> {
  const begun = performance.now();
  const value = await work();
  return { seconds: (performance.now() - begun) / 1_000, value };
}

function same(what: string, found: string, expected: string): void {
  if (found !== expected) throw new Error(`${what} gives another result`);
}

const consultationIn = (state: BodyState, index: number): string =>
  canonicalize(stateToJson(tableGet(state.consultations, index) as unknown as BodyState) as Json);

/** Who said what, by the federation's book. */
const verdicts = (state: BodyState, index: number): string =>
  JSON.stringify(
    tableEntries(tableGet(state.consultations, index)?.answers ?? { size: 0, root: [] })
      .map(([base, { answer: said, from }]) => [base, said, from.index])
      .sort(),
  );

/** The same by the bases' books alone, without the rules' code: the last answer that a seal names. */
async function recount({ url }: Bench, { plan, consultation }: Asked): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ origin: string; index: string; entry: Buffer }>(
    `select origin, index, entry from acts where act in ('ConsultationAnswered', 'ActSealed') order by origin, index`,
  );
  await client.end();
  const said = new Map<string, Map<number, string>>();
  const last = new Map<string, readonly [string, string, number]>();
  for (const { origin, entry } of rows) {
    const decoded = decodeLeaf(entry);
    if (!decoded.ok) throw new Error(decoded.reason);
    const { act, index, data } = decoded.leaf as unknown as { act: string; index: number; data: Said };
    const answers = said.get(origin) ?? new Map<number, string>();
    said.set(origin, answers);
    if (act === 'ActSealed') {
      const verdict = answers.get(data.index);
      if (verdict !== undefined) last.set(firstBook(origin), [firstBook(origin), verdict, data.index]);
    } else if (data.consultation.book === plan.top && data.consultation.index === consultation) {
      answers.set(index, data.answer);
    }
  }
  return JSON.stringify([...last.values()].sort());
}

interface Said {
  readonly index: number;
  readonly answer: string;
  readonly consultation: { readonly book: string; readonly index: number };
}

async function projected({ url }: Bench, origin: string, consultation: number): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select kind, key, value from p_entries where origin = $1
       and (kind = 'consultations' and key = $2 or kind = 'consultations.answers' and key like $2 || ' %')
     order by kind, key`,
    [origin, String(consultation)],
  );
  await client.end();
  return JSON.stringify(rows);
}
