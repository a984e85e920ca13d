/** What a rule is bounded by besides: what a person is entitled to, and how much of what it asks a kind of site gets at least and at most. */
export interface Limits {
  /** By symbol of the item, units for each person. */
  readonly standard: Readonly<Record<string, number>>;
  /** By kind of site, in hundredths of what it asks. */
  readonly floor: Readonly<Record<string, number>>;
  readonly ceiling: Readonly<Record<string, number>>;
}

export const noLimits: Limits = { standard: {}, floor: {}, ceiling: {} };

/** As people write it, with a point or a comma; null of what is no amount above nothing. */
export function standardIn(text: string): number | null {
  const found = /^\d{1,6}(?:[.,]\d{1,6})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : 0;
  return found > 0 ? found : null;
}

interface Asked {
  readonly item: string;
  readonly kind: string;
  readonly people: number;
  readonly amount: number;
}

/** The bounds of one need, in whole units: a floor that nobody's standard allows is cut to it. */
export function boundsOf({ standard, floor, ceiling }: Limits, { item, kind, people, amount }: Asked) {
  const norm = standard[item];
  const counted = norm === undefined || people === 0 ? amount : Math.min(amount, Math.floor(norm * people));
  const [least, most] = [floor[kind], ceiling[kind]];
  const top = most === undefined ? counted : Math.min(counted, Math.ceil((amount * most) / 100));
  const bottom = least === undefined ? 0 : Math.min(top, Math.floor((amount * least) / 100));
  return {
    ...(bottom === 0 ? {} : { floor: bottom }),
    ...(most === undefined ? {} : { ceiling: top }),
  };
}

const sorted = (of: Readonly<Record<string, number>>): object =>
  Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What of them an assembly adopts with its rule: nothing where there are none, so that classes alone are the file that they were. */
export const limitsText = ({ standard, floor, ceiling }: Limits): object =>
  Object.fromEntries(
    Object.entries({ standard, floor, ceiling })
      .filter(([, of]) => Object.keys(of).length > 0)
      .map(([name, of]) => [name, sorted(of)]),
  );
