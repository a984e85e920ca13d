/**
 * The text of a safe-conduct: one line that a QR code of its alphanumeric set holds (ISO/IEC 18004, 7.4.4), signed
 * directly by a key that the body's book names, so that no network is needed to check it (docs/passes.md).
 */
import type { Crypto, Signer } from '../crypto.ts';
import { crockfordDecode, crockfordEncode, crockfordSymbols, utf8Encode } from '../encoding.ts';
import { formatTime, parseTime } from '../time.ts';
import { type Cargo, cargoCode, cargoOf } from './cargo.ts';

const VERSION = 'CABILDO1';

/** So that the code stays coarse enough for a cheap camera. */
export const MAX_PASS_BYTES = 200;

/** What a pass says. Times are UTC to the minute, as in a book: `2026-11-22T06:00:00Z`. */
export interface Pass {
  /** The name, in the key list, of the key that signed: four characters of Crockford's base 32. */
  readonly key: string;
  /** Names this pass alone: eight characters of the same, random. */
  readonly id: string;
  readonly cargo: Cargo;
  /** Letters and digits of its plate; null for any vehicle or none. */
  readonly vehicle: string | null;
  readonly from: string;
  readonly until: string;
  /** The acts, in the issuing body's book, that closed the roads which it opens; rising. */
  readonly closures: readonly number[];
}

export interface SignedPass {
  readonly pass: Pass;
  /** All before the signature, as it was signed. */
  readonly words: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

export type PassFault =
  | 'not-a-pass'
  | 'other-version'
  | 'too-long'
  | 'parts'
  | 'key'
  | 'id'
  | 'cargo'
  | 'vehicle'
  | 'time'
  | 'window'
  | 'closures'
  | 'signature';

export type ReadPass =
  | { readonly ok: true; readonly signed: SignedPass }
  /** `cargo`: as far as it could still be read, because life passes with a torn paper too. */
  | { readonly ok: false; readonly fault: PassFault; readonly cargo?: Cargo };

/**
 * Writes and signs a pass for the body whose book is `origin`. Throws RangeError for what no pass can say: a window
 * that ends before it begins, closures that do not rise, a text longer than `MAX_PASS_BYTES`.
 */
export function signPass(pass: Pass, origin: string, signer: Signer): string {
  const { words, message } = passToSign(pass, origin);
  return signedPass(words, signer.sign(utf8Encode(message)));
}

/** All of a pass but its signature, and what that is over: for whoever’s key signs later. */
export function passToSign(pass: Pass, origin: string): { readonly words: string; readonly message: string } {
  const words = wordsOf(pass);
  return { words, message: messageOf(origin, words) };
}

/** The whole text. Throws RangeError for what no pass can say, as `signPass` does. */
export function signedPass(words: string, signature: Uint8Array): string {
  const text = `${words} ${crockfordEncode(signature)}`;
  const read = readPass(text);
  if (!read.ok || read.signed.words !== words)
    throw new RangeError(`no pass can say this: ${read.ok ? words : read.fault}`);
  return text;
}

/** Is this pass signed by that key, for the body whose book is `origin`? */
export const isPassSigned = (
  { words, signature }: SignedPass,
  origin: string,
  publicKey: Uint8Array,
  crypto: Pick<Crypto, 'verifyEd25519'>,
): boolean => crypto.verifyEd25519(publicKey, utf8Encode(messageOf(origin, words)), signature);

// The origin is signed and not written: the key's name leads to it, and a pass says what one body lets through its own closures.
const messageOf = (origin: string, words: string): string => `cabildo/pass/v1\n${origin}\n${words}\n`;

const wordsOf = ({ key, id, cargo, vehicle, from, until, closures }: Pass): string =>
  [
    VERSION,
    key,
    id,
    cargoCode(cargo),
    vehicle ?? '-',
    `${shortTime(from)}-${shortTime(until)}`,
    closures.join('.'),
  ].join(' ');

/**
 * Reads a pass as a camera or a person brings it: any case and white space; O and I for the digits in names and signature. What
 * is signed is the one right spelling, so a pass that reads the same is the same.
 */
export function readPass(given: string): ReadPass {
  const [version = '', ...parts] = given.slice(0, 1_000).trim().toUpperCase().split(/\s+/);
  if (!/^CABILD[O0]\d+$/.test(version)) return { ok: false, fault: 'not-a-pass' };
  const cargo = cargoOf(parts[2] ?? '');
  const read = version.replace('CABILD0', 'CABILDO') === VERSION ? readParts(parts, cargo) : 'other-version';
  if (typeof read === 'object') return { ok: true, signed: read };
  return { ok: false, fault: read, ...(cargo !== undefined && { cargo }) };
}

function readParts(parts: readonly string[], cargo: Cargo | undefined): SignedPass | PassFault {
  const [key, id, , vehicle, window, closures, signed] = parts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if (parts.length !== 7) return 'parts';
  const [keyName, passName] = [spelled(key), spelled(id)];
  if (keyName?.length !== 4) return 'key';
  if (passName?.length !== 8) return 'id';
  if (cargo === undefined) return 'cargo';
  if (!/^(-|[A-Z0-9]{2,10})$/.test(vehicle)) return 'vehicle';
  const times = /^(\d{10})-(\d{10})$/.exec(window)?.slice(1).map(longTime) ?? [];
  const [from, until] = times;
  if (from === undefined || until === undefined) return 'time';
  if (from >= until) return 'window';
  const numbers = numbersIn(closures);
  if (numbers === undefined) return 'closures';
  const signature = crockfordDecode(signed);
  if (signature?.length !== 64 || signed.includes('-')) return 'signature';
  const pass = {
    key: keyName,
    id: passName,
    cargo,
    vehicle: vehicle === '-' ? null : vehicle,
    from,
    until,
    closures: numbers,
  };
  const words = wordsOf(pass);
  // Every character is one byte: the alphabet is ASCII.
  return words.length + 1 + signed.length > MAX_PASS_BYTES ? 'too-long' : { pass, words, signature };
}

/** As it was written at first; undefined if a character is not of the alphabet. */
function spelled(name: string): string | undefined {
  const upper = name.replaceAll('O', '0').replace(/[IL]/g, '1');
  return !name.includes('-') && crockfordSymbols(name) !== undefined ? upper : undefined;
}

function numbersIn(text: string): readonly number[] | undefined {
  if (!/^(0|[1-9]\d{0,14})(\.[1-9]\d{0,14})*$/.test(text)) return undefined;
  const numbers = text.split('.').map(Number);
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] as number)) ? numbers : undefined;
}

/** `2611220600` of `2026-11-22T06:00:00Z`; a pass says no seconds. */
function shortTime(time: string): string {
  if (parseTime(time) === undefined || !/^20.*:00Z$/.test(time))
    throw new RangeError(`not a minute of this century: ${time}`);
  return time.slice(2, 16).replace(/[-T:]/g, '');
}

function longTime(text: string): string | undefined {
  const [year, month, day, hour, minute] = text.match(/../g) as string[];
  const seconds = parseTime(`20${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return seconds === undefined ? undefined : formatTime(seconds);
}
