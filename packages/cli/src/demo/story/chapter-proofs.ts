import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Finding, verifyBook, verifyCredential } from '@cabildo/book';
import { nodeCrypto, openDirectory } from '@cabildo/book/node';
import type { Assembly, Stage } from '../stage.ts';
import type { Popular } from './assembly.ts';
import type { Cast } from './chapter-founding.ts';
import { dayAndMinute } from './chapter-witness.ts';

/** Writes a book to a folder, as `cabildo book export` does. */
export type ExportBook = (body: string, dir: string) => Promise<void>;

/** What an outsider does without us: verify a credential offline, and find one changed byte in a copied book. */
export async function chapterProofs(stage: Stage, { popular, junta }: Cast, exportBook: ExportBook): Promise<void> {
  const { voice } = stage;
  voice.chapter({ es: 'Compruébelo usted', en: 'Check it yourself' });
  await rm(stage.workDir, { recursive: true, force: true });
  await mkdir(stage.workDir, { recursive: true });
  await checkCredential(stage, popular, junta('junta-ballivian'));
  await findChangedByte(stage, popular, exportBook);
}

async function checkCredential(stage: Stage, popular: Popular, { name: junta, title }: Assembly): Promise<void> {
  await stage.carry(popular.name, junta);
  await stage.witnessed();
  const { base } = stage.nodeOf(junta);
  const response = await fetch(`${base}/api/bodies/${junta}/credentials/${encodeURIComponent(popular.origin)}/1`);
  const file = join(stage.workDir, `credencial-${junta}-1.json`);
  const credential = await response.text();
  if (response.status !== 200) throw new Error(`no credential for ${junta}: ${credential}`);
  await writeFile(file, credential);
  const at = `${new Date(stage.calendar.now()).toISOString().slice(0, 19)}Z`;
  const report = verifyCredential(credential, popular.key, nodeCrypto, { at });
  if (!report.ok) throw new Error(`the credential does not verify: ${JSON.stringify(report)}`);
  const seen = report.heads.flatMap(({ witnesses }) => witnesses).toSorted((a, b) => b.time - a.time)[0];
  const by = seen === undefined ? null : `${seen.name}, ${dayAndMinute(seen.time)}`;
  stage.voice.step({
    es: `Credencial de ${title}, asiento 1: ${report.checks.length} comprobaciones sin red, con una sola llave raíz. ${by === null ? 'Sin testigo' : `Vista por ${by}`}. ${file}`,
    en: `Credential of ${title}, seat 1: ${report.checks.length} checks offline, with one root key. ${by === null ? 'No witness' : `Seen by ${by}`}. ${file}`,
  });
}

async function findChangedByte(stage: Stage, popular: Popular, exportBook: ExportBook): Promise<void> {
  const book = join(stage.workDir, popular.name);
  const copy = join(stage.workDir, `${popular.name}-alterado`);
  await exportBook(popular.name, book);
  const clean = await verifyBook(openDirectory(book), popular.key, nodeCrypto);
  await cp(book, copy, { recursive: true });
  await changeOneByte(copy);
  const report = await verifyBook(openDirectory(copy), popular.key, nodeCrypto);
  const finding: Finding | undefined = report.findings[0];
  if (clean.findings.length > 0 || finding === undefined) throw new Error('the change of one byte went unnoticed');
  stage.voice.step({
    es: `Libro de la Asamblea, ${clean.size} actos: verificado. En una copia se cambia un byte: hallado, ${finding.place}, acto ${finding.index ?? '?'} ${finding.act ?? ''} ${finding.actCode ?? ''}.`,
    en: `The assembly’s book, ${clean.size} acts: verified. In a copy one byte is changed: found, ${finding.place}, act ${finding.index ?? '?'} ${finding.act ?? ''} ${finding.actCode ?? ''}.`,
  });
}

/** In the middle of the first bundle of entries: somebody makes a 1 of a number of votes. */
async function changeOneByte(dir: string): Promise<void> {
  const entries = join(dir, 'tile', 'entries');
  const names = await readdir(entries, { recursive: true, withFileTypes: true });
  const first = names.find((entry) => entry.isFile());
  if (first === undefined) throw new Error('the export has no entries');
  const path = join(first.parentPath, first.name);
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
