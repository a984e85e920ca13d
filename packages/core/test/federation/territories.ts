// Maps of territories, and the vote on one.
import type { InputFor } from '../../src/index.ts';
import { type Base, evening, indexOf } from './assembly.ts';
import { sha256 } from './book.ts';
import type { Done } from './federation.ts';
import type { World } from './upper.ts';

export const square = [
  [-68.2, -16.5],
  [-68.1, -16.5],
  [-68.1, -16.6],
  [-68.2, -16.5],
];

/** An hourglass. */
export const crossed = [
  [-68.2, -16.5],
  [-68.1, -16.6],
  [-68.1, -16.5],
  [-68.2, -16.6],
  [-68.2, -16.5],
];

export const polygon = (...rings: readonly unknown[]) => ({ type: 'Polygon', coordinates: rings });
export const feature = (geometry: unknown) => ({ type: 'Feature', properties: {}, geometry });
export const district = JSON.stringify(feature(polygon(square)));

export const drawing = (map: string): Extract<InputFor<'TableMotion'>['proposal'], { kind: 'draw-territory' }> => ({
  kind: 'draw-territory',
  geojson: { sha256: sha256(map), bytes: Buffer.byteLength(map), mediaType: 'application/geo+json' },
});

export function drawTerritory({ fed }: World, base: Base, map = district): number {
  const [done] = evening(fed, base, [{ matter: 'ordinary', proposal: drawing(map), map }]) as [Done];
  return indexOf(done, 'TerritoryDrawn');
}
