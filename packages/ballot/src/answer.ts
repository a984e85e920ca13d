/** The encrypted answer to one question, with the proofs that it is a possible one (specification, 4.11). */
import {
  type Ciphertext,
  encrypt,
  isOneOf,
  multiplyCiphertexts,
  type Opened,
  proveOneOf,
  type Statement,
  together,
} from './choice-proof.ts';
import { type Election, widthOf } from './election.ts';
import type { Element, Group } from './group.ts';
import type { Random } from './machine.ts';
import { type Proof, readProof, writeProof } from './proof.ts';
import type { AnswerFields, CiphertextFields, ProofFields, Question } from './structures.ts';

/** One 0 or 1 for each answer; where a blank vote is allowed, a 1 or 0 for "blank" before them. */
export type Choice = readonly number[];

/** Whether a choice keeps the question's bounds. */
export function isPossible(question: Question, choice: Choice): boolean {
  const { blank, min, max } = question;
  if (choice.length !== widthOf(question) || choice.some((value) => value !== 0 && value !== 1)) return false;
  const chosen = (blank === true ? choice.slice(1) : choice).reduce((sum, value) => sum + value, 0);
  return blank === true && choice[0] === 1 ? chosen === 0 : min <= chosen && chosen <= max;
}

export interface AnswerSetting {
  readonly election: Election;
  readonly question: Question;
  /** The election's fingerprint and the voter's public credential: proofs are worth nothing in another ballot. */
  readonly context: string;
}

/** Whether an element belongs to the group: known at once, or found out later for many together (`membership.ts`). */
export type IsMember = (element: Element) => boolean;

export function makeAnswer(
  { election, question, context }: AnswerSetting,
  choice: Choice,
  random: Random,
): AnswerFields {
  const { key, group } = election;
  const workshop = { ...election, random };
  if (!isPossible(question, choice)) throw new RangeError('a choice that the question does not allow');
  const opened = choice.map((value) => encrypt(workshop, key, value));
  const ciphertexts = opened.map(({ ciphertext }) => ciphertext);
  const individual = opened.map((about) =>
    proveOneOf(workshop, key, zeroOrOne(context, group, about.ciphertext), bothAbout(about), about.value),
  );
  const prefixes = overallPrefixes(context, group, question, ciphertexts);
  const numbers = range(question);
  const [blank, rest] = question.blank === true ? [opened[0] as Opened, opened.slice(1)] : [undefined, opened];
  const sum = together(group, rest);
  const inBounds = numbers.map((number) => ({ about: sum, number }));
  const overall =
    blank === undefined
      ? proveOneOf(workshop, key, prefixes.overall, inBounds, numbers.indexOf(sum.value))
      : proveOneOf(
          workshop,
          key,
          prefixes.overall,
          [{ about: blank, number: 1 }, ...inBounds],
          blank.value === 1 ? 0 : 1 + numbers.indexOf(sum.value),
        );
  const fields = {
    choices: ciphertexts.map((ciphertext) => writeCiphertext(group, ciphertext)),
    individual_proofs: individual.map((proofs) => proofs.map(writeProof)),
    overall_proof: overall.map(writeProof),
  };
  if (blank === undefined) return fields;
  const either = [
    { about: blank, number: 0 },
    { about: sum, number: 0 },
  ];
  const blankProof = proveOneOf(workshop, key, prefixes.blank, either, blank.value === 0 ? 0 : 1);
  return { ...fields, blank_proof: blankProof.map(writeProof) };
}

const bothAbout = (about: Opened) => [
  { about, number: 0 },
  { about, number: 1 },
];

export interface AnswerFault {
  readonly fault: 'shape' | 'not-in-group' | 'exponent' | 'individual-proof' | 'overall-proof' | 'blank-proof';
  readonly path: string;
}

