import { nodeMachine } from '../node/machine.ts';
import { type Random, seededRandom } from '../src/index.ts';
import { contribute, joinCeremony, type Seat } from '../src/pedersen.ts';
import { publishKey, readTrustees } from '../src/trustee.ts';
import { newTrusteeSecret } from '../src/trustee-secret.ts';
import { build, change, type Json, plus } from './archive-model.ts';
import type { Forger, Mutation } from './mutation.ts';

type Find = Mutation['finds'];

/** Nobody has voted yet, so that only the setup can be wrong. */
function setup(what: string, finds: Find, how: (files: readonly Json[], forger: Forger) => readonly Json[]): Mutation {
  return {
    part: 'setup',
    what,
    finds,
    make: (forger) => build([{ type: 'Setup', files: how(forger.steps[0]?.files ?? [], forger) }]),
  };
}

const election = (what: string, finds: Find, how: (fields: Json, forger: Forger) => Json): Mutation =>
  setup(what, finds, ([fields, ...rest], forger) => [how(fields, forger), ...rest]);

const trustees = (what: string, finds: Find, path: string, how: (value: Json, forger: Forger) => Json): Mutation =>
  setup(what, finds, ([first, file, last], forger) => [
    first,
    change(file, `0.1${path}`, (value) => how(value, forger)),
    last,
  ]);

const credentials = (what: string, finds: Find, how: (lines: readonly string[], forger: Forger) => Json): Mutation =>
  setup(what, finds, ([first, second, lines], forger) => [first, second, how(lines, forger)]);

interface Held {
  /** Of every participant, where they are one and the same. */
  readonly secret?: string;
  /** The last coefficient of every polynomial is zero. */
  readonly flat?: boolean;
}

/** A whole ceremony in which the trustees believe to sit elsewhere, or are not what they seem. */
function ceremony({ election: { group } }: Forger, seats: readonly Seat[], { secret, flat = false }: Held): Json {
  const workshop = { group, machine: nodeMachine, random: seededRandom('another ceremony', nodeMachine) };
  const participants = seats.map((seat) => joinCeremony(workshop, seat, secret));
  const certs = participants.map(({ certificate }) => certificate);
  const parts = participants.map((participant) => {
    let drawn = 0;
    const random: Random = (length) => {
      drawn += 1;
      return flat && drawn === participant.threshold ? new Uint8Array(length) : workshop.random(length);
    };
    return contribute({ ...workshop, random }, participant, certs);
  });
  const keys = seats.map((_, at) => parts.reduce((sum, { shares }) => sum + (shares[at] ?? 0n), 0n) % group.q);
  return {
    threshold: seats[0]?.threshold,
    certs,
    coefexps: parts.map(({ coefexps }) => coefexps),
    signatures: parts.map(({ signature }) => signature),
    verification_keys: keys.map((key) => publishKey(workshop, key)),
  };
}

function withCeremony(what: string, finds: Find, seats: readonly Seat[], held: Held = {}): Mutation {
  return setup(what, finds, ([fields, , lines], forger) => {
    const file: Json = [['Pedersen', ceremony(forger, seats, held)]];
    const key = readTrustees(forger.election, file).trustees.electionKey;
    return [{ ...fields, public_key: `${key}` }, file, lines];
  });
}

const one = plus(1n);

