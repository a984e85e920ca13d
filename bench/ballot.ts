// Secret elections: our verifier beside belenios-tool on the same archives, one after the other in one run, at two sizes.
import { execFile } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeSample, readTemplate, seededRandom } from '@cabildo/ballot';
import { nodeDerive, nodeMachine } from '@cabildo/ballot/node';
import type { Figure, Section } from './measure.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('ballot-run.ts', import.meta.url));

interface Took {
  readonly seconds: number;
  /** Of all cores together. */
  readonly processor: number;
}

export const measureBallot: Section = async ({ voters }, say) => {
  const figures: Figure[] = [];
  for (const size of [Math.ceil(voters / 10), voters]) {
    const folder = await mkdtemp(join(tmpdir(), 'cabildo-bench-ballot-'));
    try {
      figures.push(...(await measureSize(folder, size, say)));
    } finally {
      await rm(folder, { recursive: true });
    }
  }
  return figures;
};

async function measureSize(folder: string, size: number, say: (line: string) => void): Promise<readonly Figure[]> {
  say(`making ${size} ballots of one question with four answers`);
  const file = join(folder, 'election.bel');
  const making = await makeElection(file, size);
  const cores = availableParallelism();
  say(`verifying ${size} ballots with ${cores} threads`);
  const ours = await verifyOurs(file, cores);
  say(`verifying ${size} ballots with one thread`);
  const alone = await verifyOurs(file, 1);
  say(`verifying ${size} ballots with belenios-tool`);
  const theirs = await verifyTheirs(folder);
  const each = (seconds: number): number => (seconds / size) * 1_000;
  const beside = (one: number, other: number) =>
    theirs === undefined ? {} : { ratio: other / one, of: 'belenios-tool' };
  return [
    { what: `${size} ballots: making one`, value: each(making), unit: 'ms' },
    {
      what: `${size} ballots: verified, ${cores} threads`,
      value: ours.seconds,
      unit: 's',
      ...beside(ours.seconds, theirs?.seconds ?? 0),
    },
    {
      what: `${size} ballots: verified, one thread`,
      value: alone.seconds,
      unit: 's',
      ...beside(alone.seconds, theirs?.seconds ?? 0),
    },
    {
      what: `${size} ballots: a ballot on a core`,
      value: each(alone.processor),
      unit: 'ms',
      ...beside(alone.processor, theirs?.processor ?? 0),
    },
    { what: `${size} ballots: memory, ${cores} threads`, value: ours.megabytes, unit: 'MB' },
    ...(theirs === undefined
      ? []
      : [
          { what: `${size} ballots: verified by belenios-tool`, value: theirs.seconds, unit: 's' },
          { what: `${size} ballots: a ballot on a core, belenios-tool`, value: each(theirs.processor), unit: 'ms' },
        ]),
  ];
}

/** Seconds of one core. */
async function makeElection(file: string, voters: number): Promise<number> {
  const read = readTemplate();
  if (!read.ok) throw new Error('the default template cannot be read');
  const handle = openSync(file, 'wx');
  const before = process.cpuUsage();
  await makeSample({
    machine: nodeMachine,
    random: seededRandom('bench', nodeMachine),
    derive: nodeDerive,
    group: 'BELENIOS-2048',
    template: read.template,
    voters,
    revotes: 0,
    trustees: 'single',
    time: 1_118_188_800,
    write: (bytes) => void writeSync(handle, bytes),
  });
  const { user, system } = process.cpuUsage(before);
  closeSync(handle);
  return (user + system) / 1_000_000;
}

async function verifyOurs(file: string, threads: number): Promise<Took & { readonly megabytes: number }> {
  const { stdout } = await run(process.execPath, [program, file, `${threads}`]);
  const { ok, ...took } = JSON.parse(stdout);
  if (!ok) throw new Error('our verifier refuses the election of the measurement');
  return took;
}

/** The shell tells what its children took of the processor; undefined where the tool is missing. */
async function verifyTheirs(folder: string): Promise<Took | undefined> {
  const started = performance.now();
  try {
    const { stdout } = await run('sh', ['-c', 'belenios-tool election verify >&2 || exit; times'], { cwd: folder });
    const seconds = (performance.now() - started) / 1_000;
    const [, children = ''] = stdout.trim().split('\n');
    const spent = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
      ([, minutes, rest]) => Number(minutes) * 60 + Number(rest),
    );
    return { seconds, processor: spent.reduce((sum, one) => sum + one, 0) };
  } catch {
    return undefined;
  }
}
