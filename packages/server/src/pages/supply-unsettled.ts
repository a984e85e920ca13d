import { balanceAt, notShownYet, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type Html, html } from './html.ts';
import { type Alone, cut } from './listing.ts';
import { badge, section } from './parts.ts';
import { type Amounts, actLinks, amountsOf, supplyPath } from './supply-parts.ts';
import type { Visit } from './visit.ts';

const SHOWN = 20;

/** Hand-overs that wait for a signature or have two texts, and places that show less than nothing; of one item, or of all. */
export function unsettledOf(
  visit: Visit,
  book: BookView,
  item: number | null,
  alone: Alone | null = null,
): Html | null {
  const { words } = visit;
  const { supply } = book.state;
  const items = item === null ? tableEntries(supply.items).map(([key]) => Number(key)) : [item];
  const rows = items.flatMap((one) => {
    const amounts = amountsOf(visit, book, one);
    if (amounts.said(0) === null) return [];
    return [...handOversOf(visit, book, one, amounts), ...belowZero(visit, book, one, amounts)];
  });
  const path = item === null ? supplyPath(book) : supplyPath(book, item);
  const { shown, rest } = cut(visit, { path, list: 'unsettled', all: rows, size: SHOWN, alone });
  if (shown.length === 0) return null;
  return section(
    words.supply.unsettled,
    html`<p class="soft">${words.supply.unsettledWhat}</p><ul class="list">${shown.map((row) => html`<li>${row}</li>`)}</ul>${rest}`,
    'unsettled',
  );
}

export const placeTitle = ({ words }: Visit, { state: { supply } }: BookView, place: number): string =>
  tableGet(supply.sites, place)?.title ?? tableGet(supply.vehicles, place)?.title ?? words.body.act(place);

function handOversOf(visit: Visit, book: BookView, item: number, { said }: Amounts): readonly Html[] {
  const { words } = visit;
  const symbol = tableGet(book.state.supply.items, item)?.symbol ?? '';
  return tableEntries(book.state.supply.handOvers)
    .toReversed()
    .flatMap(([act, { from, to, lines, provisional, disputes, corrections, proposed }]) => {
      const disputed = disputes.length > 0 && corrections.length === 0;
      const mine = lines.filter((line) => line.item === item);
      if ((!provisional && !disputed) || mine.length === 0) return [];
      const came = mine.reduce((sum, { received }) => sum + received, 0);
      const title = words.supply.handOver(
        placeTitle(visit, book, from),
        placeTitle(visit, book, to),
        `${said(came)} ${symbol}`,
      );
      const mark = disputed ? badge('red', words.supply.disputed, 'alert') : badge('ochre', words.supply.provisional);
      return [
        html`<div class="split"><span>${title}</span>${mark}</div><p class="figures">${actLinks(visit, book, [
          Number(act),
          ...disputes,
          ...corrections,
          ...(proposed === undefined || proposed.number <= corrections.length ? [] : [proposed.act]),
        ])}</p>`,
      ];
    });
}

function belowZero(visit: Visit, book: BookView, item: number, { said }: Amounts): readonly Html[] {
  const { words } = visit;
  const { supply } = book.state;
  return (tableGet(supply.lotsOf, item) ?? []).flatMap((lot) =>
    notShownYet(supply, lot).map((place) => {
      const says = words.supply.belowZeroAt(placeTitle(visit, book, place), said(-balanceAt(supply, lot, place)) ?? '');
      return html`<div class="split"><span>${says}</span>${badge('ochre', words.supply.belowZero)}</div><p class="figures">${actLinks(visit, book, [lot])}</p>`;
    }),
  );
}
