import { build, change, type Json, plus } from './archive-model.ts';
import type { Forger, Mutation } from './mutation.ts';

type Find = Mutation['finds'];

function counted(
  type: string,
  what: string,
  finds: Find,
  how: (files: readonly Json[], forger: Forger) => readonly Json[],
): Mutation {
  return { part: 'count', what, finds, make: (forger) => forger.withStep(type, (files) => how(files, forger)) };
}

const tally = (what: string, finds: Find, how: (tally: Json, forger: Forger) => Json): Mutation =>
  counted('EncryptedTally', what, finds, ([file, sized], forger) => [how(file, forger), sized]);

const sized = (what: string, finds: Find, how: (sized: Json) => Json): Mutation =>
  counted('EncryptedTally', what, finds, ([file, fields]) => [file, how(fields)]);

const part = (what: string, finds: Find, how: (part: Json, forger: Forger) => Json): Mutation =>
  counted('PartialDecryption', what, [...finds, 'result-too-early'], ([file, owned], forger) => [
    how(file, forger),
    owned,
  ]);

const owned = (what: string, finds: Find, how: (owned: Json) => Json): Mutation =>
  counted('PartialDecryption', what, [...finds, 'result-too-early'], ([file, fields]) => [file, how(fields)]);

const result = (what: string, finds: Find, how: (rows: Json, forger: Forger) => Json): Mutation =>
  counted('Result', what, finds, ([file], forger) => [{ result: how(file.result, forger) }]);

const times = (factor: (forger: Forger) => bigint) => (value: string, forger: Forger) =>
  `${(BigInt(value) * factor(forger)) % forger.p}`;

