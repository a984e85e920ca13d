import { base64Decode, utf8Decode } from '@cabildo/book';
import { readAttachments } from '../../store/directory.ts';
import type { Store } from '../../store/open-store.ts';
import type { Place } from '../directory.ts';
import { type Outline, outlineOf } from './outline.ts';

/** Outlines of this many maps are kept; each is a few hundred bytes. */
const KEPT = 20_000;

/** The outlines of territories. A map is known by its hash, so what was drawn once stays true. */
export function createTerritories(store: Store) {
  const outlines = new Map<string, Outline | null>();

  async function load(places: readonly Place[]): Promise<void> {
    const wanted = places.flatMap(({ book: { origin }, territory }) => {
      const sha256 = territory === null || outlines.has(territory.sha256) ? undefined : base64Decode(territory.sha256);
      return sha256 === undefined || territory === null ? [] : [{ origin, sha256, of: territory.sha256 }];
    });
    if (wanted.length === 0) return;
    const found = new Map((await readAttachments(store, wanted)).map(({ origin, content }) => [origin, content]));
    if (outlines.size + wanted.length > KEPT) outlines.clear();
    for (const { origin, of } of wanted) {
      const content = found.get(origin);
      if (content !== undefined) outlines.set(of, outlineOf(utf8Decode(content) ?? ''));
    }
  }

  return {
    async read(places: readonly Place[]): Promise<ReadonlyMap<string, Outline>> {
      await load(places);
      return new Map(
        places.flatMap(({ book: { origin }, territory }) => {
          const outline = outlines.get(territory?.sha256 ?? '');
          return outline === undefined || outline === null ? [] : [[origin, outline] as const];
        }),
      );
    },
  };
}
