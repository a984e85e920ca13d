/** Credentials: what entitles a voter to one ballot, without a name (specification, 4.8). */
import { modulo } from './arithmetic.ts';
import { digitsOf, numberOf } from './base58.ts';
import { integerOf } from './encoding.ts';
import type { Group } from './group.ts';
import type { DeriveKey, Random } from './machine.ts';
import { randomBelow } from './random.ts';

const CHARACTERS = 14;
const CHECK = 53n;
const ROUNDS = 1_000;

/** A fresh secret credential: five groups of three characters, the last character against slips of the pen. */
export function newCredential(random: Random): string {
  return writtenNumber(randomBelow(58n ** BigInt(CHARACTERS), random));
}

const writtenNumber = (number: bigint): string => written(digitsOf(number, CHARACTERS) + checkOf(number));

const checkOf = (number: bigint): string => digitsOf(modulo(CHECK - number, CHECK), 1);

const written = (characters: string): string => characters.match(/.{3}/g)?.join('-') ?? '';

/** A credential as a number below 58^14, and back: for whoever writes it in words. */
export function numberInCredential(credential: string): bigint | undefined {
  const text = readCredential(credential);
  return text === undefined ? undefined : numberOf(text.replaceAll('-', '').slice(0, CHARACTERS));
}

export const credentialOf = (number: bigint): string | undefined =>
  number < 58n ** BigInt(CHARACTERS) ? writtenNumber(number) : undefined;

/** A credential as somebody typed it, in the form from which its secret is derived; undefined where a character is wrong. */
export function readCredential(typed: string): string | undefined {
  const characters = typed.replaceAll(/[^1-9A-Za-z]/g, '');
  const number = numberOf(characters.slice(0, CHARACTERS));
  if (number === undefined || characters.length !== CHARACTERS + 1) return undefined;
  return characters.endsWith(checkOf(number)) ? written(characters) : undefined;
}

/** An election's identifier: it salts the credentials, so that one derived for another election opens nothing here. */
export function newIdentifier(random: Random): string {
  return digitsOf(randomBelow(58n ** BigInt(CHARACTERS), random), CHARACTERS);
}

/** The exponent behind a secret credential. */
export async function secretOf(credential: string, uuid: string, group: Group, derive: DeriveKey): Promise<bigint> {
  return integerOf(await derive(credential, uuid, ROUNDS)) % group.q;
}

export interface Voter {
  /** The public credential, as it is written. */
  readonly credential: string;
  readonly weight: bigint;
}

export interface VoterFault {
  readonly fault: 'not-in-group' | 'duplicate' | 'weight';
  readonly path: string;
}

/** The voters of a list of public credentials by what they show, and what is wrong with the list. */
export function readVoters(lines: readonly string[], group: Group) {
  const voters = new Map<string, bigint>();
  const faults: VoterFault[] = [];
  for (const [at, line] of lines.entries()) {
    const [credential = '', weight = '1'] = line.split(',');
    const element = group.read(credential);
    const path = `[${at}]`;
    // The secret behind 1 is 0, which anybody could sign with.
    if (element === undefined || element === group.one || !group.isMember(element))
      faults.push({ fault: 'not-in-group', path });
    if (BigInt(weight) === 0n) faults.push({ fault: 'weight', path });
    if (voters.has(credential)) faults.push({ fault: 'duplicate', path });
    voters.set(credential, BigInt(weight));
  }
  return { voters: voters as ReadonlyMap<string, bigint>, faults };
}

/** A voter's line in the list. */
export function writeVoter({ credential, weight }: Voter, weighted: boolean): string {
  return weighted ? `${credential},${weight}` : credential;
}
