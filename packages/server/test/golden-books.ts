// Books of the golden stories, as views of a node that holds them all; nothing of them is in a database.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeLeaf } from '@cabildo/book';
import { type Act, type BodyState, emptyState, evolve } from '@cabildo/core';
import type { ActRow, BookView, Node } from '../src/app/index.ts';
import { builtInTongue } from '../src/pages/tongue.ts';
import type { Visit } from '../src/pages/visit.ts';
import { visitWith } from '../src/pages/visit.ts';

const golden = fileURLToPath(new URL('../../../vectors/core/golden/books/', import.meta.url));

export interface GoldenBook {
  readonly view: BookView;
  readonly rows: readonly ActRow[];
}

function read(path: string): GoldenBook {
  const lines = readFileSync(golden + path, 'utf8')
    .trimEnd()
    .split('\n');
  const rows = lines.map((line, index): ActRow => {
    const decoded = decodeLeaf(Buffer.from(line));
    if (!decoded.ok) throw new Error(decoded.reason);
    const { act, at, book: origin } = decoded.leaf;
    const entry = Buffer.from(line);
    return { origin, index, act, at, code: '0123456789', leaf: new Uint8Array(32), entry, receivedAt: at };
  });
  const state = rows.reduce<BodyState>((before, { entry, act, index, at }) => {
    const { v, data } = JSON.parse(entry.toString());
    return evolve(before, { act, v, index, at, data } as unknown as Act);
  }, emptyState(rows[0]!.origin));
  return { view: viewOf(state), rows };
}

export function viewOf(state: BodyState): BookView {
  const { origin, size, at } = state;
  const title = state.body?.title ?? origin;
  const head = { origin, size, root: Buffer.alloc(32, 1).toString('base64'), checkpoint: null };
  const [, name = ''] = origin.split('/');
  const rest = { kind: 'body', remote: false, vkey: '', readOnly: null, source: null, predecessor: null } as const;
  return { ...rest, origin, name, title, size, at, head, state };
}

/** By the story and the book's file. */
export const goldenBooks: ReadonlyMap<string, GoldenBook> = new Map(
  globSync('*/*.jsonl', { cwd: golden }).map((path) => [path.replaceAll('\\', '/'), read(path)]),
);

/** A node that holds this book, and attachments where some are given. */
export function nodeWith({ rows }: Pick<GoldenBook, 'rows'>, attachments: Readonly<Record<string, string>> = {}): Node {
  return {
    name: 'el-alto.example',
    now: () => '2005-06-20T12:00:00Z',
    act: async (_book: string, index: number) => rows[index] ?? null,
    acts: async (_book: string, from: number, limit: number) => rows.slice(from, from + limit),
    disclosures: async () => null,
    attachment: async (_book: string, sha256: string) => {
      const content = attachments[sha256];
      return content === undefined ? null : { mediaType: 'application/json', content: Buffer.from(content) };
    },
    languages: { spoken: () => [], at: () => undefined },
  } as unknown as Node;
}

export const visitIn = (language: 'es' | 'en', book: GoldenBook): Visit =>
  visitWith(nodeWith(book), new Map([[book.view.origin, book.view]]), {
    path: '/',
    base: 'http://el-alto.example',
    tongue: builtInTongue(language),
    others: [],
    chosen: null,
  });
