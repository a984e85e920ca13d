import { createHash } from 'node:crypto';
import { partText } from '@cabildo/core';
import { attempt, plan, planDocument, problemSentence, readPlanProblem } from '@cabildo/supply';
import type { Good, SupplySample, SupplySite } from './supply-sample.ts';

export interface AllotmentLine {
  readonly lot: number;
  readonly site: number;
  readonly quantity: number;
}

/** What is in the book when the plan is made: site → its number, and of each item the lots that are at its depot. */
export interface Stock {
  readonly sites: ReadonlyMap<string, number>;
  readonly lots: Readonly<Record<Good, readonly { readonly lot: number; readonly quantity: number }[]>>;
}

export interface Planned {
  /** SHA-256, as the act has them. */
  readonly problem: string;
  readonly plan: string;
  readonly parts: readonly (readonly AllotmentLine[])[];
  readonly partHashes: readonly string[];
  /** The plan’s own reasons, site by site, as the assembly votes on them; what is sensitive belongs into no public text. */
  readonly reasons: string;
}

const goods = ['gas', 'oxygen', 'meals'] as const;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Calculated by `packages/supply` out of a problem that anyone can make again from the book. */
export function planSupply(sample: SupplySample, sites: readonly SupplySite[], stock: Stock): Planned {
  const problem = JSON.stringify(problemOf(sample, sites, stock));
  const files: Readonly<Record<string, string>> = { roads: roadsOf(sample), closures: closuresOf(sample) };
  const read = attempt(() => plan(readPlanProblem(problem, (name) => files[name] ?? '')));
  if (!read.ok) throw new Error(problemSentence(read.problem).en);
  const document = planDocument(read.value, 'es');
  const parts = goods.map((good) =>
    linesOf(
      document.allocation.filter(({ item }) => item === sample.items[good].title),
      stock.lots[good],
      stock.sites,
    ),
  );
  const sensitive = goods.map((good) => sample.items[good]).flatMap((one) => (one.sensitive ? [one.title] : []));
  return {
    problem: sha256(problem),
    plan: sha256(JSON.stringify(document)),
    parts,
    partHashes: parts.map((lines) => sha256(partText(lines))),
    reasons: document.allocation
      .filter(({ item }) => !sensitive.includes(item))
      .map(({ site, item, award, explanation }) => `${site}, ${item}: ${award}. ${explanation}`)
      .join('\n\n'),
  };
}

function problemOf(sample: SupplySample, sites: readonly SupplySite[], { lots }: Stock): object {
  const titleOf = (good: Good): string => sample.items[good].title;
  return {
    rule: 'leximin',
    items: goods.map((good) => ({ id: titleOf(good), indivisible: true, cargo: sample.items[good].cargo })),
    sites: sites.map(({ title, at, people, kind }) => ({ id: title, at, people, class: kind === 'clinic' ? 1 : 2 })),
    needs: sites.flatMap(({ title, needs }) =>
      goods.flatMap((good) =>
        needs[good] === undefined ? [] : [{ site: title, item: titleOf(good), amount: needs[good] }],
      ),
    ),
    stocks: goods.map((good) => ({
      site: sample.depots[good].title,
      item: titleOf(good),
      amount: lots[good].reduce((sum, { quantity }) => sum + quantity, 0),
    })),
    roads: 'roads',
    closures: 'closures',
    passages: { safeConducts: [], relays: [], always: ['oxygen'] },
  };
}

const roadsOf = ({ roads }: SupplySample): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: roads.map(({ name, line }) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'LineString', coordinates: line },
    })),
  });

const closuresOf = ({ closure: { road, at } }: SupplySample): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', id: road, properties: { confirmed: true }, geometry: { type: 'Point', coordinates: at } },
    ],
  });

/** The first lot goes first. */
function linesOf(
  allocation: readonly { readonly site: string; readonly award: number }[],
  lots: Stock['lots'][Good],
  sites: Stock['sites'],
): readonly AllotmentLine[] {
  const left = lots.map((one) => ({ ...one }));
  return allocation.flatMap(({ site, award }) => {
    let wanted = award;
    return left.flatMap((one) => {
      const quantity = Math.min(wanted, one.quantity);
      wanted -= quantity;
      one.quantity -= quantity;
      return quantity === 0 ? [] : [{ lot: one.lot, site: sites.get(site) ?? -1, quantity }];
    });
  });
}
