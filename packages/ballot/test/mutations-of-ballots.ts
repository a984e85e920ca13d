import { nodeMachine } from '../node/machine.ts';
import { makeAnswer } from '../src/answer.ts';
import { seededRandom } from '../src/index.ts';
import { build, change, type Json, plus, written } from './archive-model.ts';
import type { Forger, Mutation } from './mutation.ts';

type Find = Mutation['finds'];

/** A change in the second voter's only ballot, signed again. Its number in the sum stays as it was, so only its inside is wrong. */
function inside(what: string, path: string, finds: Find, how: (value: Json, forger: Forger) => Json): Mutation {
  return {
    part: 'ballot',
    what,
    finds,
    make: (forger) => forger.withBallot(1, (ballot) => change(ballot, path, (value) => how(value, forger))),
  };
}

/** Changes of ciphertexts change the sum as well. */
const andSum: Find = ['tally-differs', 'decryption-proof', 'result-too-early'];

/** A ballot that cannot be read counts for nobody. */
const andVoter: Find = [...andSum, 'num-tallied', 'total-weight'];

const one = plus(1n);
const [proof, overall, blank] = [
  'answers.0.individual_proofs.1.0',
  'answers.0.overall_proof.1',
  'answers.0.blank_proof.0',
];

const unsigned = (what: string, finds: Find, how: (ballot: Json, forger: Forger) => Json): Mutation => ({
  part: 'ballot',
  what,
  finds,
  make: (forger) => forger.withStep('Ballot', ([ballot]) => [how(ballot, forger)], 1),
});

