import { tableEntries } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type Html, html } from './html.ts';
import { section } from './parts.ts';
import { actPath, type Visit } from './visit.ts';

const WIDE = 1000;
const HIGHEST = 900;
const MARGIN = 60;
/** So many places are told apart. */
const MOST = 40;

/** Places that were published, as roughly as they were; the list says the same. */
export function supplyMap({ words, link }: Visit, book: BookView): Html | null {
  const placed = tableEntries(book.state.supply.sites)
    .flatMap(([key, { title, area, near, closed }]) =>
      near === undefined || closed !== null ? [] : [{ act: Number(key), title, area, near }],
    )
    .slice(0, MOST);
  if (placed.length < 2) return null;
  // Who is within the same kilometre is one dot.
  const spots = [...Map.groupBy(placed, ({ near: { east, north } }) => `${east} ${north}`).values()];
  const at = viewOn(placed.map(({ near }) => near));
  const dots = spots.map(([first], i) => {
    const [x, y] = at(first?.near ?? { east: 0, north: 0 });
    return html`<circle cx="${x}" cy="${y}" r="22"/><text x="${x}" y="${y}">${i + 1}</text>`;
  });
  const items = spots.map((spot) => {
    const names = spot.map(
      ({ act, title }, i) => html`${i === 0 ? null : ' · '}<a href="${link(actPath(book, act))}">${title}</a>`,
    );
    const areas = [
      ...new Set(spot.flatMap(({ area, title }) => (area === undefined || title.includes(area) ? [] : [area]))),
    ];
    return html`<li>${names}${areas.length === 0 ? null : html` <span class="soft">${areas.join(' · ')}</span>`}</li>`;
  });
  return section(
    words.supply.map,
    html`<figure class="card"><svg class="map dots" role="img" aria-label="${words.supply.mapDrawing}" viewBox="0 0 ${WIDE} ${at.height}">${dots}</svg></figure><ol class="territories">${items}</ol><p class="soft">${words.supply.mapWhat}</p>`,
    'map',
  );
}

interface Near {
  readonly east: number;
  readonly north: number;
}

/** True to scale near the middle (an equirectangular projection), as the map of territories is. */
function viewOn(all: readonly Near[]) {
  const [easts, norths] = [all.map(({ east }) => east), all.map(({ north }) => north)];
  const [west, south] = [Math.min(...easts), Math.min(...norths)];
  const narrow = Math.cos((((south + Math.max(...norths)) / 200) * Math.PI) / 180);
  const width = Math.max(1, (Math.max(...easts) - west) * narrow);
  const tall = Math.max(1, Math.max(...norths) - south);
  const scale = Math.min((WIDE - 2 * MARGIN) / width, (HIGHEST - 2 * MARGIN) / tall);
  const height = Math.ceil(tall * scale + 2 * MARGIN);
  const left = (WIDE - width * scale) / 2;
  const place = ({ east, north }: Near): readonly [number, number] => [
    Math.round(left + (east - west) * narrow * scale),
    Math.round(height - MARGIN - (north - south) * scale),
  ];
  return Object.assign(place, { height });
}
