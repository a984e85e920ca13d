// `npm run simulate -- --seed 1 --bodies 25 --days 120 [--coverage] [--shrink]`
import { parseArgs } from 'node:util';
import { coverage, shrunk, simulate, told } from './simulate.ts';

const usage = 'npm run simulate -- [--seed S] [--bodies N] [--days D] [--coverage] [--shrink]';

function stop(what: string): never {
  process.stderr.write(`${what}\nusage: ${usage}\n`);
  process.exit(2);
}

function optionsGiven() {
  try {
    return parseArgs({
      options: {
        seed: { type: 'string', default: '1' },
        bodies: { type: 'string', default: '25' },
        days: { type: 'string', default: '150' },
        coverage: { type: 'boolean', default: false },
        shrink: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return stop((error as Error).message);
  }
}

const values = optionsGiven();
if (values.help) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}

const whole = (name: 'seed' | 'bodies' | 'days', least: number): number =>
  /^\d{1,9}$/.test(values[name]) && Number(values[name]) >= least
    ? Number(values[name])
    : stop(`--${name} ${values[name]}: a whole number from ${least} to 999999999`);

const settings = { seed: whole('seed', 0), bodies: whole('bodies', 1), days: whole('days', 1) };
const started = performance.now();
const { sim, violation } = simulate(settings);
const seconds = (performance.now() - started) / 1000;
const { acts } = sim.watch;
process.stdout.write(
  `seed ${settings.seed}: ${settings.bodies} bases, ${settings.days} days, ${sim.step} commands, ${acts} acts in ${seconds.toFixed(1)} s ` +
    `(${Math.round(acts / seconds)} acts/s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most)\ntroubles: ${JSON.stringify(sim.troubles)}\ntrace ${sim.traceHash()}\n`,
);
for (const one of sim.unfounded) process.stdout.write(`never founded: ${one}\n`);
if (values.coverage) process.stdout.write(`${coverage(sim)}\n`);
if (violation !== null) {
  process.stdout.write(`${told(sim, violation)}\n`);
  if (values.shrink) {
    const smaller = shrunk(settings, violation.invariant);
    const shown = smaller?.violation == null ? 'none smaller' : told(smaller.sim, smaller.violation);
    process.stdout.write(`smallest that still fails:\n${shown}\n`);
  }
  process.exitCode = 1;
}
