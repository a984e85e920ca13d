/** What everybody wants to know of an item: what came, where it is, and who goes without, by the book alone. */
import { tableEntries, tableGet, tableValues } from '../table.ts';
import { secondsBetween, type Time } from '../time.ts';
import { balanceAt } from './ledger.ts';
import { isWhole, planHolds } from './orders.ts';
import { placeKind } from './places.ts';
import type { HandOver, SupplyState } from './state.ts';

/** `received` is the sum of the others, whatever order phones have come back in (invariant 9). */
export interface ItemSum {
  readonly received: number;
  readonly depots: number;
  readonly vehicles: number;
  readonly sites: number;
  readonly lost: number;
  readonly passed: number;
}

export function sumOf(supply: SupplyState, item: number): ItemSum {
  const sum = { received: 0, depots: 0, vehicles: 0, sites: 0, lost: 0, passed: 0 };
  for (const index of tableGet(supply.lotsOf, item) ?? []) {
    const lot = tableGet(supply.lots, index);
    if (lot === undefined) continue;
    sum.received += lot.received;
    sum.lost += lot.lost;
    sum.passed += lot.passed;
    for (const place of tableGet(supply.placesOf, index) ?? []) {
      const kind = placeKind(supply, place);
      sum[kind === 'depot' ? 'depots' : kind === 'vehicle' ? 'vehicles' : 'sites'] += balanceAt(supply, index, place);
    }
  }
  return sum;
}

/** Why a site has not what it needs; the first that applies. */
export type Lacking =
  | 'no-need'
  | 'covered'
  | 'over'
  /** A trip that has not ended brings it. */
  | 'sent'
  /** A plan means it for the site, and no trip brings it yet. */
  | 'waits'
  | 'no-plan'
  | 'after-plan'
  | 'not-in-plan'
  | 'short';

export interface SiteShare {
  readonly site: number;
  /** The last need that was declared, and how much. */
  readonly need: number | null;
  readonly needed: number;
  /** Since that need was declared, less what went back; where there is none, in all. */
  readonly given: number;
  /** Of what was given to be brought there. */
  readonly missing: number;
  /** By plans that bind, not handed over yet; `sent` of it is on trips. */
  readonly meant: number;
  readonly sent: number;
  /** The last hand-over of it to the site. */
  readonly handOver: number | null;
  readonly why: Lacking;
  /** For how many days of those that the need is for the given lasts, cut off; null without a need. */
  readonly days: { readonly lasts: number; readonly of: number } | null;
}

/** Each site that needs the item, or was given any, in the order of their acts. */
export function sharesOf(supply: SupplyState, item: number, at: Time): readonly SiteShare[] {
  const brought = broughtTo(supply, item);
  const plan = bindingPlan(supply, at);
  return tableEntries(supply.sites).flatMap(([key, { closed }]) => {
    const site = Number(key);
    const need = tableGet(supply.needOf, `${site}.${item}`) ?? null;
    const handed = brought.get(site) ?? [];
    if (placeKind(supply, site) === 'depot' || (need === null && handed.length === 0)) return [];
    return closed === null || handed.length > 0 ? [shareOf(supply, { site, item, need, handed, plan, at })] : [];
  });
}

interface Handed {
  readonly act: number;
  readonly at: Time;
  readonly given: number;
  readonly missing: number;
}

function broughtTo(supply: SupplyState, item: number): ReadonlyMap<number, readonly Handed[]> {
  const all = new Map<number, Handed[]>();
  const add = (site: number, handed: Handed): void => {
    all.set(site, [...(all.get(site) ?? []), handed]);
  };
  for (const [key, handOver] of tableEntries(supply.handOvers)) {
    const { from, to, recordedAt: at } = handOver;
    const [given, missing] = amountOf(handOver, item);
    if (given === 0 && missing === 0) continue;
    add(to, { act: Number(key), at, given, missing });
    if (placeKind(supply, from) === 'site') add(from, { act: Number(key), at, given: -given, missing: 0 });
  }
  return all;
}

