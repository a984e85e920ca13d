import { count, hash, list, object, orNull, text } from './openapi-shapes.ts';

const election = { type: 'string', description: 'Identifier of the election (Belenios’s uuid)' } as const;
const code = { type: 'string', description: '128 bits in base64url, good for one place in one election' } as const;
const seat = { type: 'integer', minimum: 1 } as const;
const teller = { enum: [1, 2] } as const;
const question = object({
  question: text,
  answers: list(text),
  blank: { type: 'boolean' },
  min: count,
  max: count,
});

/** What is said about secret votes. */
export const ballotComponents = {
  BallotPreparation: object({
    election,
    trustees: list(object({ seat, code })),
    tellers: list(object({ teller, code })),
  }),
  ElectionOfMotion: object({ election, teller, code }, ['teller', 'code']),
  BallotSetUp: object({ archive: hash, election: hash, trustees: hash, credentials: hash, page: hash, head: hash }),
  SecretVote: object({
    election,
    body: text,
    motion: count,
    title: text,
    group: text,
    stage: { enum: ['keys', 'trial', 'credentials', 'ready', 'open', 'closed', 'opened'] },
    questions: list(question),
    names: {
      ...orNull(list(list(orNull(text)))),
      description:
        'Among candidates: of each question the names of its answers, null of whoever did not ask to be named. They are in no archive',
    },
    threshold: count,
    trustees: list(object({ seat, list: text, key: hash, steps: list(text) }, ['list', 'key'])),
    trial: orNull(object({ archive: hash, opened: list(seat) })),
    halves: list(object({ teller, file: hash, halves: count, inBook: { type: 'boolean' } })),
    excluded: orNull(object({ file: hash, left: count })),
    files: orNull(object({ archive: hash, election: hash, trustees: hash, credentials: hash })),
    vote: orNull(count),
    page: orNull(hash),
    head: orNull(hash),
    ballots: { ...count, description: 'On the board' },
    result: { ...orNull(object({ yes: count, no: count, abstain: count })), description: 'Of a motion' },
    rows: {
      ...orNull(list(list(count))),
      description: 'Of each question the blank ballots first, then the votes for each answer',
    },
  }),
  Cast: object({ tracker: { type: 'string', description: 'SHA-256 of the ballot in base64 without padding' } }),
  BallotPage: object({
    files: list(object({ path: text, sha256: { type: 'string', description: 'In hexadecimal' } })),
    hash: { ...hash, description: 'Over the lines that `sha256sum` writes of these files' },
    inBook: orNull(hash),
  }),
  TrusteeMessages: list(object({ seat, step: text, message: text })),
  HalvesKept: object({ file: hash, halves: count }),
  ExcludedKept: object({ file: hash, left: count }),
} as const;
