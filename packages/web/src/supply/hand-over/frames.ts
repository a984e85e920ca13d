import { base64Decode, base64Encode, utf8Decode, utf8Encode } from '@cabildo/book';
import type { Agreed, Draft, Signed } from './types.ts';

/** What goes from one phone to the other. */
export interface Packet {
  readonly body: string;
  readonly book: string;
  readonly agreed: Agreed;
  readonly giver: Signed | null;
  readonly receiver: Signed | null;
}

const HEAD = 'CABILDOH1';
/** Characters in a frame: a code that a cheap camera reads at arm's length from a cracked screen. */
const PIECE = 240;

/** One line of text: to be copied, or sent as a file. */
export function packetText({ body, book, agreed, giver, receiver }: Packet | Draft): string {
  const bytes = utf8Encode(JSON.stringify({ body, book, agreed, giver, receiver }));
  return `${HEAD}.${base64Encode(bytes)}`;
}

/** The same in pieces for a camera, each with which one it is of how many, and what it is a piece of. */
export function framesOf(text: string): readonly string[] {
  const count = Math.max(1, Math.ceil(text.length / PIECE));
  const mark = markOf(text);
  return Array.from(
    { length: count },
    (_, place) => `${HEAD}/${mark}/${place + 1}/${count}/${text.slice(place * PIECE, (place + 1) * PIECE)}`,
  );
}

/** Tells two texts apart whose frames a camera might mix; proves nothing (the signatures do). */
function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}

export interface Gathered {
  readonly mark: string;
  readonly pieces: readonly (string | undefined)[];
}

const frame = /^CABILDOH1\/([0-9a-z]{1,8})\/([1-9]\d?)\/([1-9]\d?)\/(.{1,240})$/;

/** What has been read so far with one frame more; null for what is no frame. Another text begins anew. */
export function gather(before: Gathered | null, text: string): Gathered | null {
  const [, mark, place, count, piece] = frame.exec(text) ?? [];
  if (mark === undefined || piece === undefined || Number(place) > Number(count)) return null;
  const same = before !== null && before.mark === mark && before.pieces.length === Number(count);
  const pieces = same ? [...before.pieces] : Array.from({ length: Number(count) }, (): string | undefined => undefined);
  pieces[Number(place) - 1] = piece;
  return { mark, pieces };
}

/** The whole text, once every frame was read and it is what its frames say. */
export function wholeOf({ mark, pieces }: Gathered): string | null {
  if (pieces.includes(undefined)) return null;
  const text = pieces.join('');
  return markOf(text) === mark ? text : null;
}

/** Null for what is none; what it says is checked by whoever shows it, and by the node. */
export function packetIn(text: string): Packet | null {
  const [head, coded = ''] = text.trim().split('.');
  const bytes = head === HEAD ? base64Decode(coded) : undefined;
  if (bytes === undefined) return null;
  try {
    const read: unknown = JSON.parse(utf8Decode(bytes) ?? '');
    return isPacket(read) ? read : null;
  } catch {
    return null;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isSigned = (value: unknown): boolean =>
  value === null || (isRecord(value) && isCount(value.hand) && typeof value.signature === 'string');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isLine = (value: unknown): boolean =>
  isRecord(value) && ['lot', 'item', 'given', 'received', 'damaged'].every((name) => isCount(value[name]));

function isAgreed(value: unknown): value is Agreed {
  if (!isRecord(value) || !Array.isArray(value.lines) || value.lines.length === 0 || !value.lines.every(isLine))
    return false;
  if (typeof value.id !== 'string' || !/^[0-9a-f]{32}$/.test(value.id) || !isCount(value.from) || !isCount(value.to))
    return false;
  if (value.what === 'correction') return isCount(value.handOver) && isCount(value.number);
  return value.what === 'hand-over' && typeof value.kind === 'string' && typeof value.madeAt === 'string';
}

const isPacket = (value: unknown): value is Packet =>
  isRecord(value) &&
  typeof value.body === 'string' &&
  typeof value.book === 'string' &&
  isAgreed(value.agreed) &&
  isSigned(value.giver) &&
  isSigned(value.receiver);
