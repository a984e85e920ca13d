// Makes the golden leaves of acts that have none yet. What is there is never touched:
//   node vectors/core/make.ts
// Everything comes from one story that is played from constants, so running it twice gives the same bytes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { commitTo, encodeLeaf, type Leaf } from '@cabildo/book';
import { nodeCrypto } from '@cabildo/book/node';
import { allActs } from '@cabildo/core';
import type { Book } from '../../packages/core/test/federation/book.ts';
import { stories } from '../../packages/core/test/federation/stories.ts';

const golden = new URL('golden/', import.meta.url);
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

function leavesOf(book: Book): Leaf[] {
  return book.acts.map((act) => {
    const place = { origin: book.origin, index: act.index };
    const slots = [...book.vault.disclosures].filter(([key]) => key.startsWith(`${act.index}/`));
    const commits = slots.map(([key, text]) => {
      const slot = key.slice(key.indexOf('/') + 1);
      return [slot, commitTo({ ...place, slot }, sha256(`salt ${book.origin} ${key}`), text as string, nodeCrypto)];
    });
    return {
      act: act.act,
      at: act.at,
      blind: sha256(`blind ${book.origin} ${act.index}`).subarray(0, 16).toString('base64'),
      book: book.origin,
      by: act.by,
      cites: act.cites,
      commits: Object.fromEntries(commits),
      data: act.data as unknown as Leaf['data'],
      format: 'cabildo/1',
      index: act.index,
      rules: 1,
      v: act.v,
    };
  });
}

/** What no command writes: the node's own acts, in the book of a successor. */
function nodesOwn(): Leaf[] {
  const book = 'el-alto.example/junta-1~2';
  const base = { at: '2005-09-01T12:00:00Z', book, cites: [], commits: {}, format: 'cabildo/1', rules: 1, v: 1 } as const;
  const blind = (index: number) => sha256(`blind ${book} ${index}`).subarray(0, 16).toString('base64');
  const root = sha256('the last known head').toString('base64');
  return [
    {
      ...base,
      act: 'BookSucceeded',
      blind: blind(0),
      by: { office: 'operator', article: 'book' },
      data: { predecessor: 'el-alto.example/junta-1', size: 120, root },
      index: 0,
    },
    {
      ...base,
      act: 'RefusalMinuted',
      blind: blind(1),
      by: { office: 'statute', article: 'minutes.refusals' },
      data: { command: 'OpenSitting', code: 'no-quorum', refusedBy: 'calls.first' },
      index: 1,
    },
    {
      ...base,
      act: 'DecisionCarried',
      blind: blind(2),
      by: { office: 'operator', article: 'book' },
      data: {
        from: { book: 'el-alto.example/junta-1', index: 57 },
        what: {
          kind: 'resolution',
          matter: 'ordinary',
          title: 'Agua',
          textHash: root,
          status: 'in-force',
          adoptedAt: '2005-06-20T12:00:00Z',
          proposal: { kind: 'resolution' },
          hasActed: true,
        },
      },
      index: 2,
    },
  ];
}

const fileOf = ({ name, version }: { name: string; version: number }) => `${name}.v${version}.json`;
const missing = allActs.filter((act) => act.status === 'implemented' && !existsSync(new URL(fileOf(act), golden)));
if (missing.length === 0) {
  process.stdout.write('every implemented act has its golden leaf\n');
  process.exit(0);
}

const books = new URL('books/', golden);
const told = existsSync(books) ? readdirSync(books).length : 0;
const written: string[] = [];

function write(place: URL, name: string, content: string): void {
  writeFileSync(new URL(name, place), content);
  written.push(new URL(name, place).href.slice(golden.href.length));
}

const text = (leaf: Leaf): string => Buffer.from(encodeLeaf(leaf)).toString('utf8');
const played = Object.entries(stories).map(([name, play]) => ({
  name,
  books: [...play().fed.books.values()].filter(({ acts }) => acts.length > 0).map(leavesOf),
}));
const all = [...played, { name: 'node', books: [nodesOwn()] }];

/** The last one says most: later in a story more is known. */
function lastLeaf(act: (typeof missing)[number]): { readonly story: string; readonly leaf: Leaf } {
  for (const story of all) {
    const leaf = story.books.flat().findLast((candidate) => candidate.act === act.name && candidate.v === act.version);
    if (leaf !== undefined) return { story: story.name, leaf };
  }
  throw new Error(`no story writes ${act.name}`);
}

const made = missing.map((act) => ({ act, ...lastLeaf(act) }));
for (const { name, books: itsBooks } of all.filter((story) => made.some(({ story: of }) => of === story.name))) {
  const place = new URL(`${told + 1}-${name}/`, books);
  mkdirSync(place, { recursive: true });
  for (const leaves of itsBooks) {
    const book = leaves[0]?.book.split('/').at(-1) ?? '';
    write(place, `${book}.jsonl`, leaves.map((leaf) => `${text(leaf)}\n`).join(''));
  }
}
for (const { act, leaf } of made) write(golden, fileOf(act), `${text(leaf)}\n`);

const list = new URL('hashes.json', golden);
const known: Record<string, string> = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
for (const path of written) known[path] = sha256(readFileSync(new URL(path, golden))).toString('hex');
const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(list, `${JSON.stringify(sorted, null, 2)}\n`);
process.stdout.write(`${written.length} files written\n`);
