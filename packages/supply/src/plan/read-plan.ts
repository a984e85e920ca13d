import { compare, least, multiply, type Ratio, ratio, whole, zero } from '../exact/ratio.ts';
import {
  amountOf,
  bad,
  countOf,
  type Fields,
  fieldsOf,
  flagOf,
  itemsOf,
  oneOf,
  positiveOf,
  required,
  textOf,
  wholeOf,
} from '../input/fields.ts';
import { type Json, parseJson } from '../input/json.ts';
import { momentTextOf, windowIn } from '../input/moments.ts';
import { isBy } from '../moment.ts';
import { BadInput } from '../problem.ts';
import type { Closure } from '../roads/closures.ts';
import type { Roads } from '../roads/network.ts';
import { isAstray } from '../roads/reach.ts';
import { readClosures, readRoads } from '../roads/read-geojson.ts';
import { ruleNames } from '../sharing/claim.ts';
import { byName } from '../sharing/whole-units.ts';
import type { Item, Link, Need, PlanProblem, Site, Stock, Vehicle } from './model.ts';
import { readPassages } from './read-passages.ts';
import { readPrevious } from './read-previous.ts';
import { readVehicle } from './read-vehicle.ts';

export const known =
  'rule at items sites needs stocks roads closures snapKm passages vehicles kmPerHour unloadMinutes links previous'.split(
    ' ',
  );
const itemFields = ['id', 'unit', 'indivisible', 'perishable', 'cold', 'carried', 'cargo', 'standard', 'size'];
const siteFields = ['id', 'at', 'people', 'class', 'weight'];
const needFields = ['site', 'item', 'amount', 'from', 'until', 'floor', 'ceiling'];
const stockFields = ['site', 'item', 'amount', 'from', 'until'];
const DM_PER_KM = 10_000n;
const SNAP_KM = 3;
/** Of a lorry in a city with road blocks, and of two people who unload it. */
const KM_PER_HOUR = 25;
const UNLOAD_MINUTES = 15;

/** A plan's problem; `open` gives the text of a file that it names (roads, closures, the plan before). */
export function readPlanProblem(text: string, open: (name: string) => string): PlanProblem {
  const root = parseJson(text);
  const fields = fieldsOf(root, known);
  const at = optional(fields, 'at', momentTextOf) ?? null;
  const items = listOf(required(root, 'items'), itemOf);
  const sites = listOf(required(root, 'sites'), siteOf);
  for (const [name, all] of [['items', items] as const, ['sites', sites] as const]) noTwins(required(root, name), all);
  perishablesNeedAMoment(required(root, 'items'), items, at);
  const places = { items: byId(items), sites: byId(sites), at };
  const needs = listOf(required(root, 'needs'), (node) => needOf(node, places)).filter((need) => need !== null);
  const stocks = listOf(required(root, 'stocks'), (node) => stockOf(node, places)).filter((stock) => stock !== null);
  noSecondNeed(required(root, 'needs'), needs);
  const roads = optional(fields, 'roads', (node) => fromFile(node, open, readRoads)) ?? null;
  if (roads !== null) everySiteIsOn(roads, required(root, 'sites'), sites);
  return {
    rule: optional(fields, 'rule', (node) => oneOf(node, ruleNames)) ?? 'leximin',
    at,
    items,
    sites,
    needs,
    stocks,
    roads,
    links: optional(fields, 'links', (node) => listOf(node, (one) => linkOf(one, places))) ?? null,
    closures: [...(optional(fields, 'closures', (node) => fromFile(node, open, readClosures)) ?? [])].sort(
      closureOrder,
    ),
    snapKm: optional(fields, 'snapKm', wholeOf) ?? SNAP_KM,
    passages: readPassages(fields.get('passages')),
    vehicles: optional(fields, 'vehicles', (node) => vehiclesOf(node, places)) ?? [],
    kmPerHour: optional(fields, 'kmPerHour', countOf) ?? KM_PER_HOUR,
    unloadMinutes: optional(fields, 'unloadMinutes', wholeOf) ?? UNLOAD_MINUTES,
    previous: optional(fields, 'previous', (node) => fromFile(node, open, readPrevious)) ?? null,
  };
}

