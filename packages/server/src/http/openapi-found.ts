import type { JsonSchema } from '@cabildo/core';
import { count, hash, list, object, orNull, text, time } from './openapi-shapes.ts';

const standing = orNull(
  object({
    stage: { enum: ['proven', 'provisional', 'over', 'dissolved'] },
    until: { ...orNull(time), description: 'Of a provisional one: unproven it decides nothing after that' },
    disputes: {
      ...list(object({ book: text, act: count })),
      description: 'Open ones in which it claims what another claims too: the acts that recorded them',
    },
  }),
);

const name = {
  origin: text,
  title: text,
  key: { ...orNull(text), description: 'Verifier key (C2SP); null of a book that is not here' },
  standing: { ...standing, description: 'null of a body whose book is not here, or says nothing yet' },
} as const;

const kind = { enum: ['base', 'delegate', 'committee', null] } as const;
const said = { act: count, sealed: { type: 'boolean' } } as const;

/** Bodies as they are chosen among thousands, and how far one is from its founding. */
export const foundComponents: Readonly<Record<string, JsonSchema>> = {
  BodiesFound: object({
    bodies: list(object({ ...name, body: text, remote: { type: 'boolean' }, kind })),
    all: count,
  }),
  Affiliates: object({ affiliates: list(object({ ...name, seats: count, act: count })), all: count }),
  FirstSteps: object({
    ...name,
    body: text,
    kind,
    started: { type: 'boolean', description: 'Officers have been elected' },
    neighbours: { ...orNull(count), description: 'So many have to witness' },
    noticeHours: { ...count, description: 'Before a sitting' },
    offsetMinutes: { type: 'integer' },
    convened: { ...list(count), description: 'Founding sittings' },
    minutes: { ...orNull(object(said)), description: 'Of the founding, once they are approved' },
    territory: { ...orNull(count), description: 'The act that drew it' },
    witnessed: { ...list(object({ ...name, ...said })), description: 'Whose founding this body has witnessed' },
    witnessedBy: {
      ...list(object({ ...name, ...said })),
      description: 'Who has witnessed it, as their books here say',
    },
    asked: list(object({ ...name, ...said, admitted: { type: 'boolean' } })),
    askedBy: { ...list(object({ ...name, ...said })), description: 'Who asks to belong here and does not yet' },
    affiliates: count,
    sittings: list(
      object({
        sitting: count,
        place: text,
        startsAt: time,
        opened: { type: 'boolean' },
        affiliation: list(object({ item: count, textHash: orNull(hash) })),
      }),
    ),
  }),
};
