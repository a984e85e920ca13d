// Acts appended over HTTP by many clients, against plain inserts of the same rows with as many connections.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import {
  type Convener,
  conveneSitting,
  foundAssembly,
  recordIrregularity,
} from '../packages/server/test/assembly-over-http.ts';
import { type Figure, median, type Section } from './measure.ts';
import { withNodeProcess } from './node-process.ts';

/** Requests under way at a time, whatever the number of books. */
const CLIENTS = 64;
/** The node's own connections for appending, of which one book uses one. */
const WRITERS = 8;
const BOOKS = 16;
/** Irregularities of one sitting; a real one has few. */
const PER_SITTING = 50;

export const measureAppends: Section = ({ appends, rounds }, say) =>
  withNodeProcess(['serve', '--name', 'el-alto.example'], async ({ url, data, databaseUrl }) => {
    const token = (await readFile(join(data, 'operator-token'), 'utf8')).trim();
    const conveners = await Promise.all(
      Array.from({ length: BOOKS }, (_, i) => foundAssembly(url, token, `junta-${i}`)),
    );
    const rates: Record<'one' | 'many' | 'plainOne' | 'plainMany', number[]> = {
      one: [],
      many: [],
      plainOne: [],
      plainMany: [],
    };
    for (let round = 0; round < rounds; round++) {
      say(`round ${round + 1} of ${rounds}`);
      rates.one.push(await appendAll(conveners.slice(0, 1), appends, `one-${round}`));
      rates.many.push(await appendAll(conveners, appends, `many-${round}`));
      rates.plainOne.push(await insertAll(databaseUrl, appends, 1));
      rates.plainMany.push(await insertAll(databaseUrl, appends, WRITERS));
    }
    const [one, many] = [median(rates.one), median(rates.many)];
    const [plainOne, plainMany] = [median(rates.plainOne), median(rates.plainMany)];
    const unit = 'a second';
    return [
      { what: 'plain inserts, 1 connection', value: plainOne, unit },
      { what: `plain inserts, ${WRITERS} connections`, value: plainMany, unit },
      { what: 'acts over HTTP, 1 book', value: one, unit, ratio: one / plainOne, of: 'plain inserts, 1 connection' },
      {
        what: `acts over HTTP, ${BOOKS} books`,
        value: many,
        unit,
        ratio: many / plainMany,
        of: `plain inserts, ${WRITERS} connections`,
      },
    ] satisfies Figure[];
  });

/** Acts a second. */
async function appendAll(conveners: readonly Convener[], count: number, name: string): Promise<number> {
  const each = Math.ceil(count / conveners.length);
  const plans = await Promise.all(
    conveners.map(async (convener) => {
      const sittings: number[] = [];
      for (let i = 0; i * PER_SITTING < each; i++)
        sittings.push(await conveneSitting(convener, `${name}-sitting-${i}`));
      return { convener, sittings };
    }),
  );
  const jobs = Array.from({ length: each * plans.length }, (_, job) => job);
  const started = performance.now();
  await inParallel(CLIENTS, jobs, async (job) => {
    const plan = plans[job % plans.length];
    const number = Math.floor(job / plans.length);
    const sitting = plan?.sittings[Math.floor(number / PER_SITTING)];
    if (plan === undefined || sitting === undefined) throw new Error('a job without a sitting');
    const what = `Se dejó constancia número ${number} de la sala, sin efecto.`;
    const { status, body } = await recordIrregularity(plan.convener, sitting, what, `${name}-${number}`);
    if (status !== 200) throw new Error(`an act was refused: ${JSON.stringify(body)}`);
  });
  return jobs.length / ((performance.now() - started) / 1_000);
}

async function inParallel(width: number, jobs: readonly number[], work: (job: number) => Promise<void>): Promise<void> {
  const waiting = jobs[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const job of waiting) await work(job);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

const COLUMNS = ['origin', 'index', 'act', 'at', 'code', 'leaf', 'entry', 'received_at'];

/** The rows that the node wrote, one insert each, committed each. Rows a second. */
async function insertAll(databaseUrl: string, count: number, connections: number): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  const [first] = clients;
  if (first === undefined) throw new Error('no connection');
  try {
    await first.query('drop table if exists bench_acts');
    await first.query('create table bench_acts (like acts including all)');
    const list = COLUMNS.map((name) => `"${name}"`).join(', ');
    const { rows } = await first.query({
      text: `select ${list} from acts where act = 'IrregularityRecorded' order by origin, index limit $1`,
      values: [count],
      rowMode: 'array',
    });
    const text = `insert into bench_acts (${list}) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
    const waiting = rows[Symbol.iterator]() as Iterator<unknown[]> & Iterable<unknown[]>;
    const started = performance.now();
    await Promise.all(
      clients.map(async (client) => {
        for (const values of waiting) await client.query({ name: 'insert', text, values });
      }),
    );
    const seconds = (performance.now() - started) / 1_000;
    await first.query('drop table bench_acts');
    return rows.length / seconds;
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}
