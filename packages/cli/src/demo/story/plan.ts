import type { Stage } from '../stage.ts';

/** What is peculiar to one junta of the story; the others are ordinary. */
export type Variant = 'ordinary' | 'expired' | 'surplus' | 'unsealed';

export interface Junta {
  readonly name: string;
  readonly title: string;
  readonly people: readonly string[];
  readonly atFounding: number;
  /** Hour of its founding sitting: the juntas meet one after the other on the same day. */
  readonly hour: number;
  readonly variant: Variant;
  /** The map that it votes, as GeoJSON; two have none. */
  readonly territory: string | null;
}

interface Federation {
  readonly juntas: readonly {
    readonly name: string;
    readonly title: string;
    readonly members: number;
    /** East and north, from corner to corner. */
    readonly territory?: readonly (readonly [number, number])[];
  }[];
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
}

const variants: Readonly<Record<string, Variant>> = {
  'junta-ferropetrol': 'expired',
  'junta-la-paz': 'surplus',
  'junta-rio-seco': 'unsealed',
};

export function juntasOf({ juntas, givenNames, familyNames }: Federation): readonly Junta[] {
  const pick = (names: readonly string[], number: number): string => names[number % names.length] ?? '';
  return juntas.map(({ name, title, members, territory }, place) => ({
    name,
    title,
    people: Array.from(
      { length: members - 1 },
      (_, number) =>
        `${pick(givenNames, place * 7 + number)} ${pick(familyNames, place * 5 + number * 3)} ${pick(familyNames, number * 5 + 1)}`,
    ),
    atFounding: Math.floor(members * 0.7),
    hour: 8 + place,
    variant: variants[name] ?? 'ordinary',
    territory: territory === undefined ? null : JSON.stringify({ type: 'Polygon', coordinates: [territory] }),
  }));
}

export const entitlement = 2;

/** Two delegates with alternates; one junta elects a third beyond its entitlement, one only for three weeks. */
export function delegatesOf(stage: Stage, junta: Junta, roll: readonly string[], to: string): object {
  const seats = junta.variant === 'surplus' ? 3 : entitlement;
  const days = junta.variant === 'expired' ? 21 : 300;
  return {
    kind: 'elect-delegates',
    to,
    from: stage.calendar.time(2, junta.hour),
    until: stage.calendar.time(2 + days, junta.hour),
    seats: Array.from({ length: seats }, (_, number) => ({
      seat: number + 1,
      holder: roll[4 + 2 * number],
      alternate: roll[5 + 2 * number],
    })),
  };
}
