// A committee that shares out gas: a depot, a clinic, two vehicles, each with a hand, and a neighbouring committee.
import {
  type BodyState,
  balanceAt,
  type HandOverLine,
  type HandOverSaid,
  handOverText,
  needText,
  partText,
  plusDays,
  tableEntries,
  tableGet,
} from '../../src/index.ts';
import { correctionText } from '../../src/supply/hand-over-text.ts';
import { type Base, evening, indexOf, seal, statuteWith } from './assembly.ts';
import { fakeSignature, sha256 } from './book.ts';
import { anyone, type Done, deviceKey, type Federation } from './federation.ts';
import { federationOf } from './upper.ts';

export interface Committee {
  readonly fed: Federation;
  readonly base: Base;
  readonly origin: string;
  /** The clinic’s own assembly, which signs for it. */
  readonly assembly: Base;
  /** Another committee, with a depot of its own. */
  readonly other: Base;
  readonly item: number;
  readonly depot: number;
  readonly clinic: number;
  readonly kitchen: number;
  readonly truck: number;
  readonly van: number;
  /** Place → its hand. */
  readonly hands: ReadonlyMap<number, number>;
}

/** Officers adopt plans here by the voted rule; a plan holds for a week. */
export const supplyStatute = { allocation: 'officers', allocationDays: 7, handDays: 20 } as const;

const gas = { title: 'Gas licuado', unit: 'garrafa de 10 kg', cargo: 'goods' } as const;

export const handKey = (origin: string, place: number): string => deviceKey(`hand of ${origin} ${place}`);

export function committee(): Committee {
  const { fed, bases } = federationOf({ statute: statuteWith({ supply: supplyStatute }) });
  const [base, assembly, other] = bases as [Base, Base, Base];
  return committeeAmong(fed, { base, assembly, other });
}

/** Registers of a committee at work, with an item that has that symbol. */
export function committeeAmong(
  fed: Federation,
  { base, assembly, other }: Pick<Committee, 'base' | 'assembly' | 'other'>,
  symbol = 'GLP10',
): Committee {
  const { origin } = base;
  const item = nameGas(fed, base, symbol);
  const site = (title: string, kind: 'depot' | 'clinic' | 'kitchen', more = {}) =>
    indexOf(
      fed.must(origin, base.presidium, 'RegisterSite', { title, kind, peopleServed: 100, ...more }),
      'SiteRegistered',
    );
  const depot = site('Planta', 'depot', { location: 'Senkata' });
  const clinic = site('Posta', 'clinic', { assembly: assembly.origin });
  const kitchen = site('Olla común', 'kitchen');
  const vehicle = (title: string, quantity: number) =>
    indexOf(
      fed.must(origin, base.presidium, 'RegisterVehicle', { title, carries: [{ item, quantity }], plate: '1852-KXR' }),
      'VehicleRegistered',
    );
  const truck = vehicle('Camión', 500);
  const van = vehicle('Furgoneta', 80);
  const hands = new Map(
    [depot, clinic, kitchen, truck, van].map((of) => [of, enrol(fed, base, of, handKey(origin, of))] as const),
  );
  return { fed, base, origin, assembly, other, item, depot, clinic, kitchen, truck, van, hands };
}

const nameGas = (fed: Federation, base: Base, symbol: string): number =>
  indexOf(fed.must(base.origin, base.presidium, 'NameItem', { ...gas, symbol }), 'ItemNamed');

export const enrol = (fed: Federation, base: Base, of: number, key: string, days = 20): number =>
  indexOf(
    fed.must(base.origin, base.presidium, 'EnrolHand', { of, key, until: plusDays(fed.now, days) }),
    'HandEnrolled',
  );

export const receive = ({ fed, base, item, depot }: Committee, quantity: number): number =>
  indexOf(
    fed.must(base.origin, base.secretary, 'ReceiveLot', {
      item,
      site: depot,
      quantity,
      from: 'YPFB',
      bestBefore: plusDays(fed.now, 90),
    }),
    'LotReceived',
  );

export const line = (
  { item }: Pick<Committee, 'item'>,
  lot: number,
  given: number,
  received = given,
): HandOverLine => ({
  lot,
  item,
  given,
  received,
  damaged: 0,
});

const idOf = (name: string): string => Buffer.from(sha256(name), 'base64').toString('hex').slice(0, 32);

export const said = (
  { fed }: Pick<Committee, 'fed'>,
  name: string,
  kind: HandOverSaid['kind'],
  [from, to]: readonly [number, number],
  lines: readonly HandOverLine[],
): HandOverSaid => ({ id: idOf(name), kind, from, to, lines, madeAt: fed.now });

export const signs = ({ origin, hands }: Committee, place: number, text: string) => ({
  hand: hands.get(place) ?? -1,
  signature: fakeSignature(handKey(origin, place), text),
});

/** Signed by the giver, and by the receiver unless there was one phone alone. */
export function handOver(committee: Committee, what: HandOverSaid, both = true): Done {
  const text = handOverText(committee.origin, what);
  return committee.fed.must(committee.origin, anyone, 'RecordHandOver', {
    ...what,
    giver: signs(committee, what.from, text),
    ...(both ? { receiver: signs(committee, what.to, text) } : {}),
  });
}

