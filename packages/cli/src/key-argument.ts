/** `--key` and `--root`: a verifier key itself, or the file that holds it. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { formatVkey, parseVkey, type VerifierKey } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { Stop } from './stop.ts';

export interface GivenKey {
  /** As text, the form that `verifyBook` takes. */
  readonly vkey: string;
  readonly key: VerifierKey;
  /** The file it was read from. */
  readonly file: string | undefined;
}

const form = 'el-alto.example/villa-ingenio+1a2b3c4d+AYQ9…';

export async function readKey(option: string, given: string): Promise<GivenKey> {
  const direct = parseVkey(given.trim(), nodeCrypto);
  if (direct.ok) return { vkey: formatVkey(direct.key), key: direct.key, file: undefined };
  const file = await keyFile(given);
  if (file === undefined) throw badKey(option, given, direct.reason);
  const text = await readSmallText(file);
  const parsed = parseVkey(text, nodeCrypto);
  if (!parsed.ok) throw badKey(option, file, parsed.reason);
  return { vkey: formatVkey(parsed.key), key: parsed.key, file };
}

/** Whether the key lies in the very folder that it is to vouch for. */
export async function liesIn(key: GivenKey, directory: string): Promise<boolean> {
  if (key.file === undefined) return false;
  return (await realpath(key.file)).startsWith((await realpath(directory)) + sep);
}

/** The file, or the `key.txt` in the folder, that the argument names. */
async function keyFile(given: string): Promise<string | undefined> {
  const found = await stat(given).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG') return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  return found.isDirectory() ? join(given, 'key.txt') : given;
}

const MAX_KEY_FILE = 4_096;

async function readSmallText(file: string): Promise<string> {
  // A book's worth of bytes given as key must not be read whole.
  const { size } = await stat(file);
  return size > MAX_KEY_FILE ? '' : (await readFile(file, 'utf8')).trim();
}

function badKey(option: string, given: string, reason: string): Stop {
  // What has a key's name and number was meant as a key.
  const torn = reason === 'malformed-key' && /\+[0-9a-f]{8}\+/.test(given);
  const why = reasons[torn ? 'key-id-mismatch' : reason] ?? { es: reason, en: reason };
  const shown = given.length > 80 ? `${given.slice(0, 77)}…` : given;
  return new Stop(
    'bad-key',
    { es: `--${option} ${shown}: ${why.es}.`, en: `--${option} ${shown}: ${why.en}.` },
    {
      es: `Una llave es una línea como ${form}, o un archivo que la contiene (key.txt).`,
      en: `A key is one line like ${form}, or a file that holds it (key.txt).`,
    },
  );
}

const reasons: Readonly<Record<string, { readonly es: string; readonly en: string }>> = {
  'malformed-key': {
    es: 'no es una llave, ni existe un archivo con ese nombre',
    en: 'is no key, nor is there a file of that name',
  },
  'unknown-key-type': { es: 'es una llave de un tipo desconocido', en: 'is a key of an unknown type' },
  'key-id-mismatch': {
    es: 'la llave está mal copiada, o sólo en parte',
    en: 'the key was copied wrongly, or only in part',
  },
};
