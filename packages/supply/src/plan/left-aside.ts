import { type ClosuresOnRoads, placeClosures } from '../roads/closures.ts';
import { ignoredLines } from '../roads/reach-document.ts';
import { byName } from '../sharing/whole-units.ts';
import type { Language } from '../text.ts';
import type { PlanProblem } from './model.ts';

/** What the problem says and the plan could do nothing with: told, as it may be a slip of somebody's pen. */
export type LeftAside = {
  /** Where each closure lies; none of those that lie nowhere near a road, or have expired, closes any. */
  readonly placed: ClosuresOnRoads;
  /** How many closures were given without any road that they could close. */
  readonly withoutRoads: number;
  readonly passages: readonly PassageAside[];
};

/** A passage, and the closure or the class of cargo in it of which nothing else in the problem speaks. */
export type PassageAside = { readonly passage: string; readonly unknown: 'closure' | 'cargo'; readonly name: string };

export function leftAside({ roads, closures, passages, items, snapKm, at }: PlanProblem): LeftAside {
  if (roads === null) return { placed: { snapped: [], ignored: [] }, withoutRoads: closures.length, passages: [] };
  const placed = placeClosures(roads, closures, { within: snapKm * 10_000, ...(at !== null && { at }) });
  const known = {
    closure: new Set(closures.map(({ id }) => id)),
    cargo: new Set(items.map(({ cargo }) => cargo)),
  };
  const asked = [
    ...passages.safeConducts.flatMap(({ id, closures: some, cargo }) => [
      ...some.map((name) => ({ passage: id, unknown: 'closure' as const, name })),
      ...cargo.map((name) => ({ passage: id, unknown: 'cargo' as const, name })),
    ]),
    ...passages.relays.map(({ id, closure }) => ({ passage: id, unknown: 'closure' as const, name: closure })),
  ];
  return {
    placed,
    withoutRoads: 0,
    passages: asked
      .filter(({ unknown, name }) => !known[unknown].has(name))
      .sort((a, b) => byName(a.passage, b.passage) || byName(a.unknown, b.unknown) || byName(a.name, b.name)),
  };
}

export const leftAsideLines = ({ placed, withoutRoads, passages }: LeftAside, language: Language): string[] => [
  ...(withoutRoads === 0 ? [] : [roadlessWords(withoutRoads, language)]),
  ...ignoredLines(placed.ignored, language),
  ...passages.map((one) => passageWords(one, language)),
];

const roadlessWords = (count: number, language: Language): string =>
  language === 'es'
    ? `El problema nombra cortes (${count}) y no caminos («roads»): no cierran nada`
    : `The problem names closures (${count}) and no roads (“roads”): they close nothing`;

function passageWords({ passage, unknown, name }: PassageAside, language: Language): string {
  if (language === 'es') {
    const what =
      unknown === 'closure' ? `el corte ${name}, que nadie informa` : `la carga ${name}, que no es de ningún bien`;
    return `El paso ${passage} nombra ${what}`;
  }
  const what = unknown === 'closure' ? `closure ${name}, which nobody reports` : `cargo ${name}, which no item is`;
  return `Passage ${passage} names ${what}`;
}
