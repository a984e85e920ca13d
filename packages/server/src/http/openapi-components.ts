import type { JsonSchema } from '@cabildo/core';
import { accountsComponents } from './openapi-accounts.ts';
import { ballotComponents } from './openapi-ballot.ts';
import { correspondenceComponents } from './openapi-correspondence.ts';
import { foundComponents } from './openapi-found.ts';
import { liveComponents } from './openapi-live.ts';
import { anything, called, count, hash, list, named, object, orNull, publicKey, text, time } from './openapi-shapes.ts';
import { statuteComponents } from './openapi-statute.ts';
import { supplyComponents } from './openapi-supply.ts';

const sentences = object({ es: text, en: text });

const against = { enum: ['delegate', 'officer', 'presidium', 'public-office'] } as const;

const actor: JsonSchema = {
  oneOf: [
    object({ kind: { const: 'member' }, member: text }),
    object({ kind: { const: 'seat' }, below: text, seat: count, holder: text }),
    object({ kind: { const: 'slip' }, sitting: count, number: count }),
    object({ kind: { const: 'operator' } }),
    object({ kind: { const: 'anyone' } }),
  ],
};

const summary = {
  body: text,
  origin: text,
  title: text,
  key: { type: 'string', description: 'Verifier key (C2SP)' },
  size: count,
  at: time,
  remote: { type: 'boolean' },
  readOnly: orNull(text),
  predecessor: orNull(text),
} as const;

const act = {
  origin: text,
  index: count,
  act: text,
  at: time,
  code: { type: 'string', minLength: 10, maxLength: 10 },
  leaf: hash,
  receivedAt: time,
  entry: { type: 'object', description: 'The leaf: see docs/book-format.md' },
} as const;

const vote = {
  vote: count,
  sitting: count,
  motion: object({ index: count, matter: text, title: text, textHash: hash }),
  method: {
    enum: ['hands', 'devices', 'roll-call', 'delegation-cards', 'urn', 'mixed', 'secret', 'acclamation', 'consensus'],
  },
  rule: anything,
  present: count,
  roll: count,
  electorate: object({ count, root: hash }),
  openedAt: time,
  open: { type: 'boolean' },
  result: { anyOf: [anything, { type: 'null' }], description: 'null while the vote is open: nobody sees a tally' },
  receipt: named('Receipt'),
} as const;

