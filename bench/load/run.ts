// `npm run load`: a full hall against a node that runs as a process of its own, over real HTTP on this machine, the
// client included. It ends with 0 where every aim held.
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, release } from 'node:os';
import { parseArgs } from 'node:util';
import { percentile } from '../measure.ts';
import { type MeasuredNode, withNodeProcess } from '../node-process.ts';
import { type Aim, holds, tableOf } from './aims.ts';
import { keepAsking } from './arrivals.ts';
import { type Hall, largeHall } from './hall.ts';
import { listen } from './listening.ts';
import { plainInserts } from './plain-inserts.ts';
import { signInTogether, streamsOf } from './signing-in.ts';
import { voteTogether } from './voting.ts';

const usage = `npm run load -- [--people N] [--votes N] [--listeners N] [--seconds N] [--no-streams] [--out FILE]
  --people N      who sign in and check in at the same moment (1001)
  --votes N       votes by phone in one vote (2000)
  --seconds N     over which they arrive (10); beside it they arrive within one second
  --listeners N   open streams (5000)
  --no-streams    the phones of those who vote leave no stream open
  --out FILE      where the figures go (bench/load.json)
`;

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1001' },
    votes: { type: 'string', default: '2000' },
    seconds: { type: 'string', default: '10' },
    listeners: { type: 'string', default: '5000' },
    'no-streams': { type: 'boolean', default: false },
    out: { type: 'string', default: `${import.meta.dirname}/../load.json` },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stderr.write(usage);
  process.exit(0);
}
const settings = {
  people: Number(values.people),
  votes: Number(values.votes),
  seconds: Number(values.seconds),
  listeners: Number(values.listeners),
  streams: !values['no-streams'],
};

const say = (line: string): void => {
  process.stderr.write(`load: ${line}\n`);
};

/** What the desk of the presidium asks while everybody else is at work. */
const DESK_EVERY_MS = 250;
const DESK_AIM_MS = 1_000;

/** Besides what people wait for: what the node itself works, which is the same on a machine that is busy with other things. */
async function withDesk(hall: Hall, pid: number, what: string, work: () => Promise<Aim[]>): Promise<Aim[]> {
  const before = await processorSeconds(pid);
  const desk = keepAsking(DESK_EVERY_MS, async () => {
    for (const path of hall.deskReads) {
      const { status } = await hall.presidium.get(path);
      if (status !== 200) throw new Error(`the desk was answered with ${status}`);
    }
  });
  const aims = await work().finally(() => desk.stop());
  const waits = await desk.stop();
  const name = `the presidium’s desk meanwhile (${what}): live answer and next steps, p95 of ${waits.length}`;
  return [
    ...aims,
    { what: name, value: percentile(waits, 0.95), unit: 'ms', atMost: DESK_AIM_MS },
    { what: `processor time of the node (${what})`, value: (await processorSeconds(pid)) - before, unit: 's' },
  ];
}

/** Linux counts in hundredths of a second (`USER_HZ`). */
async function processorSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}

async function measure(node: MeasuredNode): Promise<{ aims: readonly Aim[]; durability: string }> {
  const { people, votes, seconds, listeners, streams } = settings;
  const size = Math.max(people, votes);
  say(`enrolling ${size} people`);
  const hall = await largeHall(node, size);
  say(`${people} people sign in`);
  const first = await withDesk(hall, node.pid, 'at the door', () => signInTogether(hall, hall.people.slice(0, people)));
  if (size > people) await signInTogether(hall, hall.people.slice(people));
  await hall.open();
  const voters = hall.people.slice(0, votes);
  const open = streams ? await streamsOf(hall, voters) : null;
  const aims: Aim[] = [...first];
  for (const over of new Set([seconds * 1_000, 1_000])) {
    say(`${votes} votes within ${over / 1_000} s`);
    aims.push(
      ...(await withDesk(hall, node.pid, `votes within ${over / 1_000} s`, () => voteTogether(hall, voters, over))),
    );
  }
  open?.close();
  say(`${listeners} open streams`);
  aims.push(...(await withDesk(hall, node.pid, 'everybody listening', () => listen(hall, node, listeners))));
  for (const { phone } of hall.people) phone.close();
  say('plain inserts');
  const plain = await plainInserts(node.databaseUrl, [1, 8]);
  return { aims: [...aims, ...plain.aims], durability: plain.durability };
}

const { aims, durability } = await withNodeProcess(['serve', '--name', 'el-alto.example'], measure);
const machine = {
  node: process.version,
  kernel: release(),
  cpu: cpus()[0]?.model,
  cores: availableParallelism(),
  load: loadavg()[0],
};
await writeFile(values.out, `${JSON.stringify({ machine, settings, durability, aims }, null, 2)}\n`);
process.stdout.write(
  `\n${tableOf(aims)}\n\n  database: ${durability}; ${machine.cores} cores, load ${machine.load?.toFixed(1)}, client included; ${values.out}\n`,
);
process.exitCode = aims.every(holds) ? 0 : 1;
