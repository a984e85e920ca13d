import { readFile } from 'node:fs/promises';

export type Good = 'gas' | 'oxygen' | 'meals';

interface Placed {
  readonly east: number;
  readonly north: number;
  readonly area: string;
}

/** `samples/distrito-6/abastecimiento.json`: degrees of WGS 84, amounts in units of the item. */
export interface SupplySample {
  readonly committee: { readonly name: string; readonly title: string };
  readonly parents: readonly string[];
  readonly items: Readonly<
    Record<
      Good,
      {
        readonly title: string;
        readonly unit: string;
        readonly cargo: string;
        readonly sensitive?: { readonly step: number };
      }
    >
  >;
  readonly depots: Readonly<Record<Good, Placed & { readonly title: string; readonly kind: 'plant' | 'depot' }>>;
  readonly kitchens: readonly (Placed & { readonly title: string; readonly meals: number })[];
  readonly contingent: number;
  /** One cylinder for so many people. */
  readonly gasForPeople: number;
  readonly gasForClinic: number;
  readonly oxygenForClinic: number;
  readonly received: Readonly<Record<Good, readonly number[]>>;
  readonly districts: readonly (Omit<Placed, 'area'> & { readonly district: number; readonly people: number })[];
  readonly roads: readonly { readonly name: string; readonly line: readonly (readonly [number, number])[] }[];
  /** Everybody may read which road is closed; where on it is for members (DESIGN section 7). */
  readonly closure: { readonly road: string; readonly corner: string; readonly at: readonly [number, number] };
}

const file = new URL('../../../../../samples/distrito-6/abastecimiento.json', import.meta.url);

export const readSupplySample = async (): Promise<SupplySample> =>
  JSON.parse(await readFile(file, 'utf8')) as SupplySample;

/** A place that takes part, before it has a number in the book. */
export interface SupplySite {
  readonly title: string;
  readonly kind: 'plant' | 'depot' | 'neighbourhood' | 'clinic' | 'kitchen';
  readonly people: number;
  readonly at: readonly [number, number];
  readonly area: string;
  /** What it needs; a depot needs nothing. */
  readonly needs: Readonly<Partial<Record<Good, number>>>;
}

/** Depots, the fourteen districts with a clinic each, and the kitchens. */
export function supplySites(sample: SupplySample): readonly SupplySite[] {
  const depots = Object.values(sample.depots).map(
    ({ title, kind, east, north, area }): SupplySite => ({
      title,
      kind,
      people: 0,
      at: [east, north],
      area,
      needs: {},
    }),
  );
  const districts = sample.districts.flatMap(({ district, people, east, north }): SupplySite[] => {
    const [area, at] = [`Distrito ${district}`, [east, north] as const];
    const gas = Math.ceil(people / sample.gasForPeople);
    const clinic = { gas: sample.gasForClinic, oxygen: sample.oxygenForClinic };
    return [
      { title: area, kind: 'neighbourhood', people, at, area, needs: { gas } },
      { title: `Posta ${area}`, kind: 'clinic', people, at, area, needs: clinic },
    ];
  });
  const kitchens = sample.kitchens.map(
    ({ title, meals, east, north, area }): SupplySite => ({
      ...{ title, kind: 'kitchen', people: meals, at: [east, north], area },
      needs: { meals },
    }),
  );
  return [...depots, ...districts, ...kitchens];
}
