/** Bytes to text and back. Decoders are strict: what they accept re-encodes to the same text. */

// WHATWG Encoding is in every runtime we target but not in TypeScript's ECMAScript library; only what is used is declared.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of `text`. A lone surrogate becomes U+FFFD; refuse it beforehand where that matters. */
export function utf8Encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text, or undefined if the bytes are not valid UTF-8. A byte order mark is kept as a character. */
export function utf8Decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_VALUES = valuesOf(BASE64);

function valuesOf(alphabet: string): Int8Array {
  const values = new Int8Array(128).fill(-1);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}

function valueAt(values: Int8Array, text: string, position: number): number {
  const code = text.charCodeAt(position);
  return code < 128 ? (values[code] as number) : -1;
}

/** Standard base64 with padding (RFC 4648, section 4). */
export function base64Encode(bytes: Uint8Array): string {
  let text = '';
  let i = 0;
  for (; i + 2 < bytes.length; i += 3) {
    const group = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    text += `${BASE64[group >> 18]}${BASE64[(group >> 12) & 63]}${BASE64[(group >> 6) & 63]}${BASE64[group & 63]}`;
  }
  if (i + 1 === bytes.length) {
    const group = (bytes[i] as number) << 4;
    text += `${BASE64[group >> 6]}${BASE64[group & 63]}==`;
  } else if (i + 2 === bytes.length) {
    const group = ((bytes[i] as number) << 10) | ((bytes[i + 1] as number) << 2);
    text += `${BASE64[group >> 12]}${BASE64[(group >> 6) & 63]}${BASE64[group & 63]}=`;
  }
  return text;
}

/**
 * Strict standard base64: padding required, unused bits zero, no white space. Undefined for anything else, and, where
 * `length` is given, for any other number of bytes.
 */
export function base64Decode(text: string, length?: number): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const size = (text.length / 4) * 3 - padding;
  if (length !== undefined && size !== length) return undefined;
  const bytes = new Uint8Array(size);
  const characters = text.length - padding;
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < characters; i++) {
    const value = valueAt(BASE64_VALUES, text, i);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** Lower-case hexadecimal. */
export function hexEncode(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Lower-case hexadecimal only; undefined for anything else. */
export function hexDecode(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Crockford's base32 alphabet: no I, L, O, U. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CROCKFORD_VALUES = valuesOf(CROCKFORD);

/** Five bits a character, most significant first; the last character is padded with zero bits. */
export function crockfordEncode(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += CROCKFORD[(held >> bits) & 31];
    }
  }
  return bits > 0 ? text + CROCKFORD[(held << (5 - bits)) & 31] : text;
}

/**
 * The bytes, or undefined. Reads what people write: any case, spaces and hyphens ignored, O as 0, I and L as 1.
 * Padding bits must be zero.
 */
export function crockfordDecode(text: string): Uint8Array | undefined {
  const symbols = crockfordSymbols(text);
  if (symbols === undefined) return undefined;
  const bytes = new Uint8Array(Math.floor((symbols.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const symbol of symbols) {
    held = ((held << 5) | symbol) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bits < 5 && (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** The 5-bit values of what a person wrote, or undefined if a character is not Crockford's. */
export function crockfordSymbols(text: string): number[] | undefined {
  const cleaned = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const symbols: number[] = [];
  for (let i = 0; i < cleaned.length; i++) {
    const value = valueAt(CROCKFORD_VALUES, cleaned, i);
    if (value < 0) return undefined;
    symbols.push(value);
  }
  return symbols;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

export function concatBytes(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** An ASCII decimal without leading zeroes, within the safe integers; undefined for anything else. */
export function parseDecimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
