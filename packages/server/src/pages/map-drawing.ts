import { type Bounds, boundsOf, type Outline, simplified } from '../app/territory/outline.ts';
import { type Html, html } from './html.ts';

/** A territory on the drawing. */
export interface Drawn {
  readonly title: string;
  /** What is written on it; null where there is no room for words. */
  readonly label: string | null;
  readonly href: string;
  readonly outline: Outline;
}

const WIDE = 1000;
const HIGHEST = 1100;
const LOWEST = 160;
const MARGIN = 12;

/** So many corners are a page's share of bytes. */
const CORNERS_OF_ALL = 3_600;

/**
 * Territories side by side, true to scale near their middle (an equirectangular projection). The links are for whoever points;
 * whoever reads or tabs has the same ones in the list beside it.
 */
export function drawing(label: string, territories: readonly Drawn[], ground: Outline | null): Html {
  const all = [...territories.flatMap(({ outline }) => outline), ...(ground ?? [])];
  const view = viewOn(boundsOf(all));
  const corners = Math.max(6, Math.min(40, Math.floor(CORNERS_OF_ALL / Math.max(1, territories.length))));
  const shapes = territories.map(
    ({ title, href, outline }) =>
      html`<a href="${href}" tabindex="-1"><path d="${pathOf(simplified(outline, corners), view)}"><title>${title}</title></path></a>`,
  );
  const names = territories.map(({ label: words, outline }) => {
    if (words === null) return null;
    const [x, y] = middleOf(outline, view);
    return html`<text x="${x}" y="${y}">${words}</text>`;
  });
  const whole = ground === null ? null : html`<path class="whole" d="${pathOf(simplified(ground, 60), view)}"/>`;
  return html`<svg class="map" role="group" aria-label="${label}" viewBox="0 0 ${WIDE} ${view.height}">${whole}${shapes}<g aria-hidden="true">${names}</g></svg>`;
}

interface View {
  readonly height: number;
  x(east: number): number;
  y(north: number): number;
}

function viewOn({ west, east, south, north }: Bounds): View {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  // A point has no size: it stands in the middle of something.
  const [width, height] = [Math.max((east - west) * narrow, 1e-6), Math.max(north - south, 1e-6)];
  const scale = Math.min((WIDE - 2 * MARGIN) / width, (HIGHEST - 2 * MARGIN) / height);
  const high = Math.max(LOWEST, Math.ceil(height * scale + 2 * MARGIN));
  const [left, top] = [(WIDE - width * scale) / 2, (high - height * scale) / 2];
  return {
    height: high,
    x: (one) => Math.round(left + (one - west) * narrow * scale),
    y: (one) => Math.round(top + (north - one) * scale),
  };
}

/** In steps from corner to corner, which are short numbers. */
function pathOf(outline: Outline, view: View): string {
  return outline
    .map((ring) => {
      let [fromX, fromY] = [0, 0];
      let path = '';
      for (let i = 0; i < ring.length; i += 2) {
        const [x, y] = [view.x(ring[i] ?? 0), view.y(ring[i + 1] ?? 0)];
        path += i === 0 ? `M${x} ${y}` : `l${x - fromX} ${y - fromY}`;
        [fromX, fromY] = [x, y];
      }
      return `${path}z`;
    })
    .join('');
}

function middleOf(outline: Outline, view: View): readonly [number, number] {
  const { west, east, south, north } = boundsOf(outline.slice(0, 1));
  return [view.x((west + east) / 2), view.y((south + north) / 2)];
}