function amountOf({ lines }: HandOver, item: number): readonly [received: number, missing: number] {
  const mine = lines.filter((line) => line.item === item);
  const came = mine.reduce((sum, { received }) => sum + received, 0);
  return [came, mine.reduce((sum, { given }) => sum + given, 0) - came];
}

/** The newest one that is carried out. */
function bindingPlan({ plans }: SupplyState, at: Time): number | null {
  const found = tableEntries(plans).findLast(([, plan]) => planHolds(plan, at) && isWhole(plan));
  return found === undefined ? null : Number(found[0]);
}

interface Sharing {
  readonly site: number;
  readonly item: number;
  readonly need: number | null;
  readonly handed: readonly Handed[];
  readonly plan: number | null;
  readonly at: Time;
}

function shareOf(supply: SupplyState, { site, item, need: index, handed, plan, at }: Sharing): SiteShare {
  const need = index === null ? undefined : tableGet(supply.needs, index);
  const since = handed.filter((one) => need === undefined || one.at >= need.declaredAt);
  const given = since.reduce((sum, one) => sum + one.given, 0);
  const needed = need?.quantity ?? 0;
  const meant = meantFor(supply, { site, item, at });
  const sent = Math.min(meant, sentTo(supply, site, item));
  const known = { site, need: index, needed, given, meant, sent };
  return {
    ...known,
    missing: since.reduce((sum, one) => sum + one.missing, 0),
    handOver: handed.at(-1)?.act ?? null,
    why: need === undefined ? 'no-need' : lackingOf(known, { plan, isOver: need.until <= at }),
    days: need === undefined ? null : coverOf(needed, given, secondsBetween(need.declaredAt, need.until)),
  };
}

function lackingOf(
  { need, needed, given, meant, sent }: Pick<SiteShare, 'need' | 'needed' | 'given' | 'meant' | 'sent'>,
  { plan, isOver }: { readonly plan: number | null; readonly isOver: boolean },
): Lacking {
  if (given >= needed) return 'covered';
  if (isOver) return 'over';
  if (sent > 0) return 'sent';
  if (meant > 0) return 'waits';
  if (plan === null) return 'no-plan';
  if ((need ?? 0) > plan) return 'after-plan';
  return given > 0 ? 'short' : 'not-in-plan';
}

const DAY = 86_400;

/** What was given lasts as long as the need says that all of it would. */
function coverOf(needed: number, given: number, seconds: number): SiteShare['days'] {
  const of = Math.max(1, Math.round(seconds / DAY));
  const part = needed === 0 ? 1 : Math.min(1, Math.max(0, given) / needed);
  return { lasts: Math.floor(part * of), of };
}

function meantFor(supply: SupplyState, { site, item, at }: Pick<Sharing, 'site' | 'item' | 'at'>): number {
  const lots = tableGet(supply.lotsOf, item) ?? [];
  const all = lots.flatMap((lot) => tableGet(supply.allotments, lot) ?? []);
  return all.reduce((sum, { site: to, plan, left }) => {
    const adopted = tableGet(supply.plans, plan);
    return to === site && adopted !== undefined && planHolds(adopted, at) ? sum + left : sum;
  }, 0);
}

const sentTo = ({ openTrips, trips, lots }: SupplyState, site: number, item: number): number =>
  openTrips
    .flatMap((trip) => tableGet(trips, trip)?.lines ?? [])
    .filter((line) => line.site === site && tableGet(lots, line.lot)?.item === item)
    .reduce((sum, { left }) => sum + left, 0);

/** What was handed to sites until then, as it stands now: of a stock that is shown late. */
export const handedOutUntil = (supply: SupplyState, item: number, until: Time): number =>
  tableValues(supply.handOvers).reduce((sum, one) => {
    const out = one.recordedAt <= until && placeKind(supply, one.to) === 'site';
    const back = one.recordedAt <= until && placeKind(supply, one.from) === 'site';
    const [came] = amountOf(one, item);
    return sum + (out ? came : 0) - (back ? came : 0);
  }, 0);
