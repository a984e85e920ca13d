// How a scenario is told: every step is a sentence, and the commands and checks that it stands for.
import assert from 'node:assert/strict';
import { type ActName, actEntry, type Refusal, sentence } from '../../src/index.ts';
import type { Done } from '../federation/federation.ts';

type Step = <T>(said: string, happens: () => T) => T;

export interface Scenario {
  readonly title: string;
  /** What went wrong where there was no such software, in two lines. */
  readonly wentWrong: string;
  /** The article and the invariant that stop it. */
  readonly stoppedBy: string;
  readonly play: (given: Step, when: Step, then: Step) => void;
}

/** How a scenario ends: what the software said, or the act that put it on record. */
class Ending {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }
}

/** The refusal, as the hall reads it in El Alto; docs/scenarios.md has it word for word. */
export const says = (refusal: Refusal): Ending =>
  new Ending(languages.map((language) => `${language}: ${sentence(refusal, language, -240)}`));

const languages = ['es', 'en'] as const;

/** The act that stands in the book from now on. */
export function records(done: Done, name: ActName): Ending {
  assert.ok(
    done.acts.some(({ act }) => act === name),
    `no ${name} among ${done.acts.map(({ act }) => act).join(', ')}`,
  );
  return new Ending([`\`${name}\`: ${actEntry(name)?.effect}`]);
}

export interface Line {
  readonly word: 'Given' | 'When' | 'Then';
  readonly said: string;
  readonly ending: readonly string[];
}

/** Plays a scenario; what was told, step by step. */
export function tell({ play }: Scenario): readonly Line[] {
  const lines: Line[] = [];
  const step =
    (word: Line['word']): Step =>
    (said, happens) => {
      const result = happens();
      lines.push({ word, said, ending: result instanceof Ending ? result.lines : [] });
      return result;
    };
  play(step('Given'), step('When'), step('Then'));
  return lines;
}
