// Small elections in memory.
import { readFileSync } from 'node:fs';
import { nodeDerive, nodeMachine } from '../node/machine.ts';
import {
  type ArchiveSource,
  makeSample,
  readTemplate,
  type SampleTemplate,
  seededRandom,
  type TrusteeMode,
} from '../src/index.ts';

export const assembly = templateOf(
  readFileSync(new URL('../../../samples/ballot/assembly.json', import.meta.url), 'utf8'),
);

export const yesNo = templateOf('[{"answers":["Sí","No"],"min":1,"max":1,"question":"¿Se aprueba?"}]');

export function templateOf(json: string): SampleTemplate {
  const read = readTemplate(json);
  if (!read.ok) throw new Error(`a template that is wrong at ${read.path}`);
  return read.template;
}

export interface MadeElection extends Awaited<ReturnType<typeof makeSample>> {
  readonly archive: Uint8Array;
  /** As it was when the box was closed. */
  readonly closed: Uint8Array;
}

export interface Wanted {
  readonly template?: SampleTemplate;
  readonly trustees?: TrusteeMode;
  readonly voters?: number;
  readonly revotes?: number;
  readonly group?: string;
  readonly seed?: string;
}

const madeBefore = new Map<string, Promise<MadeElection>>();

/** The same election is made once a test file: its exponentiations are what the tests take their time with. */
export function election(wanted: Wanted = {}): Promise<MadeElection> {
  const key = JSON.stringify(wanted, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  const made = madeBefore.get(key) ?? make(wanted);
  madeBefore.set(key, made);
  return made;
}

async function make(wanted: Wanted): Promise<MadeElection> {
  const {
    template = yesNo,
    trustees = 'single',
    voters = 3,
    revotes = 0,
    group = 'BELENIOS-2048',
    seed = 'test',
  } = wanted;
  const pieces: Uint8Array[] = [];
  let closed = 0;
  const sample = await makeSample({
    machine: nodeMachine,
    random: seededRandom(seed, nodeMachine),
    derive: nodeDerive,
    group,
    template,
    voters,
    revotes,
    trustees,
    time: 1_118_188_800,
    write: (bytes) => pieces.push(bytes),
    onClosing: () => {
      closed = pieces.reduce((sum, { length }) => sum + length, 0);
    },
  });
  const archive = new Uint8Array(Buffer.concat(pieces));
  return { ...sample, archive, closed: archive.slice(0, closed) };
}

export function inMemory(bytes: Uint8Array): ArchiveSource {
  return { size: bytes.length, read: async (at, length) => bytes.slice(at, at + length) };
}
