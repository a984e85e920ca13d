import { optional, origin, positive, text, verifierKey } from '../catalogue/fields.ts';
import { seatClass } from '../statute/fields.ts';

/** A body that is admitted: its book, the key that the book is known by, and its seats. */
export const admissionFields = {
  below: origin,
  key: verifierKey,
  title: text(120),
  entitlement: positive,
  class: optional(text(40)),
  /** Of which class its seats are. Absent: as its elections say. */
  seatClass: optional(seatClass),
};
