import type { Task } from '../method.ts';
import { byVotes } from '../tally.ts';

/** Who is elected already, who stands, for how many seats. */
export type Hall = {
  readonly elected: readonly number[];
  readonly standing: readonly number[];
  readonly seats: number;
};

/** What picking by votes has to know. */
type Picking = Pick<Task, 'constraints' | 'record' | 'seats' | 'filling'>;

/** The places with the most, for the seats there are; where the last seats fall on equals, a lot decides among them. */
export function pickMost(places: readonly number[], values: readonly bigint[], task: Picking): number[] {
  const levels = levelsOf(byVotes(places, values), (a, b) => values[a] === values[b]);
  const { filling, seats } = task;
  if (filling === undefined) return electDown(levels, { elected: [], standing: levels.flat(), seats }, task);
  const open = levels.map((level) => level.filter((at) => !filling.absent.has(at) && !filling.sitting.includes(at)));
  const taken = { elected: filling.sitting, standing: open.flat(), seats: filling.sitting.length + 1 };
  return electDown(open, taken, task);
}

/** Those in order, with all who have the same value together. */
export function levelsOf(order: readonly number[], isSame: (a: number, b: number) => boolean): number[][] {
  const levels: number[][] = [];
  order.forEach((at, place) => {
    const before = order[place - 1];
    if (before !== undefined && isSame(before, at)) levels.at(-1)?.push(at);
    else levels.push([at]);
  });
  return levels;
}

/**
 * From the top down, whoever can be elected within the constraints: whoever cannot once those above are elected is passed over
 * for good. `earlier` narrows a tie before a lot is drawn.
 */
export function electDown(
  levels: readonly (readonly number[])[],
  { elected, standing, seats }: Hall,
  { constraints, record }: Pick<Task, 'constraints' | 'record'>,
  earlier: (tied: readonly number[]) => readonly number[] = (tied) => tied,
): number[] {
  const chosen: number[] = [];
  const free = { elected: [], standing: [], seats };
  for (const level of levels) {
    let open = [...level];
    for (;;) {
      const left = seats - elected.length - chosen.length;
      if (left <= 0) return chosen;
      const hall = constraints.none ? free : hallWith({ elected, standing, seats }, chosen);
      const { doomed } = constraints.standing(hall.elected, hall.standing, seats);
      open = open.filter((at) => !doomed.has(at));
      if (open.length === 0) break;
      const number = Math.min(open.length, left);
      if (number === open.length && constraints.allow(open, number, hall)) {
        chosen.push(...open);
        break;
      }
      const tied = earlier(open);
      const together = tied.length === open.length && constraints.allow(open, number, hall);
      const drawn = record.draw('elect', tied, together ? number : 1);
      chosen.push(...drawn);
      open = open.filter((at) => !drawn.includes(at));
    }
  }
  return chosen;
}

const hallWith = ({ elected, standing, seats }: Hall, chosen: readonly number[]): Hall => ({
  elected: [...elected, ...chosen],
  standing: standing.filter((at) => !chosen.includes(at)),
  seats,
});
