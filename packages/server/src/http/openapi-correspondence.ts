import { count, list, object, orNull, text, time } from './openapi-shapes.ts';

/** What goes up and comes down between bodies: seats with their reports, questions, motions. */
export const correspondenceComponents = {
  Delegations: object({
    days: { ...orNull(count), description: 'Within how many days a delegate reports, where the statute says' },
    sitting: { ...orNull(count), description: 'The sitting of this body that is open now' },
    seats: list(
      object({
        above: text,
        title: text,
        seat: count,
        until: time,
        recalled: orNull(count),
        mine: { enum: ['holder', 'alternate', null] },
        votes: list(object({ vote: count, title: text, outcome: text, at: time, reported: { type: 'boolean' } })),
        mandates: list(object({ motion: count, title: text, instruction: orNull(text) })),
        reports: list(
          object({
            act: count,
            at: time,
            text: orNull(text),
            judged: {
              ...orNull(object({ act: count, outcome: { enum: ['approved', 'rejected'] } })),
              description: 'What the assembly has said of it',
            },
            tabled: { type: 'boolean', description: 'It is before the sitting that is open now' },
          }),
        ),
        missed: orNull(count),
        due: { ...orNull(time), description: 'By when the last sitting is to be reported on' },
      }),
    ),
  }),
  BasesAsked: object({
    bases: list(object({ base: text, title: text, through: list(text), answered: { type: 'boolean' } })),
    all: count,
  }),
  Correspondence: object({
    more: {
      ...object({ questions: count, waiting: count, received: count, sent: count }),
      description:
        'How many of each are left out: the newest are said; questions are on the page of correspondence, motions in the book',
    },
    questions: list(
      object({
        asker: text,
        name: text,
        body: text,
        consultation: count,
        title: text,
        text: { ...orNull(text), description: 'What is asked about; null where it is not on this node' },
        textHash: text,
        issuedAt: time,
        deadline: time,
        outcome: { enum: ['ratified', 'rejected', null] },
        through: { ...list(text), description: 'The bodies between, to show the answer above' },
        answer: orNull(
          object({
            act: orNull(count),
            answer: { enum: ['yes', 'no'] },
            yes: count,
            no: count,
            abstain: count,
            heldAt: time,
            sealed: { type: 'boolean' },
            arrived: { type: 'boolean' },
          }),
        ),
        sitting: orNull(
          object({
            sitting: count,
            place: text,
            startsAt: time,
            opened: { type: 'boolean' },
            motion: orNull(count),
          }),
        ),
      }),
    ),
    waiting: {
      ...list(object({ below: text, body: text, act: count, title: text })),
      description: 'Sealed motions of bases that are not on the list yet',
    },
    received: list(
      object({
        received: count,
        below: text,
        body: text,
        title: text,
        text: orNull(text),
        due: orNull(time),
        overdue: { type: 'boolean' },
        tabled: orNull(count),
        fate: { enum: ['carried', 'rejected', 'referred', 'not-taken'] },
        answer: orNull(object({ act: count, fate: text, sealed: { type: 'boolean' } })),
        sitting: { ...orNull(count), description: 'The one that is open now' },
      }),
    ),
    sent: list(
      object({
        sent: count,
        to: text,
        name: orNull(text),
        body: text,
        title: text,
        sealed: { type: 'boolean' },
        listed: orNull(count),
        due: orNull(time),
        tabled: orNull(count),
        answer: orNull(
          object({
            act: count,
            fate: text,
            sealed: { type: 'boolean' },
            reasons: orNull(text),
            written: { type: 'boolean' },
          }),
        ),
      }),
    ),
  }),
} as const;
