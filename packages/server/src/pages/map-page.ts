import type { Directory, Place } from '../app/directory.ts';
import type { Outline } from '../app/territory/outline.ts';
import { pagerOf, placeNamed, topOf } from './home-bodies.ts';
import { type Child, type Html, html } from './html.ts';
import { formatsFor } from './language.ts';
import type { Page } from './layout.ts';
import { type Drawn, drawing } from './map-drawing.ts';
import { section } from './parts.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

/** So many territories are told apart on one page. */
const A_MAP = 200;
/** And so many when each has its number on it. */
const NUMBERED = 60;
/** Territories that together stand for a body that has drawn none itself. */
const PARTS = 24;
const TIERS = 4;

export const mapPath = (name: string | null, from = 0): string => {
  const asked = [...(name === null ? [] : [`in=${encodeURIComponent(name)}`]), ...(from === 0 ? [] : [`from=${from}`])];
  return `/map${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
};

/** The territories of the bodies below one body, or of the whole federation's first tier. */
export async function mapPage(
  visit: Visit,
  { within, from }: { readonly within: string | null; readonly from: number },
): Promise<Page | null> {
  const { words, node } = visit;
  const directory = await node.directory();
  const top = within === null ? null : placeNamed(directory, within);
  if (top === undefined) return null;
  const whole = top ?? onlyOne(topOf(directory));
  const all = whole === null ? topOf(directory) : whole.below.flatMap((origin) => directory.get(origin) ?? []);
  const shown = all.slice(from, from + A_MAP);
  const outlines = await outlinesOf(visit, directory, whole === null ? shown : [...shown, whole]);
  const ground = whole?.territory == null ? null : (outlines.get(whole.book.origin) ?? null);
  const drawn = shown.filter(({ book }) => outlines.has(book.origin));
  const title = whole === null ? words.map.title : words.map.titleOf(whole.book.title);
  return {
    title,
    trail: trailOf(visit, directory, whole),
    body: html`<h1>${title}</h1><p class="lead">${words.map.what}</p>${mapOf(visit, drawn, outlines, ground)}${listOf(visit, drawn, outlines)}${withoutMap(visit, shown, outlines)}${pagerOf(visit, { from, all: all.length, size: A_MAP, page: (at) => mapPath(within, at) })}`,
  };
}

const onlyOne = (places: readonly Place[]): Place | null => (places.length === 1 ? (places[0] ?? null) : null);

function trailOf({ words }: Visit, directory: Directory, whole: Place | null): NonNullable<Page['trail']> {
  const upper = whole === null ? [] : whole.above.flatMap((origin) => directory.get(origin) ?? []).slice(0, 1);
  return [
    { title: words.site.assemblies, path: '/' },
    ...upper.map(({ book }) => ({ title: book.title, path: mapPath(book.name) })),
    ...(whole === null ? [] : [{ title: whole.book.title, path: bodyPath(whole.book) }]),
  ];
}

/** Whoever has drawn no territory is where those below it are. */
async function outlinesOf(
  { node }: Visit,
  directory: Directory,
  places: readonly Place[],
): Promise<ReadonlyMap<string, Outline>> {
  const standing = places.map((place) => [place.book.origin, partsOf(directory, place)] as const);
  const found = await node.territories([...new Set(standing.flatMap(([, parts]) => parts))]);
  return new Map(
    standing.flatMap(([origin, parts]) => {
      const outline = parts.flatMap(({ book }) => found.get(book.origin) ?? []);
      return outline.length === 0 ? [] : [[origin, outline] as const];
    }),
  );
}

function partsOf(directory: Directory, place: Place): readonly Place[] {
  if (place.territory !== null) return [place];
  const parts: Place[] = [];
  const seen = new Set([place.book.origin]);
  let tier: readonly string[] = place.below;
  for (let depth = 0; depth < TIERS && tier.length > 0 && parts.length < PARTS; depth++) {
    const next: string[] = [];
    for (const origin of tier) {
      const one = seen.has(origin) ? undefined : directory.get(origin);
      seen.add(origin);
      if (one === undefined) continue;
      if (one.territory === null) next.push(...one.below);
      else if (parts.push(one) === PARTS) break;
    }
    tier = next;
  }
  return parts;
}

function mapOf(
  visit: Visit,
  places: readonly Place[],
  outlines: ReadonlyMap<string, Outline>,
  ground: Outline | null,
): Html {
  const { words, link } = visit;
  if (places.length === 0 && ground === null) return html`<p class="card">${words.map.none}</p>`;
  const territories = places.map(
    (place, i): Drawn => ({
      title: place.book.title,
      label: places.length <= NUMBERED ? String(i + 1) : null,
      href: link(place.below.length > 0 ? mapPath(place.book.name) : bodyPath(place.book)),
      outline: outlines.get(place.book.origin) ?? [],
    }),
  );
  return html`<figure class="card">${drawing(words.map.drawing, territories, ground)}</figure>`;
}

function listOf(visit: Visit, places: readonly Place[], outlines: ReadonlyMap<string, Outline>): Html | null {
  if (places.length === 0 || outlines.size === 0) return null;
  const { words, link } = visit;
  const { number } = formatsFor(visit.locale, 0);
  const items = places.map((place) => {
    const { book, territory, below } = place;
    const proof: Child =
      territory === null
        ? html`<span class="soft">${words.map.byParts}</span>`
        : html`<a href="${link(actPath(book, territory.act))}">${words.body.act(territory.act)}</a>`;
    const inside =
      below.length === 0
        ? null
        : html` · <a href="${link(mapPath(book.name))}" aria-label="${words.map.inside(book.title)}">${words.home.found(number(below.length))}</a>`;
    return html`<li><a href="${link(bodyPath(book))}">${book.title}</a> <span class="soft">${proof}${inside}</span></li>`;
  });
  return section(words.map.list, html`<ol class="territories">${items}</ol>`, 'territories');
}

function withoutMap(visit: Visit, shown: readonly Place[], outlines: ReadonlyMap<string, Outline>): Html | null {
  const { words, link } = visit;
  const missing = shown.filter(({ book }) => !outlines.has(book.origin));
  if (missing.length === 0) return null;
  const items = missing.map(({ book }) => html`<li><a href="${link(bodyPath(book))}">${book.title}</a></li>`);
  return section(
    words.map.missing,
    html`<p class="soft">${words.map.missingHow}</p><ul class="plain inline">${items}</ul>`,
    'without-territory',
  );
}
