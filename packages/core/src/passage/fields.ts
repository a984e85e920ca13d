import { choice, count, type Field, list, record, type TypeOf } from '../catalogue/fields.ts';
import { essentialServices } from '../measure/essential.ts';

/** What a safe-conduct may be for: what life and an assembly need, and everything else as `goods`. */
export const cargo = choice(...essentialServices, 'goods');
export type Cargo = TypeOf<typeof cargo>;

/** Crockford's base 32, as docs/passes.md has it. */
const named = (length: number): Field<string> => ({
  schema: { type: 'string', pattern: `^[0-9A-HJKMNP-TV-Z]{${length}}$` },
  reads: `${length} characters of base 32`,
  optional: false,
});

export const keyName = named(4);
export const passName = named(8);

/** Totals by cargo: no plate, no hour of a passage. */
export const passages = list(record({ cargo, count }), essentialServices.length + 1);
