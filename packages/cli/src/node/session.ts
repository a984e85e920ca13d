import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Invocation } from '../command.ts';
import type { Text } from '../language.ts';
import { both, misuse, Stop } from '../stop.ts';
import { type NodeClient, type NodeProblem, problemInWords } from './node-client.ts';

export interface SessionPlace {
  readonly body: string;
  /** Where the session lies from the first use of the card on. */
  readonly file: string;
  /** Where another command of the same person may have put it: a card is good for one session. */
  readonly also?: string;
}

/** The bearer of whoever holds the card. It is written before the card is used, so that a lost answer loses nothing. */
export async function sessionFor(
  { command, values, language }: Invocation,
  client: NodeClient,
  { body, file, also }: SessionPlace,
): Promise<string> {
  const own = await keptSession(file);
  const kept = own ?? (also === undefined ? undefined : await keptSession(also));
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
  const fresh = randomBytes(32).toString('base64url');
  // That of another command may be another person's, to whom this card does not belong.
  const tokens = own !== undefined ? [own] : kept !== undefined ? [kept, fresh] : [fresh];
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  let problem: NodeProblem | undefined;
  for (const token of tokens) {
    await writeFile(file, `${token}\n`, { mode: 0o600 });
    const answered = await client.post('/api/sign-in', { body, card: values.card, token }, '');
    if (answered.ok) return token;
    problem ??= answered.problem;
  }
  if (own === undefined) await rm(file, { force: true });
  const { code = 'not-signed-in', ...said } = problem as NodeProblem;
  throw new Stop(code, both(problemInWords(said, language)), own === undefined ? undefined : keptHere(file));
}

/** A session is one person’s: with another card it is refused, and the card is not what is wrong. */
const keptHere = (file: string): Text => ({
  es: `En este equipo ya hay una sesión (${file}): si es suya, repita sin --card; si es de otra persona, dé un archivo suyo con --session.`,
  en: `A session is kept on this machine already (${file}): if it is yours, repeat without --card; if it is another person's, give a file of your own with --session.`,
});

/** Where programs of this person keep what they are: one session for each node and body. */
export function sessionFile({ env }: Invocation, url: string, body: string): string {
  const state = env.XDG_STATE_HOME ?? join(env.HOME ?? homedir(), '.local', 'state');
  const place = createHash('sha256').update(`${url}\n${body}`).digest('hex').slice(0, 16);
  return join(state, 'cabildo', `${place}.session`);
}

export async function keptSession(file: string): Promise<string | undefined> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return kept?.trim();
}
