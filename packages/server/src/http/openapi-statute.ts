import type { JsonSchema } from '@cabildo/core';
import { anything, count, list, object, orNull, text, time } from './openapi-shapes.ts';

const quorum = object({ needed: count, present: count, met: { type: 'boolean' } });

const problem = object({ problem: text, article: text, present: { type: ['string', 'number'] }, says: text }, [
  'present',
]);

const verdicts = ['carried', 'suspended', 'rejected', 'tied', 'undetermined', 'not-opened', 'not-voted', 'not-known'];

const trial = object({
  calls: object({ first: quorum, second: quorum }),
  notOpened: orNull(anything),
  notVoted: orNull(anything),
  majorities: list(object({ rule: anything, yes: count, base: count, outcome: text })),
  verdict: { enum: verdicts },
  article: { type: 'string', description: 'The article that decides it' },
  verdictSaid: text,
  says: list(text),
});

const tried = { draft: trial, present: orNull(trial) } as const;

/** Of a statute that nobody has adopted yet. */
export const statuteComponents: Readonly<Record<string, JsonSchema>> = {
  StatuteTried: object(
    {
      sections: list(object({ article: text, title: text, sentences: list(text) })),
      problems: list(problem),
      advice: list(problem),
      changes: orNull(list(object({ article: text, title: text, gone: list(text), come: list(text) }))),
      imagined: { anyOf: [object(tried), object({ refused: text }), { type: 'null' }] },
      past: list(object({ vote: count, title: text, at: time, outcome: text, ...tried })),
    },
    ['past'],
  ),
  StatuteInForce: object({
    title: text,
    kind: orNull({ enum: ['base', 'delegate', 'committee'] }),
    act: orNull(count),
    statute: orNull(anything),
  }),
};