/** What the API answers with, by name. */
export const components: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    type: 'object',
    description: 'RFC 9457. `code` names the rule that says no; `sentences` say it to a person.',
    required: ['type', 'title', 'status', 'code', 'sentences'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: text,
      status: { type: 'integer' },
      code: text,
      article: { type: 'string', description: 'Path in the statute’s data' },
      needed: { type: ['string', 'number'] },
      present: { type: ['string', 'number'] },
      detail: { type: ['string', 'object'] },
      sentences,
    },
  },
  Done: object({
    acts: list(object({ index: count, act: text, code: text, leaf: hash })),
    answer: { type: 'object', description: 'What only the one who asked is told' },
  }),
  Would: object({ acts: list(object({ act: text, data: anything })) }),
  Minutes: object({
    sitting: count,
    size: count,
    head: { type: 'string', description: 'The head of the book as words' },
    title: text,
    body: text,
    place: text,
    kind: text,
    startsAt: time,
    closed: { type: 'boolean' },
    late: { type: 'boolean' },
    approval: { enum: ['officers', 'sitting'] },
    approvedBy: orNull(count),
    offices: list(text),
    notice: list(object({ matter: text, title: text, textHash: orNull(hash) })),
    parts: list(
      object({
        part: text,
        title: text,
        nothing: { type: 'string', description: 'What is said where the part is empty' },
        said: list(text),
        lines: list(object({ act: count, code: text, at: time, said: text, text: orNull(text) })),
      }),
    ),
    motions: list(object({ motion: count, title: text })),
  }),
  Recordings: object({ recordings: list(object({ language: text, mediaType: text, at: time })) }),
  Founded: object({ body: text, origin: text, key: text, member: text, card: named('Card') }),
  Card: object({ words: object({ es: text, en: text }), code: text }),
  SignedIn: object({ origin: text, actor, me: named('Me') }, ['me']),
  Door: object({
    code: text,
    until: time,
    checkIn: { enum: ['hall', 'anywhere'] },
    qr: { type: 'string', description: 'Address on this node; what is after `#` reaches no server' },
    slips: {
      ...orNull(object({ mark: text, out: count, issued: count, voided: list(count), left: orNull(count) })),
      description: 'null where nobody without an account votes',
    },
  }),
  Roll: object({
    people: list(object({ member: text, name: text, household: { anyOf: [text, { type: 'null' }] } })),
    all: count,
  }),
  Invitation: object({ code: text, until: text }),
  Invited: object({ node: text, until: text, founded: { anyOf: [text, { type: 'null' }] } }),
  OnTheRoll: object({ people: list(object({ member: text, name: text })) }),
  SignedOnPhone: object({ people: list(object({ name: text, signed: { type: 'boolean' } })) }),
  Petitions: object({
    petitions: list(
      object(
        {
          petition: count,
          against,
          target: text,
          called,
          above: { type: 'string', description: 'Of a seat: the body in which it is' },
          title: text,
          seat: count,
          needed: count,
          of: count,
          openedAt: time,
          until: time,
          gathering: { type: 'boolean' },
          phones: count,
          paper: { ...count, description: 'As the lists were last counted' },
          reached: { ...orNull(count), description: 'The act that says there are enough' },
          due: orNull(time),
          sitting: { ...orNull(count), description: 'The sitting that was convened for it' },
          recalled: orNull(count),
          mine: orNull(
            object({
              signed: { type: 'boolean' },
              counts: orNull(object({ round: count, entered: { type: 'boolean' } })),
            }),
          ),
        },
        ['called', 'above', 'title', 'seat'],
      ),
    ),
    about: list(
      object({ against, target: text, called, above: text, title: text, seat: count }, [
        'called',
        'above',
        'title',
        'seat',
      ]),
    ),
    offsetMinutes: { type: 'integer' },
  }),
  Mail: object({
    server: orNull(object({ host: text })),
    mine: orNull(
      object({
        address: text,
        language: text,
        urgent: { type: 'boolean' },
        digest: { enum: ['none', 'daily', 'weekly'] },
        open: { type: 'boolean' },
        confirmed: { type: 'boolean' },
        agreed: { type: 'boolean', description: 'To the server through which mail goes now' },
        refused: { type: 'boolean', description: 'That server said that there is no such address' },
      }),
    ),
    office: orNull(
      object({
        server: orNull(
          object({
            host: text,
            port: count,
            tls: { enum: ['tls', 'starttls', 'none'] },
            user: orNull(text),
            sender: text,
            hasPassword: { type: 'boolean' },
          }),
        ),
        allowed: orNull(list(text)),
        trouble: orNull(sentences),
        people: object({ confirmed: count, notAgreed: count }),
        messages: object({ waiting: count, sent: count, failed: list(object({ messages: count, sentences })) }),
      }),
    ),
  }),
  AtTheDoor: object({
    people: list(
      object({
        member: text,
        name: text,
        channel: { anyOf: [{ enum: ['phone', 'card', 'paper'] }, { type: 'null' }] },
      }),
    ),
  }),
  Me: object(
    {
      actor,
      roles: list(text),
      title: text,
      size: count,
      sittings: list(
        object({
          sitting: count,
          kind: text,
          place: text,
          startsAt: time,
          opened: { type: 'boolean' },
          present: orNull(count),
          needed: orNull(count),
          roll: count,
          checkIn: {
            enum: ['hall', 'anywhere'],
            description: 'Where one checks in: with the code at the door, or without',
          },
          checkedIn: { type: 'boolean' },
        }),
      ),
      openVotes: list(
        object({
          vote: count,
          motion: count,
          sitting: count,
          title: text,
          textHash: hash,
          method: text,
          openedAt: time,
          voted: { type: 'boolean' },
          mayVote: { type: 'boolean', description: 'On the list that was frozen when the vote opened' },
          mandate: orNull(text),
        }),
      ),
      votes: list(object({ vote: count, closed: { type: 'boolean' } })),
      officeKey: {
        ...orNull(object({ office: text, called, key: publicKey })),
        description: 'The key that is enrolled for an office which I hold now',
      },
      toSeal: {
        ...list(
          object({
            index: count,
            act: text,
            office: text,
            called,
            key: publicKey,
            signed: { type: 'boolean' },
            signatures: count,
            needed: count,
          }),
        ),
        description: 'Acts that `SignAct` would take my signature for, the newest first, and what they have so far',
      },
      minutesDue: {
        ...list(object({ sitting: count, place: text, startsAt: time })),
        description:
          'Closed sittings whose minutes nobody has approved, the newest first: for whoever brings them to approval',
      },
      languages: {
        ...list(object({ tag: text, name: text })),
        description: 'Added to this node beside es and en (`/api/languages`); absent where there are none',
      },
    },
    ['languages'],
  ),
  ...foundComponents,
  ...correspondenceComponents,
  Bodies: object({ node: text, bodies: list(object(summary)) }),
  Body: object({
    ...summary,
    head: object({ size: count, root: hash, checkpoint: orNull(text) }),
    offices: {
      type: 'object',
      description: 'Offices that the book speaks of, by name: what people call them, in es and en',
    },
    state: { type: 'object', description: 'Folded from the acts alone; tables as objects by key' },
  }),
  Act: object(act),
  Acts: object({ origin: text, size: count, acts: list(named('Act')), next: orNull(count) }),
  ActsOfCode: object({ code: text, acts: list(named('Act')) }),
  ActWithDisclosures: object({
    ...act,
    sealedBy: orNull(count),
    disclosures: { type: 'object', description: 'slot → what is disclosed' },
    salts: { type: 'object', description: 'slot → salt of its commitment' },
  }),
  ActInWords: object({
    index: count,
    sentences: { ...orNull(named('Sentences')), description: 'null for an act that this program does not know' },
  }),
  ActsInWords: object({
    acts: list(object({ index: count, at: time, sentences: orNull(named('Sentences')) })),
    all: count,
  }),
  PartsOfAct: object({ parts: list(object({ number: count, sentences: named('Sentences') })) }),
  MeasuresHere: object({
    measures: list(
      object({
        book: text,
        title: text,
        index: count,
        what: text,
        from: time,
        standing: { enum: ['called', 'waiting', 'suspended'] },
        place: { ...orNull(text), description: 'The exact place, where the bearer reads it' },
        area: { ...orNull(text), description: 'Roughly where, for everybody' },
        forMembers: { type: 'boolean', description: 'The exact place is in no act: it is for members' },
        withdrawn: { type: 'boolean', description: 'The body has withdrawn its own people from it' },
      }),
    ),
  }),
  Sentences: sentences,
  Vote: object(vote, ['receipt']),
  HeldElection: object({
    motion: count,
    title: text,
    vote: orNull(count),
    parity: { type: 'boolean', description: 'A candidature says whether it counts for parity' },
    contests: list(
      object({
        contest: count,
        offices: list(text),
        called: list(called),
        seats: list(count),
        marks: { ...orNull(count), description: 'As many as a ballot may mark; null where it ranks them' },
        candidates: list(
          object({
            number: count,
            name: { ...orNull(text), description: 'Of whoever asked to be named' },
            withdrawn: { type: 'boolean' },
            own: { type: 'boolean', description: 'The bearer’s' },
            votes: { ...orNull(count), description: 'Where all ballots came from a secret box' },
            place: { ...orNull(count), description: 'That the count gives, from 1' },
          }),
        ),
        counted: { ...orNull(count), description: 'The act that counted it' },
      }),
    ),
  }),
  Receipt: object({
    vote: count,
    closedBy: count,
    counted: { type: 'boolean' },
    ballot: object({ book: text, choice: text, salt: text, vote: count, voter: text }),
    index: count,
    size: count,
    root: hash,
    proof: list(hash),
  }),
  Mirror: object({ kind: { enum: ['added', 'exists'] }, origin: text }),
  Pull: {
    oneOf: [
      object({ kind: { const: 'pulled' }, origin: text, from: count, to: count, notHere: count }),
      object({ kind: { const: 'current' }, origin: text, size: count }),
      object({ kind: { const: 'behind' }, origin: text, size: count, theirs: count }),
    ],
  },
  Witnessing: object({ origin: text, witness: text }),
  Health: object({ ok: { const: true }, node: text }),
  ...liveComponents,
  ...statuteComponents,
  ...ballotComponents,
  ...supplyComponents,
  ...accountsComponents,
};
