import { resolve } from 'node:path';
import { bookReader, type Node } from '@cabildo/server';
import type { ExitCode, Invocation } from '../command.ts';
import { type Exported, exportBook } from '../export/write-book.ts';
import type { Text } from '../language.ts';
import { runningNode } from '../node/find-node.ts';
import { withFolderNode } from '../node/folder-node.ts';
import type { NodeClient } from '../node/node-client.ts';
import { Stop } from '../stop.ts';
import type { Progress } from '../terminal.ts';

export async function bookExport(invocation: Invocation): Promise<ExitCode> {
  const { values, terminal } = invocation;
  const [body = ''] = invocation.positionals;
  const out = resolve(values.out ?? '');
  const client = await runningNode(invocation);
  const progress = terminal.progress({ es: 'actos exportados', en: 'acts exported' });
  const exported = await (client === undefined
    ? exportFromFolder(invocation, body, out, progress)
    : exportFromNode(client, body, out, progress)
  ).finally(progress.end);
  terminal.answer({ ok: true, out, from: client?.url ?? 'data', ...exported }, [
    terminal.say(summary(exported, out)),
    terminal.say({ es: `Llave: ${exported.vkey}`, en: `Key: ${exported.vkey}` }),
  ]);
  return 0;
}

function summary({ origin, size, before }: Exported, out: string): Text {
  const added = before === 0 ? size : size - before;
  return {
    es: `${origin}: ${size} actos en ${out} (${added} nuevos)`,
    en: `${origin}: ${size} acts in ${out} (${added} new)`,
  };
}

async function exportFromNode(client: NodeClient, body: string, out: string, progress: Progress): Promise<Exported> {
  const source = client.book(body);
  if ((await source.read('key.txt')) === undefined) {
    const listed = await client.get<{ bodies?: readonly { body: string }[] }>('/api/bodies');
    throw unknownBody(body, listed?.bodies?.map((one) => one.body) ?? []);
  }
  return exportBook(source, out, progress.at);
}

function exportFromFolder(invocation: Invocation, body: string, out: string, progress: Progress): Promise<Exported> {
  return withFolderNode(invocation, { share: true }, async (node) => {
    const book = await node.book(body);
    if (book === null) throw unknownBody(body, await bodiesOf(node));
    return exportBook(bookReader(node, book), out, progress.at);
  });
}

async function bodiesOf(node: Node): Promise<string[]> {
  return (await node.books()).flatMap(({ kind, name }) => (kind === 'body' ? [name] : []));
}

const MANY = 12;

function unknownBody(body: string, known: readonly string[]): Stop {
  const names = known.slice(0, MANY).join(', ') + (known.length > MANY ? ', …' : '');
  return new Stop(
    'unknown-body',
    { es: `Este nodo no tiene el libro de «${body}».`, en: `This node has no book of "${body}".` },
    known.length === 0
      ? { es: 'No tiene ningún libro.', en: 'It has no book at all.' }
      : { es: `Tiene los de: ${names}`, en: `It has those of: ${names}` },
  );
}
