import { statute } from '../../statute/fields.ts';
import { mapMost } from '../../territory/fields.ts';
import { commandsOf } from '../command-entry.ts';
import {
  bodyName,
  choice,
  elsewhere,
  integer,
  list,
  optional,
  origin,
  publicKey,
  record,
  ref,
  text,
} from '../fields.ts';

const body = commandsOf('body');

export const bodyCommands = {
  FoundBody: body('FoundBody', {
    by: ['operator'],
    article: 'founding',
    input: {
      name: bodyName,
      title: text(120),
      kind: choice('base', 'delegate', 'committee'),
      founder: record({ name: text(120), key: publicKey }),
      statute,
      provisionalDays: integer(1, 366),
      /** The act by which another body divided itself and named this one as a part. */
      splitFrom: optional(elsewhere),
      /** The map of its territory, as GeoJSON: areas alone. */
      territory: optional(text(mapMost)),
    },
    acts: ['BodyFounded', 'StatuteAdopted', 'TerritoryDrawn'],
    records: ['member', 'card'],
    does: 'Founds a body with its first statute and, where it has one, its territory; the founder becomes its provisional convener.',
  }),
  WitnessFounding: body('WitnessFounding', {
    by: ['presidium', 'secretary'],
    article: 'founding',
    input: { neighbour: origin },
    acts: ['FoundingWitnessed'],
    does: 'Says in this body’s book that the neighbouring body was founded.',
  }),
  ProveFounding: body('ProveFounding', {
    by: ['presidium', 'secretary'],
    article: 'founding',
    input: { minutes: ref('MinutesApproved'), witnesses: list(origin, 8) },
    acts: ['BodyProven'],
    does: 'Ends the provisional time: founding minutes sealed, two neighbours have witnessed.',
  }),
} as const;
