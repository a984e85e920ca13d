/** Reading an archive entry by entry, holding one at a time. */
import { equalBytes, utf8Decode } from './encoding.ts';
import type { Finding } from './finding.ts';
import { fileHash } from './hashing.ts';
import type { Machine } from './machine.ts';
import { headerShape } from './structures.ts';
import { BLOCK, paddingOf, parseHeader, tarHeader } from './tar.ts';
import { readJson, writeJson } from './wire.ts';

/** A file, or anything else of which pieces can be read. */
export interface ArchiveSource {
  readonly size: number;
  /** Exactly those bytes; never asked for more than there are. */
  read(at: number, length: number): Promise<Uint8Array>;
}

export interface ArchiveEntry {
  /** From 1: the archive's own header. */
  readonly at: number;
  readonly name: string;
  readonly kind: 'data' | 'event';
  /** As its name says it, and as its content bears out or a finding tells. */
  readonly hash: string;
  readonly json: string;
  /** Where its content lies, so that it can be read again. */
  readonly offset: number;
  readonly length: number;
}

/** A list of a hundred thousand credentials takes 62 MB. */
const LARGEST_ENTRY = 256 * 1024 * 1024;
const ENTRY_NAME = /^([0-9a-f]{64})\.(data|event)\.json$/;

/** No archive at all: nothing in it can be named. */
export class NoArchive extends Error {
  override readonly name = 'NoArchive';
}

/** The time in all headers of an archive. Throws `NoArchive` where its first entry is not an archive's header. */
export async function readArchiveTime(source: ArchiveSource): Promise<number> {
  const first = source.size < BLOCK ? undefined : parseHeader(await source.read(0, BLOCK));
  if (first?.name !== 'BELENIOS') throw new NoArchive('the first entry is not BELENIOS');
  return first.time;
}

/** The entries after the header, in their order. What is wrong with their wrapping goes to `add`. */
export async function* readEntries(
  source: ArchiveSource,
  machine: Machine,
  add: (finding: Finding) => void,
): AsyncGenerator<ArchiveEntry> {
  const time = await readArchiveTime(source);
  let offset = 0;
  for (let at = 1; offset < source.size; at++) {
    const wrapped = await unwrap(source, offset, time, { at, add });
    if (wrapped === undefined) return;
    const { name, content, next } = wrapped;
    const start = offset + BLOCK;
    offset = next;
    if (at === 1) {
      checkArchiveHeader(content, time, add);
      continue;
    }
    const [, hash, kind] = ENTRY_NAME.exec(name) ?? [];
    if (hash === undefined) {
      add({ code: 'tar-name', entry: at, name });
      continue;
    }
    if (fileHash(content, machine) !== hash) add({ code: 'hash-differs', entry: at, name });
    const json = utf8Decode(content);
    if (json === undefined) add({ code: 'not-text', entry: at, name });
    else yield { at, name, kind: kind as 'data' | 'event', hash, json, offset: start, length: content.length };
  }
}

interface Here {
  readonly at: number;
  readonly add: (finding: Finding) => void;
}

async function unwrap(source: ArchiveSource, offset: number, time: number, { at, add }: Here) {
  if (offset + BLOCK > source.size) {
    add({ code: 'tar-truncated', entry: at });
    return undefined;
  }
  const block = await source.read(offset, BLOCK);
  if (block.every((byte) => byte === 0)) {
    add({ code: 'tar-end', entry: at });
    return undefined;
  }
  const header = parseHeader(block);
  if (header === undefined) {
    add({ code: 'tar-header', entry: at });
    return undefined;
  }
  const { name, size } = header;
  if (!equalBytes(block, tarHeader({ name, size, time }))) add({ code: 'tar-header', entry: at, name });
  const padding = paddingOf(size);
  const start = offset + BLOCK;
  if (start + size + padding > source.size) {
    add({ code: 'tar-truncated', entry: at, name });
    return undefined;
  }
  if (size > LARGEST_ENTRY) {
    add({ code: 'too-large', entry: at, name });
    return undefined;
  }
  const content = await source.read(start, size + padding);
  if (content.subarray(size).some((byte) => byte !== 0)) add({ code: 'tar-padding', entry: at, name });
  return { name, content: content.subarray(0, size), next: start + size + padding };
}

function checkArchiveHeader(content: Uint8Array, time: number, add: (finding: Finding) => void): void {
  const json = utf8Decode(content) ?? '';
  const read = readJson(json, headerShape);
  const isSound =
    read.ok && writeJson(read.value) === json && read.value.version === 1 && read.value.timestamp === `${time}`;
  if (!isSound) add({ code: 'archive-header', entry: 1, name: 'BELENIOS', ...(read.ok ? {} : { path: read.path }) });
}
