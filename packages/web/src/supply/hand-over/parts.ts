import type { HandOverLine } from '@cabildo/core';
import type { Formats } from '../../shell/formats.ts';
import type { OnPhone } from './on-phone.ts';
import type { PhoneState } from './phone-state.ts';
import type { Registers } from './types.ts';
import type { HandOverWords } from './words-es.ts';

/** What every screen of a hand-over has. */
export interface PartProps {
  readonly phone: OnPhone;
  readonly state: PhoneState;
  readonly words: HandOverWords;
  readonly formats: Formats;
}

export interface Called {
  place(place: number): string;
  item(lot: number): string;
  unit(lot: number): string;
}

/** What acts are called on this screen. */
export function calledIn(registers: Registers | undefined): Called {
  const places = new Map([
    ...(registers?.sites ?? []).map(({ site, title }) => [site, title] as const),
    ...(registers?.vehicles ?? []).map(({ vehicle, title }) => [vehicle, title] as const),
  ]);
  const itemOf = (lot: number) => {
    const item = registers?.lots.find((one) => one.lot === lot)?.item;
    return registers?.items.find((one) => one.item === item);
  };
  return {
    place: (place) => places.get(place) ?? `n.º ${place}`,
    item: (lot) => itemOf(lot)?.title ?? `n.º ${lot}`,
    unit: (lot) => itemOf(lot)?.unit ?? '',
  };
}

export const amountsIn = (lines: readonly HandOverLine[], { words, formats }: PartProps): string => {
  const sum = (of: 'given' | 'received' | 'damaged') => formats.number(lines.reduce((all, line) => all + line[of], 0));
  return words.amounts(sum('given'), sum('received'), sum('damaged'));
};