export function corrected(committee: Committee, index: number, number: number, lines: readonly HandOverLine[]) {
  const { id, from, to } = stands(committee, index);
  const text = correctionText(committee.origin, { id, number, lines });
  return {
    handOver: index,
    number,
    lines,
    giver: signs(committee, from, text),
    receiver: signs(committee, to, text),
  };
}

export function stands({ fed, origin }: Pick<Committee, 'fed' | 'origin'>, index: number) {
  const found = tableEntries(fed.book(origin).state.supply.handOvers).find(([key]) => key === String(index))?.[1];
  if (found === undefined) throw new Error(`no hand-over ${index}`);
  return found;
}

export type AllotmentLine = { readonly lot: number; readonly site: number; readonly quantity: number };

/** By the assembly's vote, in a sitting of its own. */
export function adoptRule({ fed, base }: Pick<Committee, 'fed' | 'base'>): number {
  const proposal = { kind: 'adopt-sharing-rule', rule: 'leximin', parameters: sha256('classes') } as const;
  const [done] = evening(fed, base, [{ matter: 'ordinary', proposal }]) as [Done];
  return indexOf(done, 'SharingRuleAdopted');
}

export const planOf = (rule: number, parts: readonly (readonly AllotmentLine[])[]) => ({
  rule,
  problem: sha256('problem'),
  plan: sha256('plan'),
  parts: parts.map((lines) => sha256(partText(lines))),
});

/** Adopted by the officers, and every part entered. */
export function adopt(
  { fed, base }: Pick<Committee, 'fed' | 'base'>,
  rule: number,
  parts: readonly (readonly AllotmentLine[])[],
  replaces?: number,
): number {
  const input = { ...planOf(rule, parts), ...(replaces === undefined ? {} : { replaces }) };
  const plan = indexOf(fed.must(base.origin, base.presidium, 'AdoptPlan', input), 'PlanAdopted');
  for (const [number, lines] of parts.entries())
    fed.must(base.origin, base.secretary, 'EnterAllocation', { plan, part: number + 1, lines });
  return plan;
}

/** Sealed by both officers. */
export function offer(
  { fed, base, depot }: Pick<Committee, 'fed' | 'base' | 'depot'>,
  lot: number,
  quantity: number,
  to: string,
  days = 2,
): number {
  const input = { lot, site: depot, quantity, to, until: plusDays(fed.now, days) };
  const index = indexOf(fed.must(base.origin, base.presidium, 'OfferLot', input), 'LotOffered');
  seal(fed, base, index);
  return index;
}

/** The other committee names the same item and has a depot. */
export function equip(
  { fed, other }: Pick<Committee, 'fed' | 'other'>,
  symbol = 'GLP10',
): { readonly item: number; readonly depot: number } {
  const item = nameGas(fed, other, symbol);
  const input = { title: 'Depósito de abajo', kind: 'depot', peopleServed: 0 } as const;
  return { item, depot: indexOf(fed.must(other.origin, other.presidium, 'RegisterSite', input), 'SiteRegistered') };
}

/** What an officer of the clinic’s assembly signs with the office’s own key. */
export function officerSigns({ fed, assembly }: Pick<Committee, 'fed' | 'assembly'>, text: string) {
  const key = fed.book(assembly.origin).state.enrolment?.keys[0]?.key ?? '';
  return { book: assembly.origin, key, signature: fakeSignature(key, text) };
}

export function declare({ fed, base, origin, clinic, item }: Committee, quantity: number) {
  const need = { site: clinic, item, quantity, until: plusDays(fed.now, 5) };
  const index = indexOf(fed.must(origin, base.presidium, 'DeclareNeed', need), 'NeedDeclared');
  return { index, text: needText(origin, need) };
}

/** Both officers count, neither seeing the other's number. */
export function count(
  { fed, base, origin, depot, item }: Committee,
  round: number,
  found: readonly [number, number],
): Done {
  const people = [base.presidium, base.secretary] as const;
  let last: Done | undefined;
  for (const [number, teller] of people.entries())
    last = fed.must(origin, teller, 'CountStock', { site: depot, item, round, found: found[number] ?? 0 });
  return last as Done;
}

/** Of one lot: what came in, and where it is. The first is the sum of the others. */
export function totalsOf(supply: BodyState['supply'], lot: number) {
  const found = tableGet(supply.lots, lot);
  if (found === undefined) throw new Error(`no lot ${lot}`);
  const { received, lost, passed } = found;
  const places = tableGet(supply.placesOf, lot) ?? [];
  return { received, atPlaces: places.reduce((sum, place) => sum + balanceAt(supply, lot, place), 0), lost, passed };
}

/** Two officers put right what one of them wrote down: the act that does. */
export function correctReport(
  { fed, base, origin }: Committee,
  handOver: number,
  lines: readonly HandOverLine[],
): number {
  const said = { handOver, number: 1, lines, words: 'Eran otras cantidades.' };
  const done = fed.must(origin, base.secretary, 'ProposeReportCorrection', said);
  const proposal = indexOf(done, 'ReportCorrectionProposed');
  return indexOf(fed.must(origin, base.presidium, 'SignReportCorrection', { handOver, proposal }), 'ReportCorrected');
}
