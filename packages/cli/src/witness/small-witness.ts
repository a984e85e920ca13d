/**
 * A witness without a node and without a database: a key and, for each log, the last head that it cosigned, as files in
 * a folder. It answers as https://c2sp.org/tlog-witness says; what to answer is decided in the book package.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  base64Decode,
  base64Encode,
  COSIGNATURE_V1,
  considerCheckpoint,
  cosignatureLine,
  ED25519,
  formatVkey,
  type Hash,
  isOrigin,
  parseVkey,
  type Signer,
  verifierKey,
  type WitnessedLog,
} from '@cabildo/book';
import { generateKey, nodeCrypto, signerFromSeed } from '@cabildo/book/node';
import { both, misuse, Stop } from '../stop.ts';
import { lockFolder } from './folder-lock.ts';
import { keep, readKept } from './kept-file.ts';

/** What the folder keeps of one log; `note` is what was cosigned last, with the log's signature and ours. */
interface KeptLog {
  readonly vkey: string;
  readonly size: number;
  readonly root: string;
  readonly note: string | null;
}

interface Answer {
  readonly status: number;
  readonly contentType: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
}

export interface SmallWitness {
  readonly name: string;
  /** Its verifier key: what others appoint. */
  readonly key: string;
  /** From now on the log of that key is witnessed here. */
  trust(vkey: string): Promise<void>;
  /** Names of the logs that are witnessed. */
  logs(): readonly string[];
  addCheckpoint(request: Uint8Array): Promise<Answer>;
  /** What was cosigned last of the log with that SHA-256 of its name, in hex. */
  checkpoint(hash: string): string | null;
  close(): Promise<void>;
}

export interface WitnessFolder {
  readonly folder: string;
  /** Given the first time; it is in the key and never changes. */
  readonly name: string | undefined;
  readonly clock?: () => number;
}

export async function openWitness({ folder, name: given, clock = Date.now }: WitnessFolder): Promise<SmallWitness> {
  await mkdir(join(folder, 'logs'), { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(folder);
  try {
    const { name, signer } = await identityIn(folder, given);
    const logs = await readLogs(folder);
    let last: Promise<unknown> = Promise.resolve();
    // One after the other: each is held against what the last one left.
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const done = last.then(work);
      last = done.catch(() => undefined);
      return done;
    };
    const write = async (origin: string, log: KeptLog): Promise<void> => {
      const hash = hashOf(origin);
      await keep(join(folder, 'logs', `${hash}.json`), `${JSON.stringify(log, null, 2)}\n`);
      logs.set(hash, log);
    };
    return {
      name,
      key: formatVkey(verifierKey(name, COSIGNATURE_V1, signer.publicKey, nodeCrypto)),
      trust: (vkey) => inTurn(() => trust(logs, vkey, write)),
      logs: () => [...logs.values()].map(({ vkey }) => originOf(vkey)).sort(),
      addCheckpoint: (request) =>
        inTurn(async () => {
          const time = Math.floor(clock() / 1_000);
          return consider(request, logs, (text) => cosignatureLine(text, name, signer, time, nodeCrypto), write);
        }),
      checkpoint: (hash) => logs.get(hash)?.note ?? null,
      async close() {
        await last;
        await unlock();
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}

type Write = (origin: string, log: KeptLog) => Promise<void>;

async function consider(
  request: Uint8Array,
  logs: ReadonlyMap<string, KeptLog>,
  cosign: (text: string) => string,
  write: Write,
): Promise<Answer> {
  const contentType = 'text/plain; charset=utf-8';
  const decision = considerCheckpoint(request, (origin) => witnessed(logs.get(hashOf(origin))), nodeCrypto);
  if (decision.status === 409) return { status: 409, contentType: 'text/x.tlog.size', body: `${decision.size}\n` };
  if (decision.status !== 200) return { status: decision.status, contentType, body: `${decision.reason}\n` };
  const { checkpoint, text, note } = decision;
  const { origin, size, root } = checkpoint;
  const line = cosign(text);
  const { vkey } = logs.get(hashOf(origin)) as KeptLog;
  // Before the answer: what has been cosigned once binds for ever.
  await write(origin, { vkey, size, root: base64Encode(root), note: note + line });
  return { status: 200, contentType, body: line };
}

function witnessed(log: KeptLog | undefined): WitnessedLog | undefined {
  const parsed = log === undefined ? undefined : parseVkey(log.vkey, nodeCrypto);
  if (log === undefined || !parsed?.ok) return undefined;
  return { keys: [parsed.key], size: log.size, root: base64Decode(log.root) as Hash };
}

async function trust(logs: ReadonlyMap<string, KeptLog>, vkey: string, write: Write): Promise<void> {
  const parsed = parseVkey(vkey.trim(), nodeCrypto);
  if (!parsed.ok || parsed.key.type !== ED25519) {
    throw misuse({ es: `${vkey}: no es la llave de un libro.`, en: `${vkey}: is not the key of a book.` }, 'witness');
  }
  const origin = parsed.key.name;
  const known = logs.get(hashOf(origin));
  if (known === undefined) {
    return write(origin, { vkey: vkey.trim(), size: 0, root: base64Encode(new Uint8Array(32)), note: null });
  }
  if (known.vkey !== vkey.trim()) {
    throw new Stop(
      'other-key',
      { es: `${origin} se conoce aquí por otra llave.`, en: `${origin} is known here by another key.` },
      both(known.vkey),
    );
  }
}

async function identityIn(folder: string, given: string | undefined): Promise<{ name: string; signer: Signer }> {
  const [nameFile, keyFile] = [join(folder, 'witness.json'), join(folder, 'witness.key')];
  const text = await readKept(nameFile);
  const kept = text === null ? undefined : (JSON.parse(text) as { name: string }).name;
  const name = kept ?? given;
  if (name === undefined || (given !== undefined && given !== name)) throw badName(folder, kept);
  if (!isOrigin(name)) {
    throw misuse(
      { es: `--name ${name}: sin espacios, «+» ni «#».`, en: `--name ${name}: without spaces, “+” and “#”.` },
      'witness',
    );
  }
  const seed = await readKept(keyFile);
  if (seed !== null) return { name, signer: signerFromSeed(base64Decode(seed.trim()) ?? new Uint8Array()) };
  const made = generateKey();
  await keep(keyFile, `${base64Encode(made.seed)}\n`);
  await keep(nameFile, `${JSON.stringify({ name })}\n`);
  return { name, signer: made.signer };
}

const badName = (folder: string, kept: string | undefined): Stop =>
  kept === undefined
    ? misuse(
        {
          es: `El testigo de ${folder} todavía no tiene nombre: dé uno con --name.`,
          en: `The witness in ${folder} has no name yet: give one with --name.`,
        },
        'witness',
      )
    : new Stop('other-name', {
        es: `El testigo de ${folder} se llama ${kept}; el nombre está en su llave y no cambia.`,
        en: `The witness in ${folder} is ${kept}; the name is in its key and never changes.`,
      });

async function readLogs(folder: string): Promise<Map<string, KeptLog>> {
  const logs = new Map<string, KeptLog>();
  for (const file of await readdir(join(folder, 'logs'))) {
    const hash = /^([0-9a-f]{64})\.json$/.exec(file)?.[1];
    if (hash === undefined) continue;
    logs.set(hash, JSON.parse((await readKept(join(folder, 'logs', file))) ?? '') as KeptLog);
  }
  return logs;
}

/** A book signs under its own name. */
const originOf = (vkey: string): string => vkey.slice(0, vkey.indexOf('+'));

const hashOf = (origin: string): string => createHash('sha256').update(origin).digest('hex');
