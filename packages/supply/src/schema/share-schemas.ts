import { ruleNames } from '../sharing/claim.ts';
import {
  amount,
  answered,
  choice,
  document,
  flag,
  given,
  type JsonSchema,
  mapOf,
  number,
  positive,
  whole,
  words,
} from './words.ts';

/** What `supply share` reads. */
export const shareProblemSchema = (): JsonSchema =>
  document(
    'supply-share-problem',
    'What cabildo supply share reads',
    given('One stock, and everybody who asks for some of it.', ['stock', 'claims'], {
      stock: amount('How much there is.'),
      claims: mapOf('How much each asks for, by name.', amount('What is asked for.')),
      class: mapOf(
        'Lower classes come first; who is in none comes after all. Only names that claim.',
        whole('A class.'),
      ),
      weight: mapOf('Twice the weight is twice the award at the same level; 1 if missing.', positive('A weight.')),
      floor: mapOf('Served before the rule within the class; not above the ceiling.', amount('A floor.')),
      ceiling: mapOf('Never more than this.', amount('A ceiling.')),
      indivisible: flag('Whole units only; false if missing.'),
    }),
  );

/** What `supply share --json` prints. */
export const shareSchema = (): JsonSchema =>
  document(
    'supply-share',
    'What cabildo supply share --json prints',
    answered(
      'Who gets how much by the rule. Numbers are the nearest that a program can hold.',
      ['rule', 'awards', 'unserved', 'explanations'],
      {
        rule: choice('The rule that was used.', ruleNames),
        awards: mapOf('How much each gets, by name.', number('An award.')),
        unserved: number('How much of all claims together is not served.'),
        explanations: mapOf('Why each gets that much, by name.', words('A sentence.')),
      },
    ),
  );
