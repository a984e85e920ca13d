// The guides in docs/guide: the same in both languages, every link and picture there, and small enough to carry.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Block, blocksOf, NotInGuides } from '../../packages/server/src/pages/guide/markdown.ts';
import { guideFiles, guideNames } from '../../packages/server/src/pages/guide/shelf.ts';
import { guidePictures } from '../../packages/web/test/pictures/guide-pictures.ts';

const folder = fileURLToPath(new URL('../../docs/guide/', import.meta.url));
const MOST_BYTES = 3 * 1024 * 1024;
const languages = ['es', 'en'] as const;

const read = (language: string, name: string): readonly Block[] =>
  blocksOf(readFileSync(`${folder}${language}/${name}.md`, 'utf8'));

/** What both languages share: headings, steps, pictures, and commands save for the words in them. */
function shapeOf(blocks: readonly Block[]): unknown {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `heading ${block.level}`;
      case 'list':
        return [block.ordered ? 'steps' : 'list', block.items.map(shapeOf)];
      case 'note':
        return ['note', shapeOf(block.blocks)];
      case 'picture':
        return `picture ${block.to.replace(/images\/(es|en)\//, '')}`;
      case 'code':
        return `code ${block.text
          .split('\n')
          .map((line) => line.split(' ')[0])
          .filter((word) => !/^[A-ZÁÉÍÓÚ]+=/.test(word ?? ''))
          .join()}`;
      default:
        return block.kind;
    }
  });
}

function each(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    if (block.kind === 'list') for (const item of block.items) each(item, visit);
    if (block.kind === 'note') each(block.blocks, visit);
  }
}

test('each guide is there in both languages, and there is no other', () => {
  for (const language of languages)
    assert.deepEqual(
      globSync('*.md', { cwd: folder + language }).sort(),
      guideNames.map((name) => `${name}.md`).sort(),
    );
  assert.deepEqual(globSync('*', { cwd: `${folder}files` }).sort(), [...guideFiles].sort());
});

for (const name of guideNames) {
  test(`the guide “${name}” has the same parts, steps, pictures and commands in both languages`, () => {
    assert.deepEqual(shapeOf(read('en', name)), shapeOf(read('es', name)));
  });

  for (const language of languages)
    test(`the guide “${name}” (${language}) leads nowhere that is not there`, () => {
      const wrong: string[] = [];
      each(read(language, name), (block) => {
        if (block.kind === 'picture' && !block.to.startsWith(`../images/${language}/`)) wrong.push(block.to);
        if (block.kind !== 'paragraph') return;
        for (const piece of block.words) if (piece.kind === 'link' && !leads(piece.to, language)) wrong.push(piece.to);
      });
      assert.deepEqual(wrong, []);
    });
}

/** To another guide, to a part of one, or to a file that is given to copy. */
function leads(to: string, language: string): boolean {
  const [, guide, part] = /^([a-z-]+)\.md(?:#(.+))?$/.exec(to) ?? [];
  if (guide === undefined) return /^\.\.\/files\//.test(to) && existsSync(`${folder}${language}/${to}`);
  if (!existsSync(`${folder}${language}/${guide}.md`)) return false;
  return part === undefined || read(language, guide).some((block) => block.kind === 'heading' && block.id === part);
}

test('the pictures that guides show are those that scenes take; run `npm run guide` where one is missing', () => {
  const shown = new Set<string>();
  for (const name of guideNames)
    each(read('es', name), (block) => {
      if (block.kind === 'picture') shown.add(block.to.replace(/^.*\/|\.webp$/g, ''));
    });
  assert.deepEqual([...shown].sort(), guidePictures.map(({ picture }) => picture).sort());
  for (const language of languages)
    assert.deepEqual(
      globSync('*', { cwd: `${folder}images/${language}` }).sort(),
      [...shown].map((picture) => `${picture}.webp`).sort(),
      language,
    );
});

test('all of it is at most 3 MB', () => {
  const sizes = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(`${entry.parentPath}/${entry.name}`).size);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(all <= MOST_BYTES, `${all} bytes`);
});

test('what guides are not written in is refused at its line', () => {
  for (const [text, line] of [
    ['# One\n\n| a | b |', 3],
    ['# One\n\ntext *slanted*', 3],
    ['1. one\n3. three', 2],
    ['# One\n\n```\nopen', 3],
    ['# One\n\n<b>x</b>', 3],
  ] as const)
    assert.throws(() => blocksOf(text), new RegExp(`^${NotInGuides.name}: line ${line}:`));
});
