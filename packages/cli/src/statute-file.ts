import { readFile, stat } from 'node:fs/promises';
import { type Statute, statuteFault } from '@cabildo/core';
import type { Text } from './language.ts';
import { Stop } from './stop.ts';

/** An act holds some 7,000 bytes; a file may be indented and commented on at leisure, and still is no book. */
const MAX_FILE = 200_000;

/** The statute in a file, as the schema wants it (docs/statute.schema.json); sound or not is another question. */
export async function readStatuteFile(file: string): Promise<Statute> {
  const found = await stat(file);
  if (found.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR', path: file });
  if (found.size > MAX_FILE) throw notAStatute(file, null);
  const value = parsed(await readFile(file, 'utf8'));
  if (value === undefined) throw notAStatute(file, null);
  const fault = statuteFault(value);
  if (fault !== null) throw notAStatute(file, fault);
  return value as Statute;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notAStatute(file: string, fault: Text | null): Stop {
  const hint = fault ?? { es: 'No es un documento JSON.', en: 'It is no JSON document.' };
  return new Stop(
    'not-a-statute',
    { es: `${file} no es un estatuto.`, en: `${file} is not a statute.` },
    { es: hint.es, en: hint.en },
  );
}
