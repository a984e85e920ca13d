import { hasWithdrawn, type MeasureStanding, measureAt, placeWithheld, type Time, tableEntries } from '@cabildo/core';
import type { Audience } from '../store/schema.ts';
import { booksAbove, disclosedToBelow } from './disclosed-below.ts';
import type { BookView, Node } from './node.ts';

/** A measure that somebody of a body has to do with: its own, or that of a body above it. */
export interface MeasureHere {
  readonly book: string;
  readonly title: string;
  readonly index: number;
  readonly what: string;
  readonly from: Time;
  readonly standing: Exclude<MeasureStanding, 'over'>;
  /** The exact place, as far as whoever asks reads it. */
  readonly place: string | null;
  readonly area: string | null;
  /** The exact place is in no act. */
  readonly forMembers: boolean;
  /** The body has withdrawn its own people from it. */
  readonly withdrawn: boolean;
}

/** Those that are not over, the body's own first, each tier's newest first. */
export async function measuresHere(node: Node, body: BookView, audience: Audience): Promise<readonly MeasureHere[]> {
  const at = node.now();
  const above = await booksAbove(node, body);
  const all = [body, ...above].map((book) =>
    tableEntries(book.state.measures)
      .toReversed()
      .map(([key, measure]) => ({ index: Number(key), measure, standing: measureAt(book.state, measure, at) }))
      .map((one) => ({ ...one, book })),
  );
  const found = await Promise.all(
    all.flat().map(async ({ book, index, measure, standing }): Promise<MeasureHere | null> => {
      if (standing === 'over') return null;
      const kept = placeWithheld(measure);
      return {
        book: book.name,
        title: book.title,
        index,
        what: measure.what,
        from: measure.from,
        standing,
        place: kept === null ? (measure.place ?? null) : await placeRead(node, { body, book, audience }, kept.on),
        area: measure.area ?? null,
        forMembers: kept !== null,
        withdrawn: hasWithdrawn(body.state, book.origin, index),
      };
    }),
  );
  return found.filter((one) => one !== null);
}

interface Reader {
  readonly body: BookView;
  readonly book: BookView;
  readonly audience: Audience;
}

/** Of a successor the words lie beside the old book, which members of bodies below never read. */
async function placeRead(
  node: Node,
  { body, book, audience }: Reader,
  on: { readonly book: string; readonly index: number },
): Promise<string | null> {
  const below = audience !== 'public' && book.origin !== body.origin && on.book === book.origin;
  const file = below
    ? await disclosedToBelow(node, on.book, on.index)
    : await node.disclosures(on.book, on.index, book.origin === body.origin ? audience : 'public');
  const said = file?.slots.place?.disclosure;
  return typeof said === 'string' ? said : null;
}
