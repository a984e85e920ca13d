import type { Supply } from '../known/supply-answer.ts';

/** What can stand in a field or a cell. Lists and forms of a register, its import and its errors come from these rows alone. */
export interface Field {
  /** As the command calls it; `lon`, `lat`, `toLon`, `toLat` and `where` become one text beside the book. */
  readonly name: string;
  /** Other heads of its column, in Spanish first: the word that the first preview shows. */
  readonly also: readonly string[];
  readonly kind:
    | 'symbol'
    | 'text'
    | 'amount'
    | 'count'
    | 'choice'
    | 'flag'
    | 'from'
    | 'until'
    | 'item'
    | 'site'
    | 'depot'
    | 'degrees'
    | 'carries'
    | 'book';
  readonly choices?: readonly string[];
  readonly most?: number;
  readonly optional?: boolean;
}

export interface Register {
  readonly command: string;
  readonly fields: readonly Field[];
  /** Under which member the words beside the book go, where it has any. */
  readonly beside?: 'location' | 'place';
  /** What two rows may not have in common, and whether the registers have it already. */
  readonly unique?: string;
  readonly has?: (supply: Supply, unique: string) => boolean;
}

/** The classes of cargo of the catalogue (`measure/essential.ts` of the core), and all other goods. */
const cargoes = [
  'goods',
  'oxygen',
  'medicine',
  'blood',
  'dialysis',
  'hospital-food',
  'hospital-fuel',
  'infant-food',
  'common-pots',
  'water',
  'patients',
  'ambulances',
  'health-staff',
  'fire',
  'rescue',
  'funerals',
] as const;

const siteKinds = [
  'depot',
  'plant',
  'clinic',
  'kitchen',
  'school',
  'hall',
  'shelter',
  'neighbourhood',
  'other',
] as const;

const field = (words: string, kind: Field['kind'], more: Partial<Field> = {}): Field => {
  const [name = '', ...also] = words.split(' ');
  return { name, also, kind, ...more };
};
const maybe = { optional: true } as const;
const position = [field('lon longitud longitude', 'degrees', maybe), field('lat latitud latitude', 'degrees', maybe)];
/** The other end of a piece of road. */
const farEnd = [
  field('toLon hastalongitud tolongitude', 'degrees', maybe),
  field('toLat hastalatitud tolatitude', 'degrees', maybe),
];
const where = field('where donde direccion location place', 'text', { ...maybe, most: 160 });
const title = field('title nombre lugar name', 'text', { most: 80 });
const item = field('item bien', 'item');

export const registers = {
  items: {
    command: 'NameItem',
    fields: [
      field('symbol simbolo sigla', 'symbol'),
      field('title nombre name', 'text', { most: 80 }),
      field('unit unidad', 'text', { most: 40 }),
      field('cargo carga', 'choice', { choices: cargoes }),
      field('step pasos delicado sensitive', 'amount', maybe),
    ],
    unique: 'symbol',
    has: ({ items }, symbol) => items.some((one) => one.symbol === symbol),
  },
  sites: {
    command: 'RegisterSite',
    fields: [
      title,
      field('kind clase tipo', 'choice', { choices: siteKinds }),
      field('peopleServed personas people', 'count'),
      field('assembly asamblea libro', 'book', maybe),
      ...position,
      where,
      field('area zona', 'text', { ...maybe, most: 80 }),
      field('publish publicar', 'flag', maybe),
    ],
    beside: 'location',
    unique: 'title',
    has: ({ sites }, name) => sites.some((one) => one.title === name && one.closed === null),
  },
  vehicles: {
    command: 'RegisterVehicle',
    fields: [
      field('title nombre vehiculo name', 'text', { most: 80 }),
      field('carries carga lleva', 'carries', maybe),
      field('plate placa', 'text', { ...maybe, most: 40 }),
    ],
    unique: 'title',
    has: ({ vehicles }, name) => vehicles.some((one) => one.title === name && one.withdrawn === null),
  },
  needs: {
    command: 'DeclareNeed',
    fields: [
      field('site lugar', 'site'),
      item,
      field('quantity cantidad amount', 'amount'),
      field('until hasta', 'until'),
    ],
  },
  lots: {
    command: 'ReceiveLot',
    fields: [
      field('site lugar deposito depot', 'depot'),
      item,
      field('quantity cantidad amount', 'amount'),
      field('from de origen', 'text', { most: 120 }),
      field('bestBefore vence until', 'until', maybe),
    ],
  },
  closures: {
    command: 'ReportRoadClosure',
    fields: [
      field('title nombre corte name id', 'text', { most: 80 }),
      field('confirmed confirmado', 'flag', maybe),
      field('from desde since reported', 'from'),
      field('until hasta', 'until', maybe),
      ...position,
      ...farEnd,
      where,
    ],
    beside: 'place',
    unique: 'title',
    has: ({ announcements }, name) =>
      announcements.some((one) => one.kind === 'closure' && one.title === name && one.withdrawn === null),
  },
  contingents: {
    command: 'AnnounceContingent',
    fields: [
      field('people personas', 'amount'),
      field('from desde', 'from'),
      field('until hasta', 'until'),
      field('about quienes', 'text', { ...maybe, most: 200 }),
    ],
  },
  places: {
    command: 'OfferPlaces',
    fields: [
      field('site lugar', 'site'),
      field('what que', 'choice', { choices: ['beds', 'meals'] }),
      field('count cantidad', 'amount'),
      field('from desde', 'from'),
      field('until hasta', 'until'),
    ],
  },
} as const satisfies Readonly<Record<string, Register>>;

export type RegisterName = keyof typeof registers;

export const registerNames = Object.keys(registers) as readonly RegisterName[];