/** Two reports may have the same name. */
const closureOrder = (a: Closure, b: Closure): number =>
  byName(a.id, b.id) ||
  a.place[0] - b.place[0] ||
  a.place[1] - b.place[1] ||
  byName(JSON.stringify(Object.entries(a).sort()), JSON.stringify(Object.entries(b).sort()));

export type Places = {
  readonly items: ReadonlyMap<string, Item>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly at: string | null;
};

const optional = <T>(fields: Fields, name: string, read: (node: Json) => T): T | undefined => {
  const node = fields.get(name);
  return node === undefined ? undefined : read(node);
};

const listOf = <T>(node: Json, read: (node: Json) => T): T[] => itemsOf(node).map(read);
const byId = <T extends { readonly id: string }>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((one) => [one.id, one]));

export function itemOf(node: Json): Item {
  const fields = fieldsOf(node, itemFields);
  const id = textOf(required(node, 'id'));
  return {
    id,
    unit: optional(fields, 'unit', textOf) ?? '',
    indivisible: optional(fields, 'indivisible', flagOf) ?? false,
    perishable: optional(fields, 'perishable', flagOf) ?? false,
    cold: optional(fields, 'cold', flagOf) ?? false,
    carried: optional(fields, 'carried', flagOf) ?? true,
    cargo: optional(fields, 'cargo', textOf) ?? id,
    standard: optional(fields, 'standard', positiveOf) ?? null,
    size: optional(fields, 'size', positiveOf) ?? ratio(1n),
  };
}

export function siteOf(node: Json): Site {
  const fields = fieldsOf(node, siteFields);
  return {
    id: textOf(required(node, 'id')),
    at: optional(fields, 'at', positionOf) ?? null,
    people: optional(fields, 'people', wholeOf) ?? null,
    // Who is in no class comes after every class that a person would number.
    rank: optional(fields, 'class', wholeOf) ?? Number.MAX_SAFE_INTEGER,
    weight: optional(fields, 'weight', positiveOf) ?? ratio(1n),
  };
}

export function positionOf(node: Json): readonly [number, number] {
  const [lon, lat] = itemsOf(node);
  for (const [one, most] of [[lon, 180] as const, [lat, 90] as const]) {
    if (one?.kind === 'number' && Math.abs(Number(one.text)) <= most) continue;
    throw bad(one ?? node, {
      es: 'aquí va [longitud, latitud] en grados',
      en: '[longitude, latitude] in degrees belongs here',
    });
  }
  return [Number((lon as { text: string }).text), Number((lat as { text: string }).text)];
}

export function needOf(node: Json, places: Places): Need | null {
  const fields = fieldsOf(node, needFields);
  const site = namedIn(required(node, 'site'), places.sites, { es: 'lugar', en: 'site' });
  const item = namedIn(required(node, 'item'), places.items, { es: 'bien', en: 'item' });
  const entitled =
    item.standard === null || site.people === null ? null : multiply(item.standard, whole(BigInt(site.people)));
  const declared = optional(fields, 'amount', amountOf) ?? entitled;
  if (declared === null) {
    throw bad(node, {
      es: 'falta «amount», o las personas del lugar y la norma del bien',
      en: '“amount” is missing, or the site’s people and the item’s standard',
    });
  }
  const capped = entitled === null ? declared : least(declared, entitled);
  const floor = optional(fields, 'floor', amountOf) ?? zero;
  const ceiling = optional(fields, 'ceiling', amountOf) ?? capped;
  if (compare(floor, ceiling) > 0) {
    throw bad(node, { es: 'el techo es menor que el piso', en: 'the ceiling is lower than the floor' });
  }
  return isPresent(fields, places) ? { site: site.id, item: item.id, declared, capped, floor, ceiling } : null;
}