export const countMutations: readonly Mutation[] = [
  tally('a vote added to the encrypted sum', ['tally-differs'], (file, forger) =>
    change(file, '1.0.beta', (beta) => times(({ g }) => g)(beta, forger)),
  ),
  {
    part: 'count',
    what: 'a vote added to the encrypted sum, and to the result',
    finds: ['tally-differs', 'result-differs'],
    make: (forger) => {
      const more = times(({ g }) => g);
      return build(
        forger.steps.map((step) => {
          if (step.type === 'EncryptedTally') {
            return { ...step, files: [change(step.files[0], '1.0.beta', (beta) => more(beta, forger)), step.files[1]] };
          }
          if (step.type !== 'Result') return step;
          return { ...step, files: [change(step.files[0], 'result.1.0', (votes) => votes + 1)] };
        }),
      );
    },
  },
  tally('two answers of the sum exchanged', ['tally-differs'], ([first, [a, b]]) => [first, [b, a]]),
  tally('the sum of one question left out', ['tally-differs'], ([first]) => [first]),
  tally('a number of the sum with a leading zero', ['tally-malformed'], (file) =>
    change(file, '1.0.beta', (beta) => `0${beta}`),
  ),
  {
    part: 'count',
    what: 'the earlier of two ballots of one voter counted',
    finds: ['tally-differs'],
    make: ({ steps, withStep, p }) => {
      const [early, late] = [1, 4].map((at) => steps[at]?.files[0]);
      const inverse = (value: bigint): bigint => power(value, p - 2n, p);
      return withStep('EncryptedTally', ([file, fields]) => [
        file.map((row: Json, at: number) =>
          row.map((_: Json, index: number) => {
            const swapped = (name: string): string => {
              const [before, after] = [early, late].map((ballot) => BigInt(ballot.answers[at].choices[index][name]));
              return `${(((BigInt(file[at][index][name]) * (before ?? 1n)) % p) * inverse(after ?? 1n)) % p}`;
            };
            return { alpha: swapped('alpha'), beta: swapped('beta') };
          }),
        ),
        fields,
      ]);
    },
  },
  sized('one ballot more said to be counted', ['num-tallied'], (fields) => ({
    ...fields,
    num_tallied: fields.num_tallied + 1,
  })),
  sized('no ballot said to be counted', ['num-tallied'], (fields) => ({ ...fields, num_tallied: 0 })),
  sized('another total weight', ['total-weight'], (fields) => ({ ...fields, total_weight: fields.total_weight + 1 })),
  sized('the total weight as text', ['tally-malformed'], (fields) => ({
    ...fields,
    total_weight: `${fields.total_weight}`,
  })),
  {
    part: 'count',
    what: 'another sum named than the one that is there',
    finds: ['tally-malformed'],
    make: ({ steps }) =>
      build(steps, {
        naming: (own, { type }) => (type === 'EncryptedTally' ? { ...own, encrypted_tally: '0'.repeat(64) } : own),
      }),
  },
  part('a factor times g', ['decryption-proof'], (file, forger) =>
    change(file, 'decryption_factors.0.0', (factor) => times(({ g }) => g)(factor, forger)),
  ),
  part('a factor times an element of order two', ['decryption-factor'], (file, { p }) =>
    change(file, 'decryption_factors.0.0', (factor) => `${p - BigInt(factor)}`),
  ),
  part('two factors exchanged', ['decryption-proof'], (file) =>
    change(file, 'decryption_factors.1', ([a, b]) => [b, a]),
  ),
  part('challenge of a proof of decryption', ['decryption-proof'], (file) =>
    change(file, 'decryption_proofs.0.0.challenge', plus(1n)),
  ),
  part('response of a proof of decryption', ['decryption-proof'], (file) =>
    change(file, 'decryption_proofs.0.0.response', plus(1n)),
  ),
  part('response of a proof of decryption plus q', ['decryption-proof'], (file, { q }) =>
    change(file, 'decryption_proofs.0.0.response', plus(q)),
  ),
  part('a factor left out', ['decryption-shape'], (file) => change(file, 'decryption_factors.1', ([a]) => [a])),
  part('a proof left out', ['decryption-shape'], (file) => change(file, 'decryption_proofs.1', ([a]) => [a])),
  part('a field that nobody knows in a part', ['decryption-malformed'], (file) => ({ ...file, note: 1 })),
  owned("the part given out as another trustee's", ['decryption-proof'], (fields) => ({ ...fields, owner: 3 })),
  owned('the part of a fourth of three trustees', ['decryption-owner'], (fields) => ({ ...fields, owner: 4 })),
  owned('the part of trustee zero', ['decryption-owner'], (fields) => ({ ...fields, owner: 0 })),
  {
    part: 'count',
    what: 'another part named than the one that is there',
    finds: ['decryption-malformed', 'result-too-early'],
    make: ({ steps }) =>
      build(steps, {
        naming: (own, { type }) => (type === 'PartialDecryption' ? { ...own, payload: '0'.repeat(64) } : own),
      }),
  },
  result('one vote more', ['result-differs'], (rows) => change(rows, '1.1', (votes) => (votes === 0 ? 1 : votes - 1))),
  result('two answers of the result exchanged', ['result-differs'], ([first, [a, b]]) => [
    first,
    a === b ? [a + 1, b] : [b, a],
  ]),
  result('more votes than there is weight', ['result-bounds', 'result-differs'], (rows) =>
    change(rows, '1.1', () => 700),
  ),
  result('votes plus the order of the group', ['result-bounds', 'result-differs'], (rows, { q }) =>
    change(rows, '1.1', (votes) => `${BigInt(votes) + q}`),
  ),
  result('a question of the result left out', ['result-shape'], ([first]) => [first]),
  result('an answer of the result left out', ['result-shape'], ([first, [a]]) => [first, [a]]),
  result('votes as text', ['result-malformed'], (rows) => change(rows, '1.1', (votes) => `${votes}`)),
  result('votes below zero', ['result-malformed'], (rows) => change(rows, '1.1', () => -1)),
];

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square, rest] = [1n, base, exponent];
  for (; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
