// Counts in a process of their own, so that its memory is its own and a count that never ends can be ended.
// Arguments: who counts (`cabildo`, or a peer by its package), the methods, a BLT file. Writes one line of JSON.
// With `complete` or `truncated` after that: many small elections, and in how many a peer's winners are the right ones.
import { readFileSync, writeFileSync } from 'node:fs';
import { count } from '@cabildo/count';
import { readBallots } from '../packages/cli/src/ballot-file.ts';
import { type Peer, type PlainBallot, type PlainElection, peers } from './count-peers.ts';
import { nameOf, writeBallots } from './synthetic-ballots.ts';

export interface Counted {
  /** From the file to what is counted from, in seconds. */
  readonly read: number;
  /** From there to the result, for each method. */
  readonly counts: readonly number[];
  /** Of the method that was counted last; nobody where a lot would have to be drawn. */
  readonly winners: readonly string[];
  /** How many different ballots there are. */
  readonly different: number;
  /** The most that the process ever held, in megabytes of a million bytes. */
  readonly peak: number;
}

export interface Checked {
  readonly elections: number;
  readonly right: number;
  /** Whether the peer came to an end each time. */
  readonly ended: boolean;
}

/** The thread's own processor time: what else runs on the machine is not in it. */
function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

type Timed = Omit<Counted, 'peak'>;

function countedHere(file: string, methods: readonly string[], options: Record<string, string> = {}): Timed {
  const started = now();
  const election = readBallots(file);
  const read = now() - started;
  let winners: string[] = [];
  const counts = methods.map((method) => {
    const begun = now();
    const outcome = count(election, { method, options });
    if (!outcome.ok) throw new Error(outcome.refusal.text.en);
    const { elected, lotsRequired } = outcome.result;
    winners = lotsRequired === null ? elected.map(({ name }) => name) : [];
    return now() - begun;
  });
  return { read, counts, winners, different: election.ballots.groups };
}

/** The file as plain lists, equal ballots together: the least that a user of any package has to do. */
function plainElection(file: string, singly: boolean): PlainElection {
  const lines = readFileSync(file, 'utf8').split('\n');
  const [candidates = 0, seats = 0] = (lines[0] ?? '').split(' ').map(Number);
  const names = Array.from({ length: candidates + 1 }, (_, number) => nameOf(number));
  const rankings = new Map<string, number>();
  const ballots: PlainBallot[] = [];
  const ballotOf = (line: string, weight: number): PlainBallot => {
    const numbers = line.split(' ').slice(1, -1);
    return { ranking: numbers.map((number) => names[Number(number)] as string), weight };
  };
  for (let at = 1; lines[at] !== '0'; at++) {
    const line = lines[at] as string;
    if (singly) ballots.push(ballotOf(line, 1));
    else rankings.set(line, (rankings.get(line) ?? 0) + 1);
  }
  for (const [line, weight] of rankings) ballots.push(ballotOf(line, weight));
  return { candidates: names.slice(1), seats, ballots };
}

async function countedBy(peer: Peer, file: string): Promise<Timed> {
  const started = now();
  const plain = plainElection(file, peer.singly === true);
  const run = await peer.prepare(plain);
  const read = now() - started;
  const begun = now();
  const winners = run();
  return { read, counts: [now() - begun], winners, different: plain.ballots.length };
}

const SMALL_ELECTIONS = 200;

/** Packages break ties as they please: where the rule would draw lots at once, there is nothing to be right about. */
const byLot: Readonly<Record<string, Record<string, string>>> = {
  irv: { ties: 'lot' },
  'scottish-stv': { ties: 'lot' },
};

/** Close elections without a tie. Tells where it stands before each count: one may never end. */
async function checkSmall(peer: Peer, complete: boolean, file: string): Promise<void> {
  const tell = (checked: Checked): void => writeFileSync(1, `${JSON.stringify(checked)}\n`);
  let [elections, right] = [0, 0];
  for (let seed = 1; elections < SMALL_ELECTIONS; seed++) {
    writeBallots(file, { ballots: 151, candidates: 6, seats: 3, seed, complete, even: true });
    const { winners } = countedHere(file, [peer.method], byLot[peer.method]);
    if (winners.length === 0) continue;
    elections += 1;
    tell({ elections, right, ended: false });
    const counted = await countedBy(peer, file).catch(() => ({ winners: [] }));
    if ([...counted.winners].sort().join() === [...winners].sort().join()) right += 1;
  }
  tell({ elections, right, ended: true });
}

const [who = '', methods = '', file = '', kind] = process.argv.slice(2);
const peer = peers.find((one) => one.packageName === who && one.method === methods);
if (kind !== undefined && peer !== undefined) await checkSmall(peer, kind === 'complete', file);
else {
  const timed = peer === undefined ? countedHere(file, methods.split(',')) : await countedBy(peer, file);
  const peak = (process.resourceUsage().maxRSS * 1_024) / 1e6;
  // Whoever waits for this reads it whole, even if the process is large and slow to end.
  writeFileSync(1, `${JSON.stringify({ ...timed, peak } satisfies Counted)}\n`);
}
