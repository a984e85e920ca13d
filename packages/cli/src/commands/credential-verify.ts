import { readFile, stat } from 'node:fs/promises';
import { formatTime, parseTime, type VerifiedCredential, verifyCredential } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import type { ExitCode, Invocation } from '../command.ts';
import { readKey } from '../key-argument.ts';
import { misuse, Stop } from '../stop.ts';
import { credentialLines } from '../verify/credential-lines.ts';

export async function credentialVerify({ positionals, values, language, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const root = await readKey('root', values.root ?? '');
  const at = timeOf(values.at);
  const verified = verifyCredential(await readCredentialFile(file), root.vkey, nodeCrypto, { at });
  if (verified.checks.length === 1 && !verified.ok) throw notACredential(file);
  terminal.answer({ ...verified, at, ...termOver(verified, at) }, credentialLines(verified, at, language));
  return verified.ok ? 0 : 1;
}

/** A program that reads this wants to tell "no longer" from "never". */
function termOver({ ok, checks }: VerifiedCredential, at: string): { readonly onlyTerm?: boolean } {
  if (ok || at === '') return {};
  return { onlyTerm: checks.every((check) => check.ok || check.name.endsWith('.term')) };
}

function timeOf(given: string | undefined): string {
  if (given === undefined) return formatTime(Math.floor(Date.now() / 1_000));
  // A day alone is what people write; it means the day's beginning in UTC.
  const time = /^\d{4}-\d\d-\d\d$/.test(given) ? `${given}T00:00:00Z` : given;
  if (parseTime(time) !== undefined) return time;
  throw misuse(
    {
      es: `--at ${given}: una hora como 2005-06-08T14:00:00Z, o un día como 2005-06-08.`,
      en: `--at ${given}: a time like 2005-06-08T14:00:00Z, or a day like 2005-06-08.`,
    },
    'credential verify',
  );
}

const MAX_FILE = 8_000_000;

async function readCredentialFile(file: string): Promise<string> {
  const found = await stat(file);
  if (found.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR', path: file });
  if (found.size > MAX_FILE) throw notACredential(file);
  return readFile(file, 'utf8');
}

function notACredential(file: string): Stop {
  return new Stop(
    'not-a-credential',
    { es: `${file} no es una credencial.`, en: `${file} is not a credential.` },
    {
      es: 'Una credencial es un archivo JSON de formato "cabildo-credential/1"; quizá se copió a medias.',
      en: 'A credential is a JSON file of format "cabildo-credential/1"; perhaps it was copied only in part.',
    },
  );
}
