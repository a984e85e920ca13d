import type { JsonSchema } from '@cabildo/core';
import { anything, called, count, hash, list, named, object, orNull, text, time } from './openapi-shapes.ts';

const yesNo = { type: 'boolean' } as const;
const call = { enum: ['first', 'second'] } as const;
const method = {
  enum: ['hands', 'devices', 'roll-call', 'delegation-cards', 'urn', 'mixed', 'secret', 'acclamation', 'consensus'],
} as const;
const outcome = { enum: ['carried', 'rejected', 'tied', 'undetermined', 'annulled'] } as const;
const oneCall = object({ needed: count, from: time });

/** Two tellers' count: that they have entered and whether they agree, no number. */
const entered = {
  round: count,
  entered: { type: 'integer', minimum: 0, maximum: 2, description: 'How many of the two tellers have entered' },
  agree: { ...orNull(yesNo), description: 'null until both have entered' },
  recount: { type: 'boolean', description: 'They differ, and others must count again' },
} as const;

const item = object({
  item: { ...count, description: 'Its number in the notice; the first is 0' },
  matter: text,
  title: text,
  textHash: orNull(hash),
  textAct: { ...orNull(count), description: 'The act beside which the text lies, where whoever convened gave it' },
  state: { enum: ['done', 'now', 'next'] },
});

const motion = object({
  motion: count,
  item: orNull(count),
  matter: text,
  title: text,
  text: { ...orNull(text), description: 'As it stands after the amendments that carried' },
  textBefore: orNull(text),
  textHash: hash,
  does: { type: 'string', description: 'A kind of proposal' },
  amends: orNull(object({ motion: count, order: count, substantive: yesNo })),
  part: orNull(object({ of: count, number: count })),
  mover: orNull(object({ office: text, called, body: text }, ['office', 'called', 'body'])),
  state: { enum: ['waiting', 'ready', 'voting', 'decided', 'withdrawn', 'fallen', 'tabled', 'referred', 'split'] },
  after: { ...orNull(count), description: 'The motion that must be decided first' },
  vote: orNull(count),
  outcome: orNull(outcome),
  debateClosed: yesNo,
  rule: orNull(anything),
  methods: list(method),
});

const moving = {
  vote: count,
  received: { ...count, description: 'Ballots by phone, or answers in a roll call' },
  blocks: list(object({ ...entered, block: text })),
  urn: orNull(object(entered)),
  cards: orNull(object({ of: count, done: count, open: list(object({ ...entered, below: text })) })),
  rollCall: orNull(object({ answered: count, of: count, next: orNull(object({ below: text, seat: count })) })),
  contests: list(object({ ...entered, contest: count })),
} as const;

const vote = object({
  ...moving,
  motion: count,
  title: text,
  method,
  rule: anything,
  and: orNull(anything),
  openedAt: time,
  of: count,
  channels: orNull(object({ hands: count, phones: count, papers: count })),
  again: orNull(count),
  slips: count,
  election: { ...orNull(text), description: 'Of a secret vote: the election under `/ballot`' },
  blockNames: list(text),
});

const result = object({
  vote: count,
  motion: count,
  title: text,
  matter: text,
  method,
  rule: anything,
  and: orNull(anything),
  outcome,
  tallies: list(anything),
  turnout: count,
  slips: count,
  election: { ...orNull(text), description: 'Of a secret vote: the election under `/ballot`' },
  present: count,
  roll: count,
  call: orNull(call),
  act: count,
  at: time,
  follows: list(object({ index: count, act: text })),
  standing: orNull({ enum: ['in-force', 'suspended', 'conditional'] }),
  lot: orNull(object({ announced: yesNo, at: orNull(time) })),
});

const door = object({ ...entered, checkedIn: orNull(count) });
const floor = orNull(named('Floor'));

const speech = { enum: ['speech', 'order', 'reply', 'translation'] } as const;

