/** Adding up without opening: the product of all ciphertexts holds the sum of what is in them (specification, 4.16). */
import { writeCiphertext } from './answer.ts';
import type { Ciphertext } from './choice-proof.ts';
import { type Election, widthOf } from './election.ts';
import type { Group } from './group.ts';
import { type AnswerFields, type CiphertextFields, tallyShape } from './structures.ts';
import { readJson } from './wire.ts';

export type EncryptedTally = readonly (readonly Ciphertext[])[];

/** The products so far. Who votes again is taken out first: a quotient of products, so that no ballot has to be kept. */
export interface TallySoFar {
  readonly add: (answers: readonly AnswerFields[], weight: bigint) => void;
  readonly takeOut: (answers: readonly AnswerFields[], weight: bigint) => void;
  readonly tally: () => EncryptedTally;
}

interface Products {
  alpha: bigint;
  beta: bigint;
}

export function startTally({ group, fields }: Election): TallySoFar {
  const fresh = (): Products[][] =>
    fields.questions.map((question) =>
      Array.from({ length: widthOf(question) }, () => ({ alpha: group.one, beta: group.one })),
    );
  const [counted, removed] = [fresh(), fresh()];
  return {
    add: (answers, weight) => multiplyInto(group, counted, answers, weight),
    takeOut: (answers, weight) => multiplyInto(group, removed, answers, weight),
    tally: () =>
      counted.map((row, at) =>
        row.map(({ alpha, beta }, index) => {
          const out = removed[at]?.[index] ?? { alpha: group.one, beta: group.one };
          return { alpha: without(group, alpha, out.alpha), beta: without(group, beta, out.beta) };
        }),
      ),
  };
}

const without = (group: Group, product: bigint, out: bigint): bigint =>
  out === group.one ? product : group.divide(product, out);

function multiplyInto(group: Group, products: Products[][], answers: readonly AnswerFields[], weight: bigint): void {
  for (const [at, row] of products.entries()) {
    for (const [index, product] of row.entries()) {
      const fields = answers[at]?.choices[index];
      const [alpha, beta] = [group.read(fields?.alpha ?? ''), group.read(fields?.beta ?? '')];
      // A ballot of another shape is a finding of its own; here it must only not stop the reading.
      if (alpha === undefined || beta === undefined) continue;
      product.alpha = group.multiply(product.alpha, weighted(group, alpha, weight));
      product.beta = group.multiply(product.beta, weighted(group, beta, weight));
    }
  }
}

const weighted = (group: Group, element: bigint, weight: bigint): bigint =>
  weight === 1n ? element : group.power(element, weight);

export function writeTally(group: Group, tally: EncryptedTally): readonly (readonly CiphertextFields[])[] {
  return tally.map((row) => row.map((ciphertext) => writeCiphertext(group, ciphertext)));
}

/** The sum as `writeTally` wrote it. Throws where it was changed since. */
export function readTally(group: Group, json: string): EncryptedTally {
  const read = readJson(json, tallyShape);
  if (!read.ok) throw new RangeError(`an encrypted sum that is wrong at ${read.path}`);
  return read.value.map((row) =>
    row.map((fields) => {
      const [alpha, beta] = [group.read(fields.alpha), group.read(fields.beta)];
      if (alpha === undefined || beta === undefined) throw new RangeError('an encrypted sum of no group elements');
      return { alpha, beta };
    }),
  );
}
