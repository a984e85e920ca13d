// An archive taken apart so that something in it can be changed, and put together again as if it had always been so.
import { createHash } from 'node:crypto';
import { paddingOf, tarHeader } from '../src/tar.ts';

// biome-ignore lint/suspicious/noExplicitAny: a mutation reaches into any structure
export type Json = any;

export interface Step {
  readonly type: string;
  /** What the event speaks of, without the hashes by which its files name each other: those follow from the rest. */
  readonly files: readonly Json[];
}

export interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
}

export const TIME = 1_118_188_800;

export const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

export const fingerprintOf = (json: string): string =>
  createHash('sha256').update(json).digest('base64').replaceAll('=', '');

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file is JSON, or text that is taken as it stands. */
export const written = (file: Json): string => (typeof file === 'string' ? file : JSON.stringify(file));

export function entriesOf(archive: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < archive.length; ) {
    const header = Buffer.from(archive.subarray(at, at + 512));
    const name = header.toString('latin1', 0, 100).replaceAll('\0', '');
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    entries.push({ name, content: archive.slice(at + 512, at + 512 + size) });
    at += 512 + size + paddingOf(size);
  }
  return entries;
}

export function archiveOf(entries: readonly Entry[], time = TIME): Uint8Array {
  return new Uint8Array(Buffer.concat(entries.flatMap(({ name, content }) => tarEntry(name, content, time))));
}

export function tarEntry(name: string, content: Uint8Array, time = TIME): Uint8Array[] {
  return [tarHeader({ name, size: content.length, time }), content, new Uint8Array(paddingOf(content.length))];
}

/** How many files of a step are named by the last of them. */
const named: Readonly<Record<string, (hashes: readonly string[], own: Json) => Json>> = {
  Setup: ([election, trustees, credentials]) => ({ election, trustees, credentials }),
  EncryptedTally: ([encrypted_tally], own) => ({ ...own, encrypted_tally }),
  PartialDecryption: ([payload], own) => ({ ...own, payload }),
};

export function stepsOf(archive: Uint8Array): Step[] {
  const steps: Step[] = [];
  let files: Json[] = [];
  for (const { name, content } of entriesOf(archive).slice(1)) {
    const json = JSON.parse(Buffer.from(content).toString());
    if (name.endsWith('.data.json')) files.push(json);
    else {
      if (json.type === 'Setup') files.pop();
      for (const reference of ['encrypted_tally', 'payload']) delete files.at(-1)?.[reference];
      steps.push({ type: json.type, files });
      files = [];
    }
  }
  return steps;
}

export interface Building {
  /** Changes an event before it is written. */
  readonly event?: (event: Json, at: number) => Json;
  /** Files that come before the event at that place. */
  readonly before?: Readonly<Record<number, readonly Json[]>>;
  /** Names by which the last file of a step refers to the others. */
  readonly naming?: (own: Json, step: Step) => Json;
}

export function build(steps: readonly Step[], { event, before, naming }: Building = {}): Uint8Array {
  const entries: Entry[] = [{ name: 'BELENIOS', content: bytesOf(`{"version":1,"timestamp":"${TIME}"}`) }];
  const put = (json: string, kind: string): string => {
    const hash = hashOf(json);
    entries.push({ name: `${hash}.${kind}.json`, content: bytesOf(json) });
    return hash;
  };
  let parent: string | undefined;
  for (const [at, step] of steps.entries()) {
    const { type, files } = step;
    for (const file of before?.[at] ?? []) put(written(file), 'data');
    const name = named[type];
    const [others, own] = type === 'Setup' ? [files, {}] : [files.slice(0, -1), files.at(-1)];
    const hashes = others.map((file) => put(written(file), 'data'));
    const last = name === undefined ? own : (naming ?? ((value) => value))(name(hashes, own), step);
    const payload = last === undefined ? undefined : put(written(last), 'data');
    const fields = { ...(parent && { parent }), height: at, type, ...(payload && { payload }) };
    parent = put(written(event?.(fields, at) ?? fields), 'event');
  }
  return archiveOf(entries);
}

/** Puts values deep into a copy: `change(ballot, 'answers.0.choices.1.alpha', f)`. */
export function change(structure: Json, path: string, how: (value: Json) => Json): Json {
  const [first = '', ...rest] = path.split('.');
  const copy = Array.isArray(structure) ? [...structure] : { ...structure };
  copy[first] = rest.length === 0 ? how(copy[first]) : change(copy[first], rest.join('.'), how);
  if (copy[first] === undefined) delete copy[first];
  return copy;
}

export const plus = (difference: bigint) => (number: string) => `${BigInt(number) + difference}`;
