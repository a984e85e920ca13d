import { count, elsewhere, optional, record, type TypeOf, text, yesNo } from '../catalogue/fields.ts';

/**
 * Beside the place of a measure in a proposal. Whoever tables it always says the exact place; the act that tables it keeps that
 * out of the book unless the statute publishes it, so in an act the place is what everybody reads.
 */
export const besidePlace = {
  /** Of a statute that publishes it coarsened: what everybody may read, such as a district. */
  area: optional(text(160)),
  /** Said at tabling alone, by whoever knows that this becomes public and cannot be recalled; no act has it. */
  publish: optional(yesNo),
} as const;

/** That a tabled motion committed to a place, and how long after the measure’s end everybody reads it. Absent: never. */
export const placeKept = record({ hoursLate: optional(count) });

/** Where the words lie that an act keeps to itself: beside the motion that committed to them. */
export const withheld = record({ on: elsewhere, hoursLate: optional(count) });

export type PlaceKept = TypeOf<typeof placeKept>;
export type Withheld = TypeOf<typeof withheld>;
