import { choice, list, optional, record, type TypeOf, text } from '../catalogue/fields.ts';

/**
 * Ways of counting papers that rank or mark candidates (packages/count). Those that need marks, lists, costs or a pool are
 * left out: what a teller types from an urn is ranks and crosses.
 */
export const electionMethod = choice(
  'plurality',
  'two-round',
  'approval',
  'borda',
  'irv',
  'schulze',
  'ranked-pairs',
  'block',
  'limited',
  'scottish-stv',
  'meek-stv',
  'pav',
  'phragmen',
  'equal-shares',
);

/** How a place is filled that falls empty. It is fixed before the election and stands in the act that counts it. */
export const vacancyRule = choice('election', 'next', 'countback', 'recount');

export const methodOption = record({ option: text(40), value: text(200) });

/** What is filled by one count: these offices, in the order in which people are elected; or the seats of a delegation. */
export const contestRule = record({
  offices: optional(list(text(40), 16)),
  method: electionMethod,
  /** Absent: what the method does where nobody says anything (docs/counting.md). */
  options: optional(list(methodOption, 12)),
  vacancy: vacancyRule,
});

export type ContestRule = TypeOf<typeof contestRule>;

export type VacancyRule = TypeOf<typeof vacancyRule>;

/** The same rule as the counting package calls it. */
export const countsVacancyBy: Readonly<Record<VacancyRule, string>> = {
  election: 'none',
  next: 'next-highest',
  countback: 'countback',
  recount: 'recount',
};
