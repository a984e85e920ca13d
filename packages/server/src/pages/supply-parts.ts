import {
  type BodyState,
  handedOutUntil,
  type ItemSum,
  inSteps,
  plusHours,
  type StockShown,
  stockShown,
  sumOf,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { goodsSaid } from './goods-said.ts';
import { type Child, type Html, html } from './html.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

export const supplyPath = (book: Pick<BookView, 'name'>, item?: number | string): string =>
  `${bodyPath(book)}/supply${item === undefined ? '' : `/${item}`}`;

/** Is there anything to be read on the page of supply? */
export const hasSupply = ({ supply, passKeys, passagesCounted }: BodyState): boolean =>
  supply.items.size > 0 || passKeys.size > 0 || passagesCounted.size > 0;

const ACTS_SHOWN = 4;

/** The acts that prove a figure; of many the newest, and how many others there are in the book. */
export function actLinks({ words, link, ...visit }: Visit, book: BookView, acts: readonly number[]): Child {
  const all = [...new Set(acts)].sort((a, b) => b - a);
  const rest = all.length - ACTS_SHOWN;
  const links = all
    .slice(0, ACTS_SHOWN)
    .map((act, i) => html`${i === 0 ? null : ' · '}<a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`);
  return [
    links,
    rest > 0
      ? html` <a class="soft" href="${link(`${bodyPath(book)}/book`)}">${words.supply.moreActs(visit.formats(book.state).number(rest))}</a>`
      : null,
  ];
}

/** What everybody is shown of an item's amounts, and in which words; null where it is not shown. */
export interface Amounts {
  readonly shown: StockShown;
  said(quantity: number): string | null;
}

export function amountsOf({ words, ...visit }: Visit, { state }: BookView, item: number): Amounts {
  const shown = stockShown(state, item);
  const { number } = visit.formats(state);
  return {
    shown,
    said: (quantity) => goodsSaid(shown, quantity, { words, number }),
  };
}

/** Why the figures are rough or missing. */
function shownWhy({ words, ...visit }: Visit, { state }: BookView, { shown }: Amounts): Html | null {
  const { number } = visit.formats(state);
  const { coarse, late, members } = words.supply;
  if (shown.kind === 'exact') return null;
  const says =
    shown.kind === 'steps' ? coarse(number(shown.step)) : shown.kind === 'late' ? late(number(shown.hours)) : members;
  return html`<p class="soft">${says}</p>`;
}

type Part = Exclude<keyof ItemSum, 'received'>;

/** In the order in which goods go, each with its colour. */
const parts = [
  ['depots', 'here', 'inDepots'],
  ['vehicles', 'way', 'onVehicles'],
  ['sites', 'yes', 'delivered'],
  ['lost', 'no', 'lost'],
  ['passed', 'there', 'passed'],
] as const satisfies readonly (readonly [Part, string, string])[];

/** Where all of it is: a bar, and the same as a table with the acts. */
export function sumShown(visit: Visit, book: BookView, item: number): Html {
  const { words, now } = visit;
  const { supply } = book.state;
  const amounts = amountsOf(visit, book, item);
  const title = tableGet(supply.items, item)?.title ?? '';
  const why = shownWhy(visit, book, amounts);
  if (amounts.shown.kind === 'members') return html`${why}`;
  if (amounts.shown.kind === 'late') {
    const out = handedOutUntil(supply, item, plusHours(now, -amounts.shown.hours));
    return html`<p class="figures"><strong>${visit.formats(book.state).number(out)}</strong> ${words.supply.delivered}</p>${why}`;
  }
  const { shown } = amounts;
  const sum = sumOf(supply, item);
  const drawn = shown.kind === 'steps' ? coarsened(sum, shown.step) : sum;
  const said = (quantity: number): string => amounts.said(quantity) ?? '';
  const acts = actsOfSum(book.state, item);
  const rows = parts.flatMap(([part, , word]): Child[][] =>
    sum[part] === 0 && acts[part].length === 0
      ? []
      : [[words.supply[word], said(sum[part]), actLinks(visit, book, acts[part])]],
  );
  const figures = parts
    .filter(([part]) => sum[part] !== 0)
    .map(([part, , word]) => `${words.supply[word]} ${said(sum[part])}`);
  return html`${flowPicture(words.supply.picture(title, figures.join(' · ')), drawn)}${sumTable(visit, title, [
    [
      html`<strong>${words.supply.came}</strong>`,
      html`<strong>${said(sum.received)}</strong>`,
      actLinks(visit, book, acts.received),
    ],
    ...rows,
  ])}${why}`;
}

function sumTable({ words }: Visit, title: string, rows: readonly (readonly Child[])[]): Html {
  const { sumOf: caption, where, howMuch, proof } = words.supply;
  return html`<table class="sum"><caption class="soft">${caption(title)}</caption><thead><tr><th scope="col">${where}</th><th scope="col">${howMuch}</th><th scope="col">${proof}</th></tr></thead><tbody>${rows.map(
    ([name, figure, acts]) =>
      html`<tr><th scope="row">${name}</th><td data-name="${howMuch}">${figure}</td><td data-name="${proof}">${acts}</td></tr>`,
  )}</tbody></table>`;
}

/** A picture shows no more than the words. */
const coarsened = (sum: ItemSum, step: number): ItemSum => ({
  received: inSteps(sum.received, step),
  depots: inSteps(sum.depots, step),
  vehicles: inSteps(sum.vehicles, step),
  sites: inSteps(sum.sites, step),
  lost: inSteps(sum.lost, step),
  passed: inSteps(sum.passed, step),
});

/** Which acts moved the item where it is. */
function actsOfSum({ supply }: BodyState, item: number): Readonly<Record<keyof ItemSum, readonly number[]>> {
  const lots = tableGet(supply.lotsOf, item) ?? [];
  const mine = new Set(lots);
  const handed = tableEntries(supply.handOvers).filter(([, { lines }]) => lines.some((line) => line.item === item));
  const to = (sites: boolean): number[] =>
    handed.filter(([, one]) => (tableGet(supply.sites, one.to) !== undefined) === sites).map(([act]) => Number(act));
  const counts = tableEntries(supply.sites).flatMap(([, { counted }]) => tableGet(counted, item)?.act ?? []);
  const off = tableEntries(supply.writtenOff).flatMap(([key, { quantity }]) => {
    const [act = '', lot = ''] = key.split('.');
    return quantity !== 0 && mine.has(Number(lot)) ? [Number(act)] : [];
  });
  const passed = tableEntries(supply.offers).flatMap(([act, offer]) =>
    mine.has(offer.lot) && offer.state === 'passed' ? [offer.settled ?? Number(act)] : [],
  );
  return { received: lots, depots: counts, vehicles: to(false), sites: to(true), lost: off, passed };
}

const WIDE = 1000;
const HIGH = 120;

/** What came flows into what became of it, each as broad as it is much. What is below zero, because a hand-over is missing, has no breadth. */
function flowPicture(words: string, sum: ItemSum): Html | null {
  const whole = parts.reduce((all, [part]) => all + Math.max(0, sum[part]), 0);
  if (whole === 0) return null;
  const gap = 10;
  const shown = parts.filter(([part]) => sum[part] > 0);
  const room = WIDE - gap * (shown.length - 1);
  let [from, to] = [(gap * (shown.length - 1)) / 2, 0];
  const bands = shown.map(([part, tone]) => {
    const broad = Math.max(4, Math.round((sum[part] / whole) * room));
    const band = html`<path class="${tone}" d="M${from} 0C${from} ${HIGH / 2} ${to} ${HIGH / 2} ${to} ${HIGH}h${broad}C${to + broad} ${HIGH / 2} ${from + broad} ${HIGH / 2} ${from + broad} 0z"/>`;
    from += broad;
    to += broad + gap;
    return band;
  });
  return html`<svg class="flow" role="img" aria-label="${words}" viewBox="0 0 ${WIDE + 20} ${HIGH}" preserveAspectRatio="none">${bands}</svg>${legend(words)}`;
}

const legend = (words: string): Html => html`<p class="figures">${words}</p>`;
