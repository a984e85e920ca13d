// What it costs to count a large election, beside the packages of others in the same run, and how it grows. Times are those
// of the counting thread; where a peer has to be given a file's ballots as lists, making them is in its time as ours is.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Peer, peers, peersFolder } from './count-peers.ts';
import type { Checked, Counted } from './count-run.ts';
import { type Figure, median, type Section } from './measure.ts';
import { writeBallots } from './synthetic-ballots.ts';

const METHODS = ['irv', 'schulze', 'scottish-stv', 'meek-stv'];
const KINDS = ['truncated', 'complete'] as const;
const SEED = 20_050_608;
/** Longer than this nobody waits for a peer; and it gets this much memory for its objects. */
const PEER_SECONDS = 180;
const PEER_MEGABYTES = 6_000;
/** Two hundred counts of small elections that take longer hold a count that does not end. */
const SMALL_SECONDS = 60;

const run = promisify(execFile);

export const measureCount: Section = async ({ ballots, rounds }, say) => {
  const folder = await mkdtemp(join(tmpdir(), 'cabildo-count-'));
  try {
    const installed = await installPeers(say);
    const beside: Figure[] = [];
    for (const kind of KINDS) {
      const file = join(folder, `${kind}.blt`);
      writeBallots(file, { ballots, candidates: 10, seats: 5, seed: SEED, complete: kind === 'complete', even: false });
      for (const method of METHODS) {
        say(`${method}, ${ballots} ${kind} ballots`);
        const figures = await besidePeers({ method, file, kind, rounds, installed, folder });
        // The whole takes long: each figure is told when it is known.
        for (const { what, value, unit } of figures) say(`  ${what}: ${value} ${unit}`);
        beside.push(...figures);
      }
    }
    return [...beside, ...(await growth(folder, ballots, say))];
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** Whether the peers are there; installed as their lock says, without running anything of theirs. */
async function installPeers(say: (line: string) => void): Promise<boolean> {
  if (existsSync(`${peersFolder}node_modules`)) return true;
  say(`installing the peers in ${peersFolder}`);
  try {
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peersFolder });
    return true;
  } catch {
    say(`the peers are not there and are left out: cd ${peersFolder} && npm ci --ignore-scripts`);
    return false;
  }
}

interface Beside {
  readonly method: string;
  readonly file: string;
  readonly kind: string;
  readonly rounds: number;
  readonly installed: boolean;
  readonly folder: string;
}

async function besidePeers({ method, file, kind, rounds, installed, folder }: Beside): Promise<Figure[]> {
  const runs: Counted[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await counted('cabildo', method, file));
  const own = {
    count: median(runs.map(({ counts }) => counts[0] as number)),
    read: median(runs.map(({ read }) => read)),
  };
  const name = `${method}, ${kind}`;
  const figures: Figure[] = [
    { what: `${name}: count alone`, value: own.count, unit: 's' },
    { what: `${name}: from the file`, value: own.read + own.count, unit: 's' },
  ];
  for (const peer of installed ? peers.filter((one) => one.method === method) : []) {
    const label = `${name}: ${peer.packageName}${peer.counts === undefined ? '' : ` (${peer.counts})`}`;
    const checked = await check(peer, kind, folder);
    const after = checked.ended ? '' : ` within ${SMALL_SECONDS} s`;
    figures.push({
      what: `${label}, right in close elections`,
      value: checked.right,
      unit: `of ${checked.elections}${after}`,
    });
    const theirs = await counted(peer.packageName, method, file, PEER_SECONDS).catch(() => null);
    if (theirs === null) {
      figures.push({
        what: `${label}, ended within ${PEER_SECONDS} s and ${PEER_MEGABYTES} MB`,
        value: 0,
        unit: 'runs',
      });
      continue;
    }
    const agrees = [...theirs.winners].sort().join() === [...(runs[0] as Counted).winners].sort().join();
    const said = agrees ? label : `${label}, WRONG winners`;
    const alone = theirs.counts[0] as number;
    const whole = theirs.read + alone;
    figures.push(
      { what: `${said}, count alone`, value: alone, unit: 's', ratio: alone / own.count, of: 'ours' },
      { what: `${said}, from the file`, value: whole, unit: 's', ratio: whole / (own.read + own.count), of: 'ours' },
    );
  }
  return figures;
}

const runner = `${import.meta.dirname}/count-run.ts`;

async function counted(who: string, methods: string, file: string, seconds = 0): Promise<Counted> {
  const memory = who === 'cabildo' ? [] : [`--max-old-space-size=${PEER_MEGABYTES}`];
  const { stdout } = await run(process.execPath, [...memory, runner, who, methods, file], { timeout: seconds * 1_000 });
  return JSON.parse(stdout) as Counted;
}

/** In how many of many small elections the peer elects whom the rule elects. */
async function check({ packageName, method }: Peer, kind: string, folder: string): Promise<Checked> {
  const args = [runner, packageName, method, join(folder, 'small.blt'), kind];
  const lines = await run(process.execPath, args, { timeout: SMALL_SECONDS * 1_000 }).then(
    ({ stdout }) => stdout,
    (ended: { stdout?: string }) => ended.stdout ?? '',
  );
  const last = lines.trim().split('\n').at(-1) ?? '';
  return last === '' ? { elections: 0, right: 0, ended: false } : (JSON.parse(last) as Checked);
}

/** One file after the other, each read and counted by all methods in a process of its own. */
async function growth(folder: string, most: number, say: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const even of [false, true]) {
    // Ten candidates can be ranked in no more than ten million ways: all different ballots need more of them.
    const candidates = even ? 16 : 10;
    for (let ballots = most / 100; ballots <= most * 10; ballots *= 10) {
      const file = join(folder, 'growth.blt');
      writeBallots(file, { ballots, candidates, seats: 5, seed: SEED, complete: even, even });
      const { read, counts, different, peak } = await counted('cabildo', METHODS.join(','), file);
      const name = `${ballots} ballots, ${different} different, ${candidates} candidates`;
      say(`${name}: ${read} s, ${counts.join(' s, ')} s, ${peak} MB`);
      figures.push({ what: `${name}: read`, value: read, unit: 's' });
      METHODS.forEach((method, at) => {
        figures.push({ what: `${name}: ${method}`, value: counts[at] as number, unit: 's' });
      });
      figures.push({ what: `${name}: memory`, value: peak, unit: 'MB' });
    }
  }
  return figures;
}
