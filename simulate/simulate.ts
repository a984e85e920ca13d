import { allActs, allCommands, refusalCodes } from '@cabildo/core';
import { Violation } from './checks/violation.ts';
import { disksLost, rolledBack, witnessed } from './disasters.ts';
import { populate } from './scenes/life.ts';
import { type Settings, Simulation } from './world.ts';

export interface Run {
  readonly sim: Simulation;
  readonly violation: Violation | null;
}

/** One run from its seed. */
export function simulate(settings: Settings): Run {
  const sim = new Simulation(settings);
  populate(sim);
  try {
    sim.run([disksLost(sim), rolledBack(sim), witnessed(sim)]);
    return { sim, violation: null };
  } catch (error) {
    if (error instanceof Violation) return { sim, violation: error };
    throw error;
  }
}

/** Fewer days, then fewer bodies, the same seed, while the same invariant fails; null if nothing smaller does. */
export function shrunk(settings: Settings, invariant: string): Run | null {
  let smallest = settings;
  let found: Run | null = null;
  for (const member of ['days', 'bodies'] as const)
    for (let tried = smallest[member] >> 1; tried > 2; tried >>= 1) {
      const run = simulate({ ...smallest, [member]: tried });
      if (run.violation?.invariant !== invariant) break;
      smallest = { ...smallest, [member]: tried };
      found = run;
    }
  return found;
}

const commandLine = ({ seed, bodies, days }: Settings): string =>
  `npm run simulate -- --seed ${seed} --bodies ${bodies} --days ${days}`;

/** What a reader needs to see it again. */
export function told(sim: Simulation, violation: Violation): string {
  const acts = violation.acts.map(({ index, act, at, data }) => `  act ${index} ${act} ${at} ${JSON.stringify(data)}`);
  const { seed } = sim.settings;
  return [`seed ${seed}, step ${sim.step}, ${sim.now}`, violation.message, ...acts, commandLine(sim.settings)].join(
    '\n',
  );
}

export function coverage({ reached }: Simulation): string {
  const never = allCommands.filter(({ name }) => !reached.accepted.has(name)).map(({ name }) => name);
  const written = allActs.filter(({ status }) => status === 'implemented');
  const unwritten = written.filter(({ name }) => !reached.acts.has(name)).map(({ name }) => name);
  const unseen = refusalCodes.filter((code) => !reached.refused.has(code));
  const list = (seen: ReadonlyMap<string, number>) =>
    [...seen]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, times]) => `${name} ${times}`)
      .join(', ');
  return [
    `accepted: ${list(reached.accepted)}`,
    `never accepted (${never.length} of ${allCommands.length} commands): ${never.join(', ')}`,
    `acts: ${list(reached.acts)}`,
    `never written (${unwritten.length} of ${written.length} acts): ${unwritten.join(', ')}`,
    `refused: ${list(reached.refused)}`,
    `never refused with (${unseen.length} of ${refusalCodes.length} codes): ${unseen.join(', ')}`,
  ].join('\n');
}
