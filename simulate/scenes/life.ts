// The life of a federation: districts are founded, and every body takes up one subject after the other.
import type { Base } from '../../packages/core/test/federation/assembly.ts';
import { attempt } from '../../packages/core/test/federation/random.ts';
import type { Chance } from '../prng.ts';
import { type Scene, type Simulation, Stopped } from '../world.ts';
import { newcomer } from './bodies.ts';
import { countsCandidates } from './candidates.ts';
import { federations } from './federations.ts';
import { type District, foundDistrict } from './founding.ts';
import { divides } from './splits.ts';
import { baseSubjects, electingSubjects, type Subject, upperSubjects } from './subjects.ts';
import { goesOn } from './successors.ts';

const basesADistrict = 5;

export function populate(sim: Simulation): void {
  const { bodies } = sim.settings;
  const districts = Math.max(1, Math.round(bodies / basesADistrict));
  const founded: District[] = [];
  for (let number = 0; number < districts; number++) {
    const size = Math.max(3, Math.floor(bodies / districts) + (number < bodies % districts ? 1 : 0));
    sim.play(district(sim, number, size, founded), sim.chance.below(24 * 60));
  }
  sim.play(federations(sim, founded, districts), 40 * 24 * 60);
}

function* district(sim: Simulation, number: number, size: number, all: District[]): Scene {
  const founded = yield* foundDistrict(sim, number, size);
  all.push(founded);
  const deck = new Deck(sim.chance, baseSubjects);
  const electing = new Deck(sim.chance, electingSubjects);
  for (const base of founded.bases) {
    const own = countsCandidates(sim, base) ? electing : deck;
    sim.play(life(sim, own, base, founded, goesOn), sim.chance.below(5 * 24 * 60));
  }
  // An assembly has more than one thing at hand.
  const above = new Deck(sim.chance, upperSubjects);
  for (const _ of [1, 2]) sim.play(life(sim, above, founded, founded), sim.chance.below(3 * 24 * 60));
  sim.play(once(sim, newcomer(sim, founded)));
  sim.play(once(sim, divides(sim, founded)));
  sim.play(strangers(sim, founded));
}

/** Subjects come up as often as they weigh, in an order of chance: none waits longer than a round. */
class Deck<B> {
  readonly #chance: Chance;
  readonly #all: readonly Subject<B>[];
  #left: Subject<B>[] = [];

  constructor(chance: Chance, subjects: Readonly<Record<string, Subject<B>>>) {
    this.#chance = chance;
    this.#all = Object.values(subjects).flatMap((subject) => Array.from({ length: subject.weight }, () => subject));
  }

  draw(): Subject<B> {
    if (this.#left.length === 0) this.#left = [...this.#all];
    const drawn = this.#left.splice(this.#chance.below(this.#left.length), 1)[0];
    if (drawn === undefined) throw new RangeError('no subjects');
    return drawn;
  }
}

type Play<B> = Subject<B>['play'];

function* life<B extends object>(sim: Simulation, deck: Deck<B>, body: B, home: District, onward?: Play<B>): Scene {
  let known = nameOf(body);
  for (;;) {
    try {
      if (nameOf(body) === known || onward === undefined) yield* deck.draw().play(sim, body, home);
      else {
        yield* onward(sim, body, home);
        known = nameOf(body);
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      sim.note(error.message);
    }
    yield 60 * (12 + sim.chance.below(5 * 24));
  }
}

const nameOf = (body: object): string => ('origin' in body ? String(body.origin) : '');

/** What takes long begins at once, beside everything else. */
function* once(sim: Simulation, scene: Scene): Scene {
  try {
    yield* scene;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    sim.note(error.message);
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
