import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Account, accountForRoot, giveTo, runningAsRoot } from './account.ts';
import { DatabaseProblem, writingTo } from './problem.ts';

/** Where the database of one data folder lies, and which account runs it (none: ourselves). */
export type Place = {
  dataDir: string;
  /** Holds `data` (PostgreSQL's own folder), `password` and `port`. */
  home: string;
  data: string;
  account: Account | undefined;
  /** As root: nothing in the data folder leads to `home` yet. */
  unnoted: boolean;
};

/** As root everything lies here: a folder that another account can enter, and that no reboot empties. */
export const rootHome = '/var/lib/cabildo';

const noteName = 'database-place.json';
type Note = { database: string; dataDir: string; why: string };

export async function findPlace(dataDir: string, log: (line: string) => void): Promise<Place> {
  const folder = await writingTo(dataDir, async () => {
    await mkdir(dataDir, { recursive: true });
    return realpath(dataDir);
  });
  const beside = join(folder, 'postgres');
  const owner = await ownerOf(join(beside, 'data'));
  const note = await readNote(folder);
  if (!runningAsRoot()) {
    if (note !== undefined && owner === undefined) throw madeByRoot(folder, note);
    return placeAt(folder, beside);
  }
  // Made by an ordinary user, now started by root: it stays where it is and runs as its owner.
  if (owner !== undefined && owner.uid !== 0) return placeAt(folder, beside, owner);
  return placeForRoot(folder, note, log);
}

function placeAt(dataDir: string, home: string, account?: Account): Place {
  return { dataDir, home, data: join(home, 'data'), account, unnoted: false };
}

async function placeForRoot(folder: string, note: Note | undefined, log: (line: string) => void): Promise<Place> {
  const account = await accountForRoot(log);
  if (note === undefined) {
    const hash = createHash('sha256').update(folder).digest('hex').slice(0, 12);
    return { ...placeAt(folder, join(rootHome, 'data', `${hash}-${basename(folder)}`), account), unnoted: true };
  }
  // A folder that was moved keeps its database; one that was copied must not share it with the original.
  if (note.dataDir !== folder && (await readNote(note.dataDir))?.database === note.database) {
    throw new DatabaseProblem(
      'elsewhere',
      `${folder} is a copy of ${note.dataDir}, whose database lies in ${note.database} and was not copied. ` +
        'Use `cabildo backup` there and `cabildo restore` here.',
    );
  }
  return placeAt(folder, note.database, account);
}

/** Written before the database is made, so that no database is ever without the note that leads to it. */
export async function writeNote(place: Place): Promise<void> {
  if (place.account === undefined || place.home.startsWith(place.dataDir)) return;
  const note: Note = {
    database: place.home,
    dataDir: place.dataDir,
    why: 'Cabildo was started as root; PostgreSQL refuses to run as root and its account may not enter this folder.',
  };
  await writingTo(place.dataDir, () =>
    writeFile(join(place.dataDir, noteName), `${JSON.stringify(note, null, 2)}\n`, { flush: true }),
  );
}

async function readNote(folder: string): Promise<Note | undefined> {
  const text = await readFile(join(folder, noteName), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Note);
}

async function ownerOf(path: string): Promise<Account | undefined> {
  return stat(path).then(
    ({ uid, gid }) => ({ name: `user ${uid}`, uid, gid }),
    () => undefined,
  );
}

function madeByRoot(folder: string, note: Note): DatabaseProblem {
  return new DatabaseProblem(
    'elsewhere',
    `the database of ${folder} was made by root and lies in ${note.database}: start as root, ` +
      'or use `cabildo backup` as root and `cabildo restore` into a data folder of your own',
  );
}

/** A small file beside the database: its password, its port. Replaced whole, never half written. */
export async function writeSmall(
  place: Pick<Place, 'account'>,
  folder: string,
  name: string,
  text: string,
): Promise<void> {
  const path = join(folder, name);
  await writingTo(folder, async () => {
    await writeFile(`${path}.new`, `${text}\n`, { mode: 0o600, flush: true });
    await giveTo(place.account, `${path}.new`);
    await rename(`${path}.new`, path);
  });
}

export async function readSmall(place: Place, name: string): Promise<string | undefined> {
  const text = await readFile(join(place.home, name), 'utf8').catch(() => undefined);
  return text?.trim();
}

export async function removeNote(place: Place): Promise<void> {
  await rm(join(place.dataDir, noteName), { force: true });
}
