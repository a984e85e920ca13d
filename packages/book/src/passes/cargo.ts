/** What a safe-conduct may be for, each with the two letters that stand for it in a pass (docs/passes.md). */
const codes = {
  patients: 'PA',
  ambulances: 'AM',
  oxygen: 'OX',
  medicine: 'ME',
  blood: 'BL',
  dialysis: 'DI',
  'health-staff': 'HS',
  'hospital-food': 'HF',
  'hospital-fuel': 'HU',
  'infant-food': 'IF',
  'common-pots': 'CP',
  water: 'WA',
  fire: 'FI',
  rescue: 'RE',
  funerals: 'FU',
  goods: 'GO',
} as const;

export type Cargo = keyof typeof codes;

export const cargoes = Object.keys(codes) as readonly Cargo[];

export const isCargo = (name: string): name is Cargo => Object.hasOwn(codes, name);

export const cargoCode = (cargo: Cargo): string => codes[cargo];

export const cargoOf = (code: string): Cargo | undefined => cargoes.find((cargo) => codes[cargo] === code);

/** Passes a closure with or without a document, whatever the document says (DESIGN 7, Life passes). */
const life: ReadonlySet<Cargo> = new Set(['patients', 'ambulances', 'oxygen', 'medicine']);

export const isLife = (cargo: Cargo): boolean => life.has(cargo);
