import { choice, type Field, integer, list, optional, record, type TypeOf, text } from '../catalogue/fields.ts';
import { symbol } from '../supply/fields.ts';

/** What an account is, by the first word of its name: as in every ledger, and as hledger knows them. */
export const accountClasses = ['assets', 'liabilities', 'equity', 'income', 'expenses'] as const;
export type AccountClass = (typeof accountClasses)[number];

const named = (pattern: string, reads: string, maxLength: number): Field<string> => ({
  schema: { type: 'string', pattern, maxLength },
  reads,
  optional: false,
});

/**
 * `assets:cash:box`, `income:dues`: a class and up to three parts in small letters, so that one account has one spelling. A person's
 * name is no account.
 */
export const account = named(
  `^(${accountClasses.join('|')})(:[\\p{Ll}0-9]+(-[\\p{Ll}0-9]+)*){0,3}$`,
  'account, such as `assets:cash`',
  80,
);

/** A day of the hall's calendar; the rule sees to it that there is such a day. */
export const day = named('^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', 'day (`2026-11-30`)', 10);

/**
 * Whole units of the smallest amount of a commodity (centavos), into the account or, below zero, out of it. A billion bolivianos: a hundred
 * thousand such lines can be added up before a number is not exact any more.
 */
const signedAmount = integer(-(10 ** 11), 10 ** 11);

const mostSum = 2 ** 53 - 1;

/** A sum of such amounts. */
const sum = integer(-mostSum, mostSum);

export const entryLine = record({ account, commodity: symbol, amount: signedAmount });
export type EntryLine = TypeOf<typeof entryLine>;

/** How many digits of an amount stand behind the point. */
export const decimals = integer(0, 6);

/** So that the sums of all of them fit into one act. */
export const mostCommodities = 24;

/**
 * Of one commodity, up to the report: what there is, what is owed, the body's own; what came in and went out in the period, and the
 * balance of both before it. All six add up to zero.
 */
export const reportedSums = list(
  record({ commodity: symbol, assets: sum, liabilities: sum, equity: sum, before: sum, income: sum, expenses: sum }),
  mostCommodities,
);

export const judgement = choice('approved', 'rejected');

/** The statute's article: which offices may book, and above what amount another of them signs too. */
export const accountsArticle = optional(
  record({
    offices: list(text(40), 8),
    twoAbove: optional(list(record({ commodity: symbol, amount: integer(0, 10 ** 11) }), 8)),
  }),
);

/** Where what there was before the books began comes from. */
export const openingAccount = 'equity:opening';
