import { type FileKind, readFile, writeFile } from '../../store/secret/files.ts';
import { type BallotTools, type Election, readElection, sha256 } from './elections.ts';
import { refused, type Said, said } from './said.ts';
import type { FileKept, Handed } from './secret-votes.ts';

const halvesKind = (teller: number): FileKind => (teller === 1 ? 'halves-1' : 'halves-2');

/** A teller’s public halves. Put again they take the place of those before, until these are in the book. */
export async function keepHalves(
  tools: BallotTools,
  { teller, ...handed }: Handed & { readonly teller: number },
): Promise<Said<FileKept>> {
  const found = await readElection(tools, handed.election);
  if (!found.ok) return found;
  const election = found.value;
  if ((teller !== 1 && teller !== 2) || !tools.codes.isOf(election.uuid, `teller-${teller}`, handed.code))
    return refused('wrong-ballot-code');
  const hash = sha256(handed.file);
  const base64 = hash.toString('base64');
  if (isFixed(election, teller, base64)) return refused('halves-in-book');
  const count = await tools.threads.ask('countHalves', { file: handed.file, election: election.uuid, teller });
  if (count === null || count === 0) return refused('file-not-valid');
  const { uuid } = election;
  const file = { election: uuid, sha256: hash, count, content: Buffer.from(handed.file) };
  await writeFile(tools.store, { ...file, kind: halvesKind(teller) });
  tools.touched(election.origin);
  return said({ file: base64, count });
}

/** Others are in the book, or it is voted with them. */
function isFixed({ inBook, vote }: Election, teller: number, file: string): boolean {
  if (vote !== null) return true;
  const entered = inBook.halves.find((one) => one.teller === teller);
  return entered !== undefined && entered.file !== file;
}

export async function halvesOf(tools: BallotTools, election: string, teller: number): Promise<Buffer | null> {
  if (teller !== 1 && teller !== 2) return null;
  return (await readFile(tools.store, election, halvesKind(teller)))?.content ?? null;
}

/** Slips that nobody drew, by one of the tellers. */
export async function keepExcluded(tools: BallotTools, handed: Handed): Promise<Said<FileKept>> {
  const found = await readElection(tools, handed.election);
  if (!found.ok) return found;
  const { uuid, origin, vote } = found.value;
  if (![1, 2].some((teller) => tools.codes.isOf(uuid, `teller-${teller}`, handed.code)))
    return refused('wrong-ballot-code');
  if (vote !== null) return refused('halves-in-book');
  const joined = await joinedWith(tools, uuid, handed.file);
  if (joined === null) return refused('file-not-valid');
  const hash = sha256(handed.file);
  const file = { election: uuid, sha256: hash, count: joined.left, content: Buffer.from(handed.file) };
  await writeFile(tools.store, { ...file, kind: 'excluded' });
  tools.touched(origin);
  return said({ file: hash.toString('base64'), count: joined.left });
}

/** The credentials of both tellers’ halves without what that file excludes; null where they do not fit together. */
async function joinedWith(tools: BallotTools, election: string, excluded: string) {
  const [one, other] = await Promise.all([halvesOf(tools, election, 1), halvesOf(tools, election, 2)]);
  if (one === null || other === null) return null;
  const input = { election, one: one.toString('utf8'), other: other.toString('utf8'), excluded };
  return tools.threads.joinHalves(input);
}

export async function credentialsOf(tools: BallotTools, election: string) {
  const excluded = await readFile(tools.store, election, 'excluded');
  return excluded === undefined ? null : joinedWith(tools, election, excluded.content.toString('utf8'));
}