/** Everything that is wrong with an answer: first whether it can be checked at all, then its proofs. */
export function faultsOfAnswer(
  setting: AnswerSetting,
  answer: AnswerFields,
  isMember: IsMember,
): readonly AnswerFault[] {
  const { election, question, context } = setting;
  const { group, key } = election;
  if (!hasShape(question, answer)) return [{ fault: 'shape', path: '' }];
  const faults: AnswerFault[] = [];
  const ciphertexts = answer.choices.map((fields, at) => {
    const ciphertext = readCiphertext(group, fields, isMember);
    if (ciphertext === undefined) faults.push({ fault: 'not-in-group', path: `choices[${at}]` });
    return ciphertext;
  });
  const read = (proofs: readonly ProofFields[], path: string): readonly Proof[] => {
    const all = proofs.map((proof) => readProof(proof, group));
    const bad = all.indexOf(undefined);
    if (bad >= 0) faults.push({ fault: 'exponent', path: `${path}[${bad}]` });
    return all.filter((proof) => proof !== undefined);
  };
  const individual = answer.individual_proofs.map((proofs, at) => read(proofs, `individual_proofs[${at}]`));
  const overall = read(answer.overall_proof, 'overall_proof');
  const blank = read(answer.blank_proof ?? [], 'blank_proof');
  if (faults.length > 0) return faults;
  const sound = ciphertexts as readonly Ciphertext[];
  for (const [at, ciphertext] of sound.entries()) {
    const statements = [0, 1].map((number): Statement => ({ ciphertext, number }));
    const proofs = individual[at] as readonly Proof[];
    if (!isOneOf(election, key, zeroOrOne(context, group, ciphertext), statements, proofs))
      faults.push({ fault: 'individual-proof', path: `individual_proofs[${at}]` });
  }
  const { inBounds, either } = overallStatements(question, sound, group);
  const prefixes = overallPrefixes(context, group, question, sound);
  if (!isOneOf(election, key, prefixes.overall, inBounds, overall))
    faults.push({ fault: 'overall-proof', path: 'overall_proof' });
  if (either !== undefined && !isOneOf(election, key, prefixes.blank, either, blank))
    faults.push({ fault: 'blank-proof', path: 'blank_proof' });
  return faults;
}

function hasShape(question: Question, answer: AnswerFields): boolean {
  const width = widthOf(question);
  const withBlank = question.blank === true;
  return (
    answer.choices.length === width &&
    answer.individual_proofs.length === width &&
    answer.individual_proofs.every(({ length }) => length === 2) &&
    answer.overall_proof.length === range(question).length + (withBlank ? 1 : 0) &&
    (withBlank ? answer.blank_proof?.length === 2 : answer.blank_proof === undefined)
  );
}

function overallStatements(question: Question, ciphertexts: readonly Ciphertext[], group: Group) {
  const withBlank = question.blank === true;
  const sum = multiplyCiphertexts(group, withBlank ? ciphertexts.slice(1) : ciphertexts);
  const bounds = range(question).map((number): Statement => ({ ciphertext: sum, number }));
  if (!withBlank) return { inBounds: bounds, either: undefined };
  const blank = ciphertexts[0] as Ciphertext;
  return {
    inBounds: [{ ciphertext: blank, number: 1 }, ...bounds],
    either: [
      { ciphertext: blank, number: 0 },
      { ciphertext: sum, number: 0 },
    ],
  };
}

const range = ({ min, max }: Question): readonly number[] => Array.from({ length: max - min + 1 }, (_, i) => min + i);

const zeroOrOne = (context: string, group: Group, ciphertext: Ciphertext): string =>
  `prove|${context}|${writtenPair(group, ciphertext)}`;

/** The proofs about the whole answer hash all its ciphertexts, so that none can be exchanged under them. */
function overallPrefixes(context: string, group: Group, question: Question, ciphertexts: readonly Ciphertext[]) {
  const all = `${context}|${ciphertexts.map((ciphertext) => writtenPair(group, ciphertext)).join(',')}`;
  if (question.blank === true) return { overall: `bproof1|${all}`, blank: `bproof0|${all}` };
  return { overall: `prove|${all}|${writtenPair(group, multiplyCiphertexts(group, ciphertexts))}`, blank: '' };
}

const writtenPair = (group: Group, { alpha, beta }: Ciphertext): string => `${group.write(alpha)},${group.write(beta)}`;

export function writeCiphertext(group: Group, { alpha, beta }: Ciphertext): CiphertextFields {
  return { alpha: group.write(alpha), beta: group.write(beta) };
}

/** Undefined where one of the two is no member of the group. */
function readCiphertext(group: Group, fields: CiphertextFields, isMember: IsMember): Ciphertext | undefined {
  const [alpha, beta] = [group.read(fields.alpha), group.read(fields.beta)];
  if (alpha === undefined || beta === undefined) return undefined;
  return isMember(alpha) && isMember(beta) ? { alpha, beta } : undefined;
}
