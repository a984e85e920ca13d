import { constant, oneOf, origin, record, type TypeOf, text, time } from '../catalogue/fields.ts';

/** Who carries something out: an office of this body, or a body below it. */
export const assignee = oneOf(
  record({ kind: constant('office'), office: text(40) }),
  record({ kind: constant('body'), body: origin }),
);

export type Assignee = TypeOf<typeof assignee>;

export const task = record({ to: assignee, what: text(400), due: time });
