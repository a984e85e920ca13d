import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Why the vault could not be opened; the message is for the person who started the node. */
export class VaultKeyProblem extends Error {
  override readonly name = 'VaultKeyProblem';
}

/**
 * The 32 bytes that encrypt the vault: of the environment, else of `<data>/vault.key`, which a first start makes. `isWritten`: the
 * database was written under some key; a new one would open nothing, and whoever puts the right one back would find it in its place.
 */
export async function vaultKey(
  dataDir: string,
  env: Readonly<Record<string, string | undefined>>,
  log: (line: string) => void,
  isWritten = false,
): Promise<Buffer> {
  const given = env.CABILDO_VAULT_KEY;
  if (given !== undefined && given !== '') return decoded(given, 'CABILDO_VAULT_KEY');
  const path = join(dataDir, 'vault.key');
  if (isWritten && !(await isThere(path)))
    throw new VaultKeyProblem(
      `there is no ${path}, and this database was written with a key: put it there, or into CABILDO_VAULT_KEY`,
    );
  const kept = await secretFile(path, () => randomBytes(32).toString('base64'));
  if (kept.fresh) {
    log(
      `vault: a new key was written to ${path}; without it names, ballots and keys cannot be read. Keep a copy elsewhere.`,
    );
  }
  return decoded(kept.text, path);
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function decoded(text: string, from: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32 || key.toString('base64') !== text)
    throw new VaultKeyProblem(`${from} is not 32 bytes in base64`);
  return key;
}

/** A file that only its owner may read, made if it is not there; two processes that start at once get the same one. */
export async function secretFile(path: string, make: () => string): Promise<{ text: string; fresh: boolean }> {
  await mkdir(join(path, '..'), { recursive: true });
  const text = make();
  try {
    await writeFile(path, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
    return { text, fresh: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { text: (await readFile(path, 'utf8')).trim(), fresh: false };
  }
}
