import { placeOf } from './candidate-places.ts';
import { type Bound, Constraints } from './constraints.ts';
import type { Election } from './election.ts';
import type { Method } from './method.ts';
import { Refused } from './refused.ts';
import { constraintWords as words } from './words/constraints.ts';

type Options = Readonly<Record<string, string>>;

/** `group.NAME=ID,ID`, `min.NAME=N`, `max.NAME=N`. */
const PATTERN = /^(?<what>group|min|max)\.(?<name>.+)$/;

/** What is asked of groups, and the other options. */
export function splitOptions(options: Options): { asked: Options; others: Options } {
  const entries = Object.entries(options);
  return {
    asked: Object.fromEntries(entries.filter(([key]) => PATTERN.test(key))),
    others: Object.fromEntries(entries.filter(([key]) => !PATTERN.test(key))),
  };
}

/** The bounds that are asked for, refused where the method has no sound way to keep them. */
export function constraintsIn(asked: Options, name: string, method: Method, election: Election): Constraints {
  const entries = Object.entries(asked);
  if (entries.length > 0 && method.constrained === undefined) {
    throw new Refused('no-constraints', words.notHere(name, method.seats === 'one' ? 'one' : method.needs));
  }
  const stated = new Map<string, ReadonlySet<number>>();
  const bounds = new Map<string, { least?: number; most?: number }>();
  for (const [key, value] of entries) {
    const { what = '', name: group = '' } = PATTERN.exec(key)?.groups ?? {};
    if (what === 'group') stated.set(group, new Set(idsIn(value).map((id) => placeOf(election, id))));
    else bounds.set(group, { ...bounds.get(group), [what === 'min' ? 'least' : 'most']: numberIn(key, value) });
  }
  const idle = [...stated.keys()].find((group) => !bounds.has(group));
  if (idle !== undefined) throw new Refused('idle-group', words.idle(idle));
  let constraints = new Constraints([]);
  for (const [group, { least = 0, most = Number.MAX_SAFE_INTEGER }] of bounds) {
    if (least > most) throw new Refused('constraints-impossible', words.crossed(group, least, most));
    for (const [one, members] of membersOf(group, stated, election)) {
      constraints = constraints.and({ group: one, members, least, most });
    }
  }
  return constraints;
}

/** Nothing is counted where no result at all could keep the bounds. */
export function checkFeasible(constraints: Constraints, standing: readonly number[], seats: number): void {
  if (constraints.canFill([], standing, seats)) return;
  const alone = constraints.firstImpossible(standing, seats);
  throw new Refused(
    'constraints-impossible',
    alone === null ? words.together(seats) : impossible(alone, standing, seats),
  );
}

function impossible({ group, members, least, most }: Bound, standing: readonly number[], seats: number) {
  const there = standing.filter((at) => members.has(at)).length;
  return least > Math.min(there, seats)
    ? words.tooFew(group, least, there, seats)
    : words.tooMany(group, most, standing.length - there, seats);
}

/**
 * The groups that a name stands for: one that an option lists; `sex:woman`, those of whom the file says so; or `body`, each body
 * that the file names.
 */
function membersOf(
  name: string,
  stated: ReadonlyMap<string, ReadonlySet<number>>,
  { candidates }: Election,
): [string, ReadonlySet<number>][] {
  const listed = stated.get(name);
  if (listed !== undefined) return [[name, listed]];
  const groups = new Map<string, Set<number>>();
  candidates.forEach(({ groups: own = {} }, at) => {
    for (const [key, value] of Object.entries(own)) {
      for (const word of [`${key}:${value}`, key]) {
        if (word !== name) continue;
        const group = `${key}:${value}`;
        groups.set(group, (groups.get(group) ?? new Set()).add(at));
      }
    }
  });
  if (groups.size === 0) throw new Refused('unknown-group', words.unknown(name));
  return [...groups];
}

const idsIn = (value: string): string[] =>
  value
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');

function numberIn(key: string, value: string): number {
  if (/^\d{1,7}$/.test(value)) return Number(value);
  throw new Refused('bad-option', {
    es: `${key}=${value} no vale; puede ser: 0, 1, 2, …`,
    en: `${key}=${value} is not valid; it may be: 0, 1, 2, …`,
  });
}
