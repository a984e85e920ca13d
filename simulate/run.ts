// `npm run simulate -- --seed 1 --bodies 25 --days 120 [--coverage] [--shrink]`
import { parseArgs } from 'node:util';
import { coverage, simulate, told } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    bodies: { type: 'string', default: '25' },
    days: { type: 'string', default: '150' },
    coverage: { type: 'boolean', default: false },
    shrink: { type: 'boolean', default: false },
  },
});

const settings = { seed: Number(values.seed), bodies: Number(values.bodies), days: Number(values.days) };
const started = performance.now();
const { sim, violation } = simulate(settings);
const seconds = (performance.now() - started) / 1000;
const { acts } = sim.watch;
process.stdout.write(
  `seed ${settings.seed}: ${settings.bodies} bases, ${settings.days} days, ${sim.step} commands, ${acts} acts in ${seconds.toFixed(1)} s ` +
    `(${Math.round(acts / seconds)} acts/s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most)\ntroubles: ${JSON.stringify(sim.troubles)}\ntrace ${sim.traceHash()}\n`,
);
if (values.coverage) process.stdout.write(`${coverage(sim)}\n`);
if (violation !== null) {
  process.stdout.write(`${told(sim, violation)}\n`);
  if (values.shrink) process.stdout.write(`smallest that still fails:\n${shrunk()}\n`);
  process.exitCode = 1;
}

/** Fewer days, then fewer bodies, the same seed, while the same invariant fails. */
function shrunk(): string {
  let smallest = settings;
  let shown = '';
  for (const member of ['days', 'bodies'] as const)
    for (let tried = smallest[member] >> 1; tried > 2; tried >>= 1) {
      const run = simulate({ ...smallest, [member]: tried });
      if (run.violation?.invariant !== violation?.invariant || run.violation === null) break;
      smallest = { ...smallest, [member]: tried };
      shown = told(run.sim, run.violation);
    }
  return shown === '' ? 'none smaller' : shown;
}
