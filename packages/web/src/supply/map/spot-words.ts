import type { Formats } from '../../shell/formats.ts';
import type { Spot } from './frame.ts';
import type { MapWords } from './words-es.ts';

/** What is worth knowing of a closure: whether it is confirmed, and how old it is. */
export function stateOf(
  { from, confirmed }: NonNullable<Spot['closed']>,
  words: MapWords,
  formats: Formats,
  at: string,
): string {
  const since = Date.parse(at) - Date.parse(from);
  const age = since < 0 ? words.from(formats.day(from)) : formats.ago(since);
  return `${confirmed ? words.confirmed : words.unconfirmed}, ${age}`;
}

/** As it stands beside its sign on a map. */
export const labelOf = (spot: Spot, words: MapWords, formats: Formats, at: string): string =>
  spot.closed === null ? spot.title : `${spot.title}\n${stateOf(spot.closed, words, formats, at)}`;