export const ballotMutations: readonly Mutation[] = [
  inside('challenge of the proof of one answer', `${proof}.challenge`, ['ballot-individual-proof'], one),
  inside('response of the proof of one answer', `${proof}.response`, ['ballot-individual-proof'], one),
  inside(
    'the two halves of such a proof exchanged',
    'answers.0.individual_proofs.1',
    ['ballot-individual-proof'],
    ([a, b]) => [b, a],
  ),
  inside('proofs of two answers exchanged', 'answers.0.individual_proofs', ['ballot-individual-proof'], ([a, b, c]) => [
    a,
    c,
    b,
  ]),
  inside('challenge of the proof of the bounds', `${overall}.challenge`, ['ballot-overall-proof'], one),
  inside('response of the proof of the bounds', `${overall}.response`, ['ballot-overall-proof'], one),
  inside('proof of the bounds without blank', 'answers.1.overall_proof.0.response', ['ballot-overall-proof'], one),
  inside('challenge of the proof about blank', `${blank}.challenge`, ['ballot-blank-proof'], one),
  inside('response of the proof about blank', `${blank}.response`, ['ballot-blank-proof'], one),
  inside('proof about blank left out', 'answers.0.blank_proof', ['ballot-shape'], () => undefined),
  inside('proof about blank where none belongs', 'answers.1', ['ballot-shape'], (answer) => ({
    ...answer,
    blank_proof: answer.overall_proof,
  })),
  inside('a proof of the bounds too few', 'answers.1.overall_proof', ['ballot-shape'], ([first]) => [first]),
  inside('an individual proof of three halves', 'answers.1.individual_proofs.0', ['ballot-shape'], ([a, b]) => [
    a,
    b,
    a,
  ]),
  inside('a choice too many', 'answers.1', ['ballot-shape'], ({ choices, individual_proofs: proofs, ...rest }) => ({
    choices: [...choices, choices[0]],
    individual_proofs: [...proofs, proofs[0]],
    ...rest,
  })),
  inside('an answer left out', 'answers', ['ballot-answers', ...andSum], ([first]) => [first]),
  inside('answers of two questions exchanged', 'answers', ['ballot-shape', ...andSum], ([a, b]) => [b, a]),
  inside(
    'a vote moved to another answer, with its proofs',
    'answers.0',
    ['ballot-overall-proof', 'ballot-blank-proof', ...andSum],
    (answer) => ({
      ...answer,
      choices: [answer.choices[0], answer.choices[2], answer.choices[1]],
      individual_proofs: [answer.individual_proofs[0], answer.individual_proofs[2], answer.individual_proofs[1]],
    }),
  ),
  inside(
    'alpha and beta exchanged',
    'answers.1.choices.0',
    ['ballot-individual-proof', 'ballot-overall-proof', ...andSum],
    ({ alpha, beta }) => ({
      alpha: beta,
      beta: alpha,
    }),
  ),
  // The weight of this voter is two, by which such an element vanishes from the sum.
  inside(
    'alpha times an element of order two',
    'answers.1.choices.0.alpha',
    ['ballot-not-in-group'],
    (alpha, { p }) => `${p - BigInt(alpha)}`,
  ),
  inside(
    'beta times an element of order two',
    'answers.1.choices.0.beta',
    ['ballot-not-in-group'],
    (beta, { p }) => `${p - BigInt(beta)}`,
  ),
  inside('alpha of zero', 'answers.1.choices.0.alpha', ['ballot-not-in-group', ...andSum], () => '0'),
  inside(
    'alpha plus p',
    'answers.1.choices.0.alpha',
    ['ballot-not-in-group', ...andSum],
    (alpha, { p }) => `${BigInt(alpha) + p}`,
  ),
  inside('challenge plus q', `${proof}.challenge`, ['ballot-exponent'], (value, { q }) => `${BigInt(value) + q}`),
  inside('response plus q', `${proof}.response`, ['ballot-exponent'], (value, { q }) => `${BigInt(value) + q}`),
  {
    part: 'ballot',
    what: 'response of the signature plus q',
    finds: ['ballot-exponent'],
    make: ({ withStep, q }) =>
      withStep(
        'Ballot',
        ([ballot]) => [change(ballot, 'signature.proof.response', (value) => `${BigInt(value) + q}`)],
        1,
      ),
  },
  inside(
    'a number with a leading zero',
    `${proof}.challenge`,
    ['ballot-malformed', ...andVoter],
    (value) => `0${value}`,
  ),
  inside(
    'a number in hexadecimal',
    `${proof}.challenge`,
    ['ballot-malformed', ...andVoter],
    (value) => `0x${BigInt(value).toString(16)}`,
  ),
  inside('a number as a JSON number', `${proof}.challenge`, ['ballot-malformed', ...andVoter], () => 7),
  unsigned('a space in the JSON', ['ballot-not-canonical', ...andVoter], (ballot) =>
    written(ballot).replace(',', ', '),
  ),
  unsigned('a line break at the end', ['ballot-not-canonical', ...andVoter], (ballot) => `${written(ballot)}\n`),
  unsigned(
    'two fields in another order',
    ['ballot-not-canonical', ...andVoter],
    ({ election_uuid, election_hash, ...rest }) => ({
      election_hash,
      election_uuid,
      ...rest,
    }),
  ),
  unsigned('a field that nobody knows', ['ballot-not-canonical', ...andVoter], (ballot) => ({ ...ballot, note: '' })),
  unsigned('a field twice', ['ballot-not-canonical', ...andVoter], (ballot) =>
    written(ballot).replace('"answers":', '"answers":[],"answers":'),
  ),
  unsigned('a letter written as an escape', ['ballot-not-canonical', ...andVoter], (ballot) =>
    written(ballot)
      .replace('"election_uuid":"', `"election_uuid":"\\u00${ballot.election_uuid.charCodeAt(0).toString(16)}`)
      .replace(/(\\u00..)./, '$1'),
  ),
  inside('another election named', 'election_uuid', ['ballot-wrong-election'], () => 'AAAAAAAAAAAAAA'),
  inside('the hash of another election', 'election_hash', ['ballot-wrong-election'], (hash) =>
    `${hash.slice(0, -1)}A`.replace(/^./, 'z'),
  ),
  {
    part: 'ballot',
    what: 'the ballot of somebody without a credential',
    finds: ['ballot-unknown-credential'],
    make: ({ steps, vote }) => {
      const ballot = vote(12_345n, [
        [0, 1, 0],
        [1, 0],
      ]);
      return build([...steps.slice(0, 2), { type: 'Ballot', files: [ballot] }, ...steps.slice(2)]);
    },
  },
  unsigned(
    "another voter's credential on it",
    [
      'ballot-individual-proof',
      'ballot-overall-proof',
      'ballot-blank-proof',
      'ballot-signed-hash',
      'ballot-signature',
      'num-tallied',
      'total-weight',
      ...andSum,
    ],
    (ballot, { made }) => ({
      ...ballot,
      credential: made.credentials[0]?.public,
    }),
  ),
  {
    part: 'ballot',
    what: "signed with another voter's secret",
    finds: ['ballot-signature'],
    make: ({ withStep, sign }) => withStep('Ballot', ([ballot]) => [sign(ballot, 0)], 1),
  },
  unsigned('changed after it was signed', ['ballot-individual-proof', 'ballot-signed-hash'], (ballot) =>
    change(ballot, `${proof}.response`, one),
  ),
  unsigned('the hash that is signed is of something else', ['ballot-signed-hash', 'ballot-signature'], (ballot) =>
    change(ballot, 'signature.hash', (hash) =>
      hash.startsWith('A') ? hash.replace('A', 'B') : hash.replace(/^./, 'A'),
    ),
  ),
  unsigned('challenge of the signature', ['ballot-signature'], (ballot) =>
    change(ballot, 'signature.proof.challenge', one),
  ),
  unsigned('response of the signature', ['ballot-signature'], (ballot) =>
    change(ballot, 'signature.proof.response', one),
  ),
  {
    part: 'ballot',
    what: "another voter's encrypted answer copied, with its proofs",
    finds: ['ballot-individual-proof', 'ballot-overall-proof', 'ballot-blank-proof', ...andSum],
    make: ({ withBallot, steps }) =>
      withBallot(1, (ballot) => change(ballot, 'answers.0', () => steps[1]?.files[0].answers[0])),
  },
  {
    part: 'ballot',
    what: 'two answers chosen where one is allowed',
    finds: ['ballot-overall-proof', ...andSum],
    make: ({ withBallot, election }) =>
      withBallot(1, (ballot) => {
        const question = { ...(election.fields.questions[1] ?? { answers: [], min: 0, question: '' }), max: 2 };
        const context = `${election.fingerprint}|${ballot.credential}`;
        const random = seededRandom('greedy', nodeMachine);
        const greedy = makeAnswer({ election, question, context }, [1, 1], random);
        return change(ballot, 'answers.1', () => ({ ...greedy, overall_proof: greedy.overall_proof.slice(0, 2) }));
      }),
  },
];