export const setupMutations: readonly Mutation[] = [
  election("a key that is not the trustees'", ['election-key'], (fields, { g }) => ({ ...fields, public_key: `${g}` })),
  election('a key of one, under which everything is open', ['election-no-key'], (fields) => ({
    ...fields,
    public_key: '1',
  })),
  election('a key outside the group', ['election-no-key'], (fields, { p }) => ({
    ...fields,
    public_key: `${p - BigInt(fields.public_key)}`,
  })),
  election('half a character in the name', ['election-malformed'], (fields) => ({ ...fields, name: '\ud800' })),
  election('a space in the election', ['election-not-canonical'], (fields) =>
    JSON.stringify(fields).replace(',', ', '),
  ),
  election('a field of the election twice', ['election-not-canonical'], (fields) =>
    JSON.stringify(fields).replace('"questions":', '"questions":[],"questions":'),
  ),
  election('a field that nobody knows in the election', ['election-not-canonical'], (fields) => ({
    ...fields,
    note: '',
  })),
  election('more answers asked for than there are', ['election-question'], (fields) =>
    change(fields, 'questions.1.min', () => 3),
  ),
  election('no question', ['election-question'], (fields) => ({ ...fields, questions: [] })),
  election('a ranked question among the others', ['election-malformed'], (fields) =>
    change(fields, 'questions.1', () => ({ type: 'NonHomomorphic', value: { answers: ['a'], question: '' } })),
  ),
  election('a group that nobody knows', ['election-unknown-group'], (fields) => ({ ...fields, group: 'SMALL-16' })),
  election('another version', ['election-unknown-version'], (fields) => ({ ...fields, version: 2 })),
  election('an identifier that is too short', ['election-malformed'], (fields) => ({ ...fields, uuid: 'AAAA' })),
  trustees("the proof of a trustee's key", ['trustees-key-proof'], '.verification_keys.0.pok.response', one),
  trustees('the keys of two trustees exchanged', ['trustees-derived-key'], '.verification_keys', ([a, b, c]) => [
    b,
    a,
    c,
  ]),
  trustees(
    "a trustee's key outside the group",
    ['trustees-key-not-in-group', 'trustees-derived-key'],
    '.verification_keys.0.public_key',
    (key, { p }) => `${p - BigInt(key)}`,
  ),
  trustees(
    'the signature of a certificate',
    ['trustees-certificate', 'trustees-coefficients', 'trustees-ceremony-signature', 'election-key'],
    '.certs.0.signature.response',
    one,
  ),
  trustees(
    'the content of a certificate',
    [
      'trustees-certificate',
      'trustees-certificate-context',
      'election-key',
      'trustees-coefficients',
      'trustees-ceremony-signature',
    ],
    '.certs.0.message',
    (message) => message.replace('"index":1', '"index":2'),
  ),
  trustees(
    'the signature of the coefficients',
    ['trustees-coefficients', 'trustees-ceremony-signature', 'election-key'],
    '.coefexps.0.signature.response',
    one,
  ),
  trustees(
    "two trustees' coefficients exchanged",
    ['trustees-coefficients', 'trustees-ceremony-signature', 'election-key'],
    '.coefexps',
    ([a, b, c]) => [b, a, c],
  ),
  trustees('the signature of the ceremony', ['trustees-ceremony-signature'], '.signatures.0.response', one),
  trustees('the signatures of the ceremony left out', ['trustees-certificate-context'], '.signatures', () => undefined),
  trustees('a trustee left out of the certificates', ['trustees-sizes', 'election-key'], '.certs', ([a, b]) => [a, b]),
  trustees(
    'fewer trustees said to be enough',
    ['trustees-certificate-context', 'trustees-coefficients', 'trustees-ceremony-signature', 'election-key'],
    '.threshold',
    () => 1,
  ),
  trustees('nobody said to be needed', ['trustees-threshold', 'election-key'], '.threshold', () => 0),
  trustees('a field that nobody knows among the trustees', ['trustees-malformed'], '', (fields) => ({
    ...fields,
    note: 1,
  })),
  withCeremony(
    'certificates of a ceremony of four',
    ['trustees-certificate-context'],
    [1, 2, 3].map((index) => ({ size: 4, threshold: 2, index })),
  ),
  withCeremony(
    'a trustee with the number of another',
    ['trustees-certificate-context'],
    [1, 1, 3].map((index) => ({ size: 3, threshold: 2, index })),
  ),
  withCeremony(
    'one trustee in all places of the ceremony',
    ['trustees-key-twice'],
    [1, 2, 3].map((index) => ({ size: 3, threshold: 2, index })),
    { secret: newTrusteeSecret(seededRandom('one and the same', nodeMachine)) },
  ),
  withCeremony(
    'a ceremony in which one is enough where two are said to be needed',
    ['trustees-key-twice', 'trustees-threshold'],
    [1, 2, 3].map((index) => ({ size: 3, threshold: 2, index })),
    { flat: true },
  ),
  setup("one trustee's key given out as another's too", ['trustees-key-twice'], ([fields, , lines], forger) => {
    const { group } = forger.election;
    const random = seededRandom('copied', nodeMachine);
    const key = publishKey({ group, machine: nodeMachine, random }, 123_456_789n);
    const both = group.power(group.read(key.public_key) ?? 1n, 2n);
    return [
      { ...fields, public_key: `${both}` },
      [
        ['Single', key],
        ['Single', key],
      ],
      lines,
    ];
  }),
  credentials('a credential twice', ['credentials-duplicate'], (lines) => [...lines, lines[0]]),
  credentials('the same credential with another weight', ['credentials-duplicate'], (lines) => [
    ...lines,
    lines[0]?.replace(',1', ',9'),
  ]),
  credentials('a credential outside the group', ['credentials-not-in-group'], (lines, { p }) => [
    ...lines,
    `${p - 1n},1`,
  ]),
  credentials('a credential that anybody can sign with', ['credentials-not-in-group'], (lines) => [...lines, '1,1']),
  credentials('a weight of zero', ['credentials-weight'], ([first = '', ...rest]) => [
    first.replace(/,.*/, ',0'),
    ...rest,
  ]),
  credentials('a weight below zero', ['credentials-malformed'], ([first = '', ...rest]) => [
    first.replace(/,.*/, ',-1'),
    ...rest,
  ]),
  credentials('a weight with a leading zero', ['credentials-malformed'], ([first = '', ...rest]) => [
    first.replace(/,.*/, ',01'),
    ...rest,
  ]),
  setup(
    'trustees and credentials exchanged',
    ['trustees-malformed', 'credentials-malformed'],
    ([first, second, third]) => [first, third, second],
  ),
  {
    part: 'setup',
    what: 'another election named than the one that is there',
    finds: ['setup-malformed'],
    make: ({ steps }) => build(steps.slice(0, 1), { naming: (own) => ({ ...own, election: '0'.repeat(64) }) }),
  },
];
