/** What a road block does with a safe-conduct, without a network (docs/passes.md). Life passes before anything else is asked. */
import type { Crypto } from '../crypto.ts';
import { base64Decode } from '../encoding.ts';
import { parseTime } from '../time.ts';
import { type Cargo, isLife } from './cargo.ts';
import type { KeyList, PassKey } from './key-list.ts';
import { isPassSigned, type Pass, type PassFault, readPass, type SignedPass } from './pass-text.ts';

/** What is the matter with the paper; `valid`: nothing. */
export type PassFinding =
  | 'valid'
  | 'no-document'
  | 'misread'
  | 'other-version'
  | 'unknown-issuer'
  | 'forged'
  | 'key-withdrawn'
  | 'beyond-key'
  | 'revoked'
  | 'not-yet'
  | 'expired'
  | 'wrong-closure'
  | 'wrong-cargo'
  | 'wrong-vehicle';

export interface Verdict {
  /**
   * `let-pass`: life passes, whatever was found. `valid`: the paper opens this closure. `ask-cargo`: nothing says what is carried;
   * if it is life it passes. `not-valid`: the paper opens nothing here.
   */
  readonly answer: 'let-pass' | 'valid' | 'ask-cargo' | 'not-valid';
  readonly finding: PassFinding;
  /** Of `misread`: which part. */
  readonly fault?: PassFault;
  /** What is carried, as those at the block say, else as the paper says. */
  readonly cargo?: Cargo;
  readonly pass?: Pass;
  /** The body that issued it, as far as a list names it, and how old that list is. */
  readonly issuer?: Issuer;
  /** Of a revocation, or of the withdrawal of the key. */
  readonly since?: string;
}

export interface Issuer {
  readonly origin: string;
  readonly body: string;
  readonly listAt: string;
  /** Whole minutes from the last act that the list knows to the moment of the question; never negative. */
  readonly ageMinutes: number;
  /** Older than the body wants. */
  readonly stale: boolean;
  /** The closures of the pass that the list names, in words. */
  readonly closures: readonly { readonly number: number; readonly name: string }[];
}

export interface Question {
  /** What the camera read or somebody typed; absent: there is no paper. */
  readonly text?: string;
  /** When it is asked, by the clock of whoever asks: `2026-11-22T06:30:00Z`. */
  readonly at: string;
  /** The closure where it is asked; absent: any of the pass's. */
  readonly block?: { readonly origin: string; readonly number: number };
  /** What those at the block see on the vehicle, and its plate. */
  readonly cargo?: Cargo;
  readonly vehicle?: string;
}

/** Judges by the lists that this phone holds. Throws RangeError for a moment that is none. */
export function judge(question: Question, lists: readonly KeyList[], crypto: Pick<Crypto, 'verifyEd25519'>): Verdict {
  if (parseTime(question.at) === undefined) throw new RangeError(`not a time: ${question.at}`);
  if (question.text === undefined) return answered({ finding: 'no-document' }, question.cargo);
  const read = readPass(question.text);
  if (!read.ok) {
    const finding = read.fault === 'other-version' ? 'other-version' : 'misread';
    return answered({ finding, fault: read.fault }, question.cargo ?? read.cargo);
  }
  return answered(findingOf(read.signed, question, lists, crypto), question.cargo, read.signed.pass);
}

type Found = Pick<Verdict, 'finding' | 'fault' | 'issuer' | 'since'>;

/** What those at the block see goes before what a paper says: oxygen without a paper passes, goods under a paper for oxygen do not. */
function answered(found: Found, seen: Cargo | undefined, pass?: Pass): Verdict {
  const cargo = seen ?? pass?.cargo;
  return {
    answer: answerTo(found.finding, cargo),
    ...found,
    ...(cargo !== undefined && { cargo }),
    ...(pass !== undefined && { pass }),
  };
}

function answerTo(finding: PassFinding, cargo: Cargo | undefined): Verdict['answer'] {
  if (cargo === undefined) return 'ask-cargo';
  if (isLife(cargo)) return 'let-pass';
  return finding === 'valid' ? 'valid' : 'not-valid';
}

function findingOf(
  signed: SignedPass,
  question: Question,
  lists: readonly KeyList[],
  crypto: Pick<Crypto, 'verifyEd25519'>,
): Found {
  // Two bodies may have given keys the same name: that of them counts which has signed.
  const named = lists.flatMap((list) =>
    list.keys.filter(({ name }) => name === signed.pass.key).map((key) => ({ list, key })),
  );
  const [first] = named;
  if (first === undefined) return { finding: 'unknown-issuer' };
  const signer = named.find(({ list, key }) => {
    const bytes = base64Decode(key.key, 32);
    return bytes !== undefined && isPassSigned(signed, list.origin, bytes, crypto);
  });
  if (signer === undefined) return { finding: 'forged', issuer: issuerOf(first.list, signed.pass, question.at) };
  const issuer = issuerOf(signer.list, signed.pass, question.at);
  return {
    issuer,
    ...(keyFinding(signed.pass, signer.key, question.at) ?? passFinding(signed.pass, signer.list, question)),
  };
}

/** Times of this one form are in the order of their characters. */
function keyFinding(pass: Pass, key: PassKey, at: string): Found | null {
  if (key.withdrawn !== undefined && key.withdrawn <= at) return { finding: 'key-withdrawn', since: key.withdrawn };
  const within =
    key.from <= pass.from &&
    pass.until <= key.until &&
    key.cargoes.includes(pass.cargo) &&
    pass.closures.every((number) => key.closures.includes(number));
  return within ? null : { finding: 'beyond-key' };
}

function passFinding(pass: Pass, list: KeyList, { at, block, cargo, vehicle }: Question): Found {
  const revoked = list.revoked.find(({ pass: id }) => id === pass.id);
  if (revoked !== undefined && revoked.at <= at) return { finding: 'revoked', since: revoked.at };
  if (at < pass.from) return { finding: 'not-yet' };
  if (at >= pass.until) return { finding: 'expired' };
  if (block !== undefined && (block.origin !== list.origin || !pass.closures.includes(block.number)))
    return { finding: 'wrong-closure' };
  if (cargo !== undefined && cargo !== pass.cargo) return { finding: 'wrong-cargo' };
  if (vehicle !== undefined && pass.vehicle !== null && plateOf(vehicle) !== pass.vehicle)
    return { finding: 'wrong-vehicle' };
  return { finding: 'valid' };
}

/** Letters and digits alone: plates are written with and without hyphens. */
export const plateOf = (vehicle: string): string => vehicle.toUpperCase().replace(/[^A-Z0-9]/g, '');

function issuerOf({ origin, body, head, freshHours, closures }: KeyList, pass: Pass, at: string): Issuer {
  const ageMinutes = Math.max(0, Math.floor(((parseTime(at) ?? 0) - (parseTime(head.at) ?? 0)) / 60));
  return {
    origin,
    body,
    listAt: head.at,
    ageMinutes,
    stale: freshHours !== undefined && ageMinutes > freshHours * 60,
    closures: closures.filter(({ number }) => pass.closures.includes(number)),
  };
}
