// The life of a federation: districts are founded, and every body takes up one subject after the other.
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { attempt } from '../../packages/core/test/federation/random.ts';
import { type Scene, type Simulation, Stopped } from '../world.ts';
import { type District, foundDistrict } from './founding.ts';
import { baseSubjects, type Subject, upperSubjects } from './subjects.ts';

const basesADistrict = 5;

export function populate(sim: Simulation): void {
  const { bodies } = sim.settings;
  const districts = Math.max(1, Math.round(bodies / basesADistrict));
  for (let number = 0; number < districts; number++) {
    const size = Math.max(3, Math.floor(bodies / districts) + (number < bodies % districts ? 1 : 0));
    sim.play(district(sim, number, size), sim.chance.below(24 * 60));
  }
}

function* district(sim: Simulation, number: number, size: number): Scene {
  const founded = yield* foundDistrict(sim, number, size);
  for (const base of founded.bases) sim.play(life(sim, baseSubjects, base, founded), sim.chance.below(5 * 24 * 60));
  sim.play(life(sim, upperSubjects, founded, founded));
  sim.play(strangers(sim, founded));
}

function* life<B>(sim: Simulation, subjects: Readonly<Record<string, Subject<B>>>, body: B, home: District): Scene {
  const all = Object.values(subjects).flatMap((subject) => Array.from({ length: subject.weight }, () => subject));
  for (;;) {
    try {
      yield* sim.chance.pick(all).play(sim, body, home);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      sim.note(error.message);
    }
    yield 60 * (12 + sim.chance.below(9 * 24));
  }
}

/** People who try anything. */
function* strangers(sim: Simulation, { upper, bases }: District): Scene {
  for (;;) {
    yield 60 + sim.chance.below(24 * 60);
    const { now } = sim;
    const number = () => sim.chance.below(1000);
    try {
      // A multiple of three is a command drawn from the air; anything else would move the clock.
      attempt({ fed: sim, upper, bases: bases as readonly Base[] }, [
        number(),
        number(),
        3 * number(),
        number(),
        number(),
        number(),
      ]);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    } finally {
      sim.now = now;
    }
  }
}
