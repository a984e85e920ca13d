// Golden leaves: one of each act that has ever been written, kept for ever (vectors/core/README.md).
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decodeLeaf, type Leaf } from '@cabildo/book';
import { Ajv2020 } from 'ajv/dist/2020.js';
import {
  type Act,
  type ActName,
  allActs,
  auditRules,
  type BodyState,
  emptyState,
  evolve,
  objectSchema,
  readableAct,
} from '../src/index.ts';

const golden = fileURLToPath(new URL('../../../vectors/core/golden/', import.meta.url));
const read = (path: string): Buffer => readFileSync(golden + path);
const listed = JSON.parse(read('hashes.json').toString('utf8')) as Record<string, string>;
const implemented = allActs.filter(({ status }) => status === 'implemented');
const fileOf = (name: string, version: number): string => `${name}.v${version}.json`;

function decoded(line: string): Leaf {
  const result = decodeLeaf(Buffer.from(line));
  assert.ok(result.ok, result.ok ? '' : result.reason);
  return result.leaf;
}

const actIn = ({ act, v, index, at, data }: Leaf): Act =>
  ({ act: act as ActName, v, index, at, data }) as unknown as Act;

const books = globSync('books/*/*.jsonl', { cwd: golden }).map((path) => {
  const lines = read(path).toString('utf8').trimEnd().split('\n');
  return { path: path.replaceAll('\\', '/'), lines };
});

/** The state of the golden book just before that leaf. */
function before(line: string): BodyState {
  const book = books.find(({ lines }) => lines.includes(line));
  assert.ok(book, 'the leaf stands in one of the golden books');
  const leaves = book.lines.slice(0, book.lines.indexOf(line)).map(decoded);
  return leaves.map(actIn).reduce<BodyState>(evolve, emptyState(decoded(line).book));
}

test('nothing golden has changed, and nothing is there that is not on the list', () => {
  const there = globSync(['*.json', 'books/*/*.jsonl'], { cwd: golden }).map((path) => path.replaceAll('\\', '/'));
  assert.deepEqual(there.filter((path) => path !== 'hashes.json').sort(), Object.keys(listed).sort());
  for (const [path, hash] of Object.entries(listed))
    assert.equal(createHash('sha256').update(read(path)).digest('hex'), hash, path);
});

test('every implemented act has its golden leaf; `node vectors/core/make.ts` makes what is missing', () => {
  for (const { name, version } of implemented) assert.ok(fileOf(name, version) in listed, fileOf(name, version));
});

for (const file of Object.keys(listed).filter((path) => !path.startsWith('books/')))
  test(`${file} is still read, still valid and still folded`, () => {
    const line = read(file).toString('utf8').trimEnd();
    const leaf = decoded(line);
    assert.equal(file, fileOf(leaf.act, leaf.v));
    assert.ok(readableAct({ act: leaf.act, v: leaf.v }));
    const entry = implemented.find(({ name }) => name === leaf.act);
    assert.ok(entry);
    if (entry.version === leaf.v) {
      const validate = new Ajv2020({ strict: true }).compile(objectSchema(entry.data));
      assert.ok(validate(leaf.data), JSON.stringify(validate.errors));
    }
    const state = before(line);
    assert.equal(evolve(state, actIn(leaf)).size, leaf.index + 1);
  });

for (const { path, lines } of books)
  test(`${path} is replayed whole, and the audit of its rules is silent`, () => {
    const leaves = lines.map(decoded);
    const acts = leaves.map((leaf) => ({ ...actIn(leaf), by: leaf.by }));
    const audit = auditRules(leaves[0]?.book ?? '', acts);
    assert.equal(audit.replayed, lines.length);
    assert.deepEqual(audit.differences, []);
  });