const turn = object({
  number: count,
  kind: speech,
  from: { ...orNull(text), description: 'The body that sends, or the sector' },
  label: { ...orNull(text), description: 'For those who are of the body' },
  name: { ...orNull(text), description: 'For those who run the sitting' },
  slip: { ...orNull(count), description: 'Of somebody on a slip, its number; for those who run the sitting' },
  seconds: count,
  since: orNull(time),
  allowed: orNull({ type: 'number' }),
  left: orNull({ type: 'number' }),
});

const speaking = {
  item: count,
  changes: count,
  speaking: orNull(turn),
  interrupted: count,
  order: list(count),
  next: list(turn),
  waiting: count,
} as const;
const phones = orNull(object({ here: count, heard: count }));

const mine = object({
  roles: list(text),
  checkedIn: yesNo,
  channel: orNull({ enum: ['phone', 'card', 'paper'] }),
  mayVote: yesNo,
  voted: yesNo,
  mandates: list(object({ motion: count, instruction: text })),
});

const live = object({
  body: text,
  title: text,
  size: count,
  now: time,
  sitting: count,
  kind: text,
  place: text,
  convenedAt: time,
  startsAt: time,
  offsetMinutes: { type: 'integer' },
  phase: { enum: ['convened', 'open', 'recess', 'closed', 'called-off'] },
  openedAt: orNull(time),
  closedAt: orNull(time),
  recess: orNull(time),
  call: orNull(call),
  calls: object({ first: oneCall, second: oneCall }),
  closingHour: time,
  roll: count,
  delegates: yesNo,
  present: orNull(count),
  quorum: object({
    needed: count,
    met: orNull(yesNo),
    lost: orNull(object({ needed: count, present: count })),
    challenged: yesNo,
  }),
  crowd: orNull(object({ atLeast: count, atMost: count, method: text })),
  tellers: count,
  presidium: list(text),
  agenda: list(item),
  item: orNull(count),
  motions: list(motion),
  procedure: orNull(object({ act: count, kind: text, motion: orNull(count) })),
  vote: orNull(vote),
  last: orNull(result),
  objections: list(object({ act: count, on: count, asksForCount: yesNo })),
  minutes: orNull(count),
  door,
  floor,
  voices: { ...list(count), description: 'Motions of which there is a recording' },
  sequence: { ...count, description: 'Of what changes without an act: the greater one is the newer' },
  phones: { ...phones, description: 'For those who run the sitting' },
  mine: { ...orNull(mine), description: 'null for whoever is nobody here' },
});

/** A sitting as it is now, what changes of it between acts, and what may come next. */
export const liveComponents: Readonly<Record<string, JsonSchema>> = {
  Live: live,
  Pulse: object({
    size: count,
    sittings: list(
      object({
        sitting: count,
        sequence: count,
        door,
        vote: orNull(object(moving)),
        floor: orNull(object(speaking)),
        phones,
        voices: list(count),
      }),
    ),
  }),
  Floor: object({
    ...speaking,
    motion: orNull(count),
    title: orNull(text),
    heard: count,
    rules: anything,
    mine: list(object({ number: count, item: count, kind: speech })),
  }),
  Steps: object({
    size: count,
    steps: list(
      object({
        command: text,
        input: { type: 'object', description: 'As far as it is known' },
        missing: { ...list(text), description: 'Fields that a person must give, such as `text` or `proposal.order`' },
        about: orNull(object({ title: text })),
        onward: { type: 'boolean', description: 'Brings the sitting on, rather than noting something beside it' },
        lawful: yesNo,
        refusal: orNull(
          object(
            {
              code: text,
              article: text,
              sentences: named('Sentences'),
              needed: { type: ['string', 'number'] },
              present: { type: ['string', 'number'] },
              detail: anything,
            },
            ['needed', 'present', 'detail'],
          ),
        ),
        links: {
          ...list(object({ said: named('Sentences'), path: text })),
          description: 'Of a secret vote: where trustees, tellers and voters do their part',
        },
        prepares: {
          ...orNull(text),
          description: 'To be asked of the node first, under the body: its answer fills what is missing',
        },
      }),
    ),
    proposed: { ...orNull(count), description: 'The first lawful one that brings the sitting on' },
  }),
};
