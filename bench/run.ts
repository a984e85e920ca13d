// `npm run bench`: the figures that the project states about itself. Ratios against something bare in the same run say
// more than absolute numbers, which are this machine's.
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, release } from 'node:os';
import { parseArgs } from 'node:util';
import type { Figure, Section } from './measure.ts';

/** Loaded only when it is its turn: one loads a server, another a browser, and nobody who asks for a third waits for them. */
const sections: Readonly<Record<string, () => Promise<Section>>> = {
  appends: async () => (await import('./appends.ts')).measureAppends,
  audit: async () => (await import('./audit.ts')).measureAudit,
  ballot: async () => (await import('./ballot.ts')).measureBallot,
  'ballot-browser': async () => (await import('./ballot-browser.ts')).measureBallotBrowser,
  consultation: async () => (await import('./consultation.ts')).measureConsultation,
  count: async () => (await import('./count.ts')).measureCount,
  credential: async () => (await import('./credential.ts')).measureCredential,
  'first-visit': async () => (await import('./first-visit.ts')).measureFirstVisit,
  growth: async () => (await import('./growth.ts')).measureGrowth,
  'hand-overs': async () => (await import('./hand-overs.ts')).measureHandOvers,
  memory: async () => (await import('./memory.ts')).measureMemory,
  pages: async () => (await import('./pages.ts')).measurePages,
  roads: async () => (await import('./roads.ts')).measureRoads,
  routes: async () => (await import('./routes.ts')).measureRoutes,
  share: async () => (await import('./share.ts')).measureShare,
};

const usage = `npm run bench -- [SECTION …] [--appends N] [--acts N] [--rounds N] [--wait SECONDS]
Sections: ${Object.keys(sections).join(', ')}; all unless named.
  --appends N      acts appended in each throughput measurement (4000)
  --acts N         acts of the book that is audited (100000)
  --bases N        bases that a consultation asks, bodies among which one is found (10000)
  --ballots N      ballots of the elections that are counted (1000000), and ten times as many where growth is shown
  --voters N       voters of the secret election that is verified (2000), and a tenth of them where growth is shown
  --rounds N       of which the median is taken (3)
  --wait SECONDS   from the end of the story to the look at memory (60)
  --out FILE       where the results go (bench/results.json)
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    appends: { type: 'string', default: '4000' },
    acts: { type: 'string', default: '100000' },
    bases: { type: 'string', default: '10000' },
    ballots: { type: 'string', default: '1000000' },
    voters: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    wait: { type: 'string', default: '60' },
    out: { type: 'string', default: `${import.meta.dirname}/results.json` },
    help: { type: 'boolean', default: false },
  },
});

const unknown = positionals.filter((name) => !Object.hasOwn(sections, name));
if (values.help || unknown.length > 0) {
  process.stderr.write(unknown.length > 0 ? `No such section: ${unknown.join(', ')}\n${usage}` : usage);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const settings = {
  appends: Number(values.appends),
  acts: Number(values.acts),
  bases: Number(values.bases),
  ballots: Number(values.ballots),
  voters: Number(values.voters),
  rounds: Number(values.rounds),
  wait: Number(values.wait),
};
const results: Record<string, readonly Figure[]> = {};
for (const [name, load] of Object.entries(sections)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  process.stderr.write(`${name}\n`);
  const measure = await load();
  results[name] = await measure(settings, (line) => process.stderr.write(`${name}: ${line}\n`));
  process.stdout.write(`\n${name}\n${table(results[name])}\n`);
}
const machine = { node: process.version, kernel: release(), cpu: cpus()[0]?.model, cores: availableParallelism() };
await writeFile(values.out, `${JSON.stringify({ machine, settings, results }, null, 2)}\n`);
process.stdout.write(`\n${values.out}\n`);

function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  return figures
    .map(({ what, value, unit, ratio, of }) => {
      const shown = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
      const compared = ratio === undefined ? '' : `   ${ratio.toFixed(2)} × ${of ?? ''}`;
      return `  ${what.padEnd(width)}  ${shown.padStart(9)} ${unit}${compared}`;
    })
    .join('\n');
}
