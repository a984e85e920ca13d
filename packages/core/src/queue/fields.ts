import { choice, type Field } from '../catalogue/fields.ts';

const written = (pattern: string, reads: string): Field<string> => ({
  schema: { type: 'string', pattern },
  reads,
  optional: false,
});

/** What a household card has on it: 80 random bits in Crockford's base 32. Whoever holds the paper holds the card. */
export const householdCode = written('^[0-9A-HJKMNP-TV-Z]{16}$', '16 characters of base 32');

/** 16 random bytes that the phone made when it handed the portion out, in lower-case hexadecimal digits. */
export const servingId = written('^[0-9a-f]{32}$', '16 bytes, hexadecimal');

/** What is not as it should be about a portion that went out all the same. */
export const servedIrregularly = choice('again', 'void', 'not-in-draw', 'after-close');

export const withdrawnWhy = choice('not-given', 'wrong-card', 'brought-back');

export const complaintAbout = choice('turn', 'portion', 'card', 'treatment', 'other');

export const complaintOutcome = choice('made-good', 'explained', 'to-the-assembly');

/** Commitments of this many cards go into one act of 8 kB. */
export const cardsInAnAct = 128;
