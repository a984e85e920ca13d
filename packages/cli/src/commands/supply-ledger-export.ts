import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BookReader } from '@cabildo/book';
import { openDirectory } from '@cabildo/book/node';
import { bookReader } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { type BookActs, readBookActs } from '../export/book-acts.ts';
import { datapackageFiles } from '../export/datapackage.ts';
import { journalFiles } from '../export/journal.ts';
import { type Exactness, goodsTold } from '../export/published.ts';
import { readKey } from '../key-argument.ts';
import { runningNode } from '../node/find-node.ts';
import { withFolderNode } from '../node/folder-node.ts';
import { misuse } from '../stop.ts';
import { noBook } from './export-body.ts';

const formats: Readonly<Record<string, (book: BookActs, exactness: Exactness) => ReadonlyMap<string, string>>> = {
  hledger: journalFiles,
  datapackage: datapackageFiles,
};

export async function supplyLedgerExport(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, switches, terminal, command } = invocation;
  const [body = ''] = positionals;
  const format = values.format ?? '';
  const filesOf = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (filesOf === undefined) {
    const known = Object.keys(formats);
    throw misuse(
      { es: `--format ${format}: ${known.join(' o ')}.`, en: `--format ${format}: ${known.join(' or ')}.` },
      command.name,
    );
  }
  const out = resolve(values.out ?? '');
  const book = await actsOf(invocation, body);
  const exactness = switches.has('public') ? 'public' : 'exact';
  const files = filesOf(book, exactness);
  await writeFiles(out, files);
  const names = [...files.keys()];
  const { sensitive } = goodsTold(book, exactness);
  terminal.answer({ ok: true, out, origin: book.origin, size: book.size, files: names, exactness, sensitive }, [
    terminal.say({
      es: `${book.origin}: ${book.size} actos, ${names.length} archivos en ${out}`,
      en: `${book.origin}: ${book.size} acts, ${names.length} files in ${out}`,
    }),
    ...(sensitive.length === 0 || exactness === 'public' ? [] : [terminal.say(notForAll(sensitive.join(', ')))]),
  ]);
  return 0;
}

const notForAll = (symbols: string) => ({
  es: `De ${symbols} son cantidades exactas, que el comité llamó delicadas: no es para publicar. Con --public sale lo que el estatuto deja publicar.`,
  en: `Of ${symbols} these are exact amounts, which the committee has called sensitive: not for publication. With --public comes what the statute lets be published.`,
});

/** Out of the folder of an exported book, a running node, or the data folder. */
async function actsOf(invocation: Invocation, body: string): Promise<BookActs> {
  const { key } = invocation.values;
  const vkey = key === undefined ? undefined : (await readKey('key', key)).vkey;
  const progress = invocation.terminal.progress({ es: 'actos leídos', en: 'acts read' });
  const read = (source: BookReader): Promise<BookActs> => readBookActs(source, vkey, progress.at);
  try {
    if (await isFolderOfBook(body)) return await read(openDirectory(body));
    const client = await runningNode(invocation);
    if (client !== undefined) {
      const source = client.book(body);
      if ((await source.read('key.txt')) === undefined) throw noBook(body);
      return await read(source);
    }
    return await withFolderNode(invocation, { share: true }, async (node) => {
      const found = await node.book(body);
      if (found === null || found.size === 0) throw noBook(body);
      return read(bookReader(node, found));
    });
  } finally {
    progress.end();
  }
}

const isFolderOfBook = (path: string): Promise<boolean> =>
  stat(join(path, 'checkpoint')).then(
    (file) => file.isFile(),
    () => false,
  );

/** All of them are on the disk before the first takes the place of an older one. */
async function writeFiles(out: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const [name, content] of files) await writeFile(join(out, `${name}.part`), content);
  for (const name of files.keys()) await rename(join(out, `${name}.part`), join(out, name));
}