export function stockOf(node: Json, places: Places): Stock | null {
  const fields = fieldsOf(node, stockFields);
  const site = namedIn(required(node, 'site'), places.sites, { es: 'lugar', en: 'site' });
  const item = namedIn(required(node, 'item'), places.items, { es: 'bien', en: 'item' });
  const amount: Ratio = amountOf(required(node, 'amount'));
  const until = optional(fields, 'until', textOf) ?? null;
  if (item.perishable && until === null) {
    throw bad(node, {
      es: `falta «until»: «${item.id}» no se guarda, y aquí no dice hasta cuándo sirve`,
      en: `“until” is missing: “${item.id}” does not keep, and nothing says until when this is good`,
    });
  }
  return isPresent(fields, places) ? { site: site.id, item: item.id, amount, until } : null;
}

/** What has run out by the plan's moment, or begins after it, is neither needed nor there. */
function isPresent(fields: Fields, { at }: Places): boolean {
  const { from, until } = windowIn(fields);
  if (at === null) return true;
  return (from === undefined || isBy(from, at)) && (until === undefined || !isBy(until, at));
}

/** Without the plan's moment nobody could say what is still good. */
function perishablesNeedAMoment(node: Json, items: readonly Item[], at: string | null): void {
  const found = items.findIndex(({ perishable }) => perishable);
  if (found < 0 || at !== null) return;
  throw bad(itemsOf(node)[found] ?? node, {
    es: 'con bienes que no se guardan, el problema dice «at», el momento del plan',
    en: 'with items that do not keep, the problem says “at”, the moment of the plan',
  });
}

function linkOf(node: Json, { sites }: Places): Link {
  const fields = fieldsOf(node, ['from', 'to', 'km']);
  const [from, to] = ['from', 'to'].map((name) => namedIn(required(node, name), sites, { es: 'lugar', en: 'site' }));
  const km = optional(fields, 'km', amountOf) ?? zero;
  return { from: from?.id ?? '', to: to?.id ?? '', decimetres: Number((km.n * DM_PER_KM) / km.d) };
}

function namedIn<T>(node: Json, known: ReadonlyMap<string, T>, what: { es: string; en: string }): T {
  const name = textOf(node);
  const found = known.get(name);
  if (found !== undefined) return found;
  throw bad(node, { es: `no hay ningún ${what.es} «${name}»`, en: `there is no ${what.en} “${name}”` }, 'unknown-name');
}

function vehiclesOf(node: Json, { sites }: Places): Vehicle[] {
  const vehicles = listOf(node, (one) => readVehicle(one, sites));
  noTwins(node, vehicles);
  return vehicles;
}

function noTwins(node: Json, all: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const [at, { id }] of all.entries()) {
    const isFirst = !seen.has(id);
    seen.add(id);
    if (isFirst) continue;
    throw bad(itemsOf(node)[at] ?? node, { es: `«${id}» está dos veces`, en: `“${id}” stands twice` }, 'twice');
  }
}

function noSecondNeed(node: Json, needs: readonly Need[]): void {
  const seen = new Set<string>();
  for (const { site, item } of needs) {
    const key = JSON.stringify([site, item]);
    if (seen.has(key)) {
      throw bad(node, { es: `«${site}» pide «${item}» dos veces`, en: `“${site}” needs “${item}” twice` }, 'twice');
    }
    seen.add(key);
  }
}

/** A site on another continent would be served at the road point that is least far from there. */
function everySiteIsOn(roads: Roads, node: Json, sites: readonly Site[]): void {
  for (const [place, { at }] of sites.entries()) {
    const own = itemsOf(node)[place] ?? node;
    if (at === null)
      throw bad(own, { es: 'con caminos, cada lugar necesita «at»', en: 'with roads every site needs “at”' });
    if (!isAstray(roads, at)) continue;
    throw bad(required(own, 'at'), {
      es: `[${at.join(', ')}] está a más de 100 km de todo camino: suelen ser longitud y latitud al revés, u otro signo`,
      en: `[${at.join(', ')}] is more than 100 km from any road: mostly longitude and latitude the wrong way round, or another sign`,
    });
  }
}

/** What is wrong in a file that the problem names is said with that file's name. */
function fromFile<T>(node: Json, open: (name: string) => string, read: (text: string) => T): T {
  const name = textOf(node);
  try {
    return read(open(name));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const { code, place, text } = error.problem;
    throw new BadInput(code, { ...place, path: [name, place.path].filter(Boolean).join(' ') }, text);
  }
}
