import { rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ExitCode, Invocation } from '../command.ts';
import { noNodeRuns, runningNode } from '../node/find-node.ts';
import type { NodeClient } from '../node/node-client.ts';
import { noBook } from './export-body.ts';

type Lists = Readonly<Record<string, readonly { readonly id?: string }[]>>;

/** A body, or without one all that the node holds, as one Popolo document. */
export async function exportPopolo(invocation: Invocation): Promise<ExitCode> {
  const { positionals, values, terminal } = invocation;
  const out = resolve(values.out ?? '');
  const client = await runningNode(invocation);
  if (client === undefined) throw noNodeRuns();
  const bodies = positionals[0] === undefined ? await bodiesOf(client) : [positionals[0]];
  let document: Lists = {};
  for (const body of bodies) {
    const one = await client.get<Lists>(`/api/bodies/${encodeURIComponent(body)}/popolo.json`);
    if (one === undefined) throw noBook(body);
    document = together(document, one);
  }
  await writeFile(`${out}.part`, `${JSON.stringify(document, null, 1)}\n`);
  await rename(`${out}.part`, out);
  const counts = Object.fromEntries(Object.entries(document).map(([name, list]) => [name, list.length]));
  terminal.answer({ ok: true, out, bodies: bodies.length, counts }, [
    `${out}: ${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  ]);
  return 0;
}

async function bodiesOf(client: NodeClient): Promise<readonly string[]> {
  const listed = await client.get<{ readonly bodies: readonly { readonly body: string }[] }>('/api/bodies');
  return listed?.bodies.map(({ body }) => body) ?? [];
}

/** What a body says of itself goes before what another one says of it; a seat is named by both books. */
function together(before: Lists, added: Lists): Lists {
  const merged = Object.entries(added).map(([name, list]) => {
    const known = before[name] ?? [];
    const ids = new Map(known.map((thing, i) => [thing.id, i]));
    const all = [...known];
    for (const thing of list) {
      const at = thing.id === undefined ? undefined : ids.get(thing.id);
      if (at === undefined) all.push(thing);
      else all[at] = { ...all[at], ...thing };
    }
    return [name, all] as const;
  });
  return { ...before, ...Object.fromEntries(merged) };
}
