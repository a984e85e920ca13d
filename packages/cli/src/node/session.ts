import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Invocation } from '../command.ts';
import { both, misuse, Stop } from '../stop.ts';
import { type NodeClient, problemInWords } from './node-client.ts';

export interface SessionPlace {
  readonly body: string;
  /** Where the session lies from the first use of the card on. */
  readonly file: string;
}

/** The bearer of whoever holds the card. It is written before the card is used, so that a lost answer loses nothing. */
export async function sessionFor(
  { command, values, language }: Invocation,
  client: NodeClient,
  { body, file }: SessionPlace,
): Promise<string> {
  const kept = await keptSession(file);
  if (values.card === undefined) {
    if (kept !== undefined) return kept;
    throw misuse(
      {
        es: 'La primera vez hace falta la tarjeta: --card "siete palabras".',
        en: 'The first time the card is needed: --card "seven words".',
      },
      command.name,
    );
  }
  const token = kept ?? randomBytes(32).toString('base64url');
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, `${token}\n`, { mode: 0o600 });
  const answered = await client.post('/api/sign-in', { body, card: values.card, token }, '');
  if (answered.ok) return token;
  if (kept === undefined) await rm(file, { force: true });
  throw new Stop(answered.problem.code ?? 'not-signed-in', both(problemInWords(answered.problem, language)));
}

export async function keptSession(file: string): Promise<string | undefined> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return kept?.trim();
}
