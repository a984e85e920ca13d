import type { Time } from '@cabildo/core';
import { type Directory, type Place, plainText } from './directory.ts';
import type { Standing } from './standings.ts';

/** How far a body’s founding is, in one word. `over`: it was not proven in time. */
export type Stage = 'proven' | 'provisional' | 'over' | 'dissolved';

/** What is said wherever a body is named. */
export interface StandingNow {
  readonly stage: Stage;
  /** Of a provisional one. */
  readonly until: Time | null;
  readonly disputes: Standing['disputes'];
}

export function standingNow({ standing }: Pick<Place, 'standing'>, at: Time): StandingNow | null {
  if (standing === null) return null;
  const { proven, dissolved, provisionalUntil, disputes } = standing;
  const isOver = provisionalUntil !== null && at >= provisionalUntil;
  const stage = dissolved !== null ? 'dissolved' : proven !== null ? 'proven' : isOver ? 'over' : 'provisional';
  return { stage, until: stage === 'provisional' ? provisionalUntil : null, disputes };
}

export interface Sought {
  /** Parts of names, or a whole origin. */
  readonly q: string;
  /** Left out. */
  readonly without: string | null;
  /** Of that kind alone. */
  readonly kind: string | null;
  /** Those alone whose book this node writes: where somebody signs in. */
  readonly here: boolean;
  /** Its name or origin: before all others, whatever is looked for. */
  readonly first: string | null;
  readonly from: number;
  readonly most: number;
}

/** Those in whose name each part stands; first those that begin with what was typed, then in the order of their titles. */
export function bodiesFound(directory: Directory, { q, without, kind, here, first, from, most }: Sought) {
  const wanted = plainText(q).trim();
  const parts = wanted.split(/\s+/).filter(Boolean);
  const all = [...directory.values()].filter(
    ({ text, kind: founded, book: { origin, name, remote } }) =>
      origin !== without &&
      (kind === null || founded === kind) &&
      !(here && remote) &&
      (origin === wanted || origin === first || name === first || parts.every((part) => text.includes(part))),
  );
  const rank = ({ text, book: { origin, name } }: Place): number =>
    origin === first || name === first ? 0 : wanted === '' || text.startsWith(wanted) ? 1 : 2;
  const found = [0, 1, 2].flatMap((wantedRank) => all.filter((place) => rank(place) === wantedRank));
  return { found: found.slice(from, from + most), all: found.length };
}
