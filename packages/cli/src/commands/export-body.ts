import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bookArchive } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { checkArchive } from '../export/unpack-archive.ts';
import { runningNode } from '../node/find-node.ts';
import { withFolderNode } from '../node/folder-node.ts';
import { Stop } from '../stop.ts';

/** All that is public of a body as one file, which another node imports. */
export async function exportBody(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, terminal } = invocation;
  const [body = ''] = positionals;
  const out = resolve(values.out ?? '');
  const client = await runningNode(invocation);
  const part = `${out}.part`;
  const write = (pieces: AsyncIterable<Uint8Array>): Promise<void> =>
    pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(part));
  try {
    if (client === undefined) {
      await withFolderNode(invocation, { share: true }, async (node) => {
        const book = await node.book(body);
        if (book === null || book.kind !== 'body' || book.size === 0) throw noBook(body);
        await write(bookArchive(node, book));
      });
    } else {
      const pieces = await client.download(`/api/bodies/${encodeURIComponent(body)}/archive.tar`);
      if (pieces === undefined) throw noBook(body);
      await write(pieces);
    }
    // A node that fails halfway can only stop: an archive without its end is none.
    await checkArchive(part);
    await rename(part, out);
  } finally {
    await rm(part, { force: true });
  }
  const { size } = await stat(out);
  terminal.answer({ ok: true, out, from: client?.url ?? 'data', bytes: size }, [
    terminal.say({ es: `${body}: ${size} bytes en ${out}`, en: `${body}: ${size} bytes in ${out}` }),
  ]);
  return 0;
}

export const noBook = (body: string): Stop =>
  new Stop('unknown-body', {
    es: `Este nodo no tiene el libro de «${body}», o está vacío.`,
    en: `This node has no book of "${body}", or it is empty.`,
  });
