// The guides as pages of the node: whole, in both languages, from its own disk; and what they give to copy.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createServer } from '../../src/http/create-server.ts';
import { guidePath } from '../../src/http/guide-files.ts';
import { blocksOf } from '../../src/pages/guide/markdown.ts';
import { guideFiles, guideNames } from '../../src/pages/guide/shelf.ts';
import { withNode } from '../app/node-fixture.ts';

interface Got {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
}

const reading = (work: (read: (url: string) => Promise<Got>) => Promise<void>): Promise<void> =>
  withNode(async ({ node }) => {
    const app = createServer({ node });
    try {
      await work(async (url) => {
        const { statusCode, headers, rawPayload } = await app.inject({ url, headers: { accept: 'text/html' } });
        return { status: statusCode, type: String(headers['content-type']), bytes: rawPayload };
      });
    } finally {
      await app.close();
    }
  });

test('given a node without any body, when a guide is read, then it is there in both languages, with its pictures and links', async () => {
  await reading(async (read) => {
    const home = (await read('/?lang=es')).bytes.toString();
    assert.match(home, /href="\/guide\/first-assembly\?lang=es"/);
    for (const language of ['es', 'en'] as const) {
      const all = (await read(`/guide?lang=${language}`)).bytes.toString();
      for (const name of guideNames) {
        assert.ok(all.includes(`href="/guide/${name}?lang=${language}"`), name);
        const { status, type, bytes } = await read(`/guide/${name}?lang=${language}`);
        assert.deepEqual([status, type], [200, 'text/html; charset=utf-8'], name);
        const page = bytes.toString();
        assert.doesNotMatch(page, /<script|\.md["#]|\*\*|src="https?:/, name);
        const leads = [...page.matchAll(/(?:src|href)="(\/guide\/[^"#]+)/g)].map(([, to = '']) => to);
        for (const to of leads) assert.equal((await read(to.replaceAll('&amp;', '&'))).status, 200, `${name}: ${to}`);
        for (const [, part = ''] of page.matchAll(/href="#([^"]+)"/g))
          assert.ok(page.includes(`id="${part}"`), `${name}: #${part}`);
      }
    }
  });
});

test('given the files of settings, when they are asked for, then they come as they are; nothing else of the disk does', async () => {
  await reading(async (read) => {
    for (const name of guideFiles) {
      const { status, type, bytes } = await read(`/guide/files/${name}`);
      assert.deepEqual([status, type], [200, 'text/plain; charset=utf-8'], name);
      assert.deepEqual(bytes, await readFile(guidePath(`files/${name}`)), name);
    }
    for (const url of [
      '/guide/none',
      '/guide/__proto__',
      '/guide/files/none',
      '/guide/files/..%2Fes%2Fnode.md',
      '/guide/images/es/none.webp',
      '/guide/images/fr/cards.webp',
      '/guide/images/es/..%2F..%2Fes%2Fnode.md',
    ])
      assert.equal((await read(url)).status, 404, url);
  });
});

test('given words that would be HTML or commands, when a guide says them, then they stay words', () => {
  const [list] = blocksOf('1. Press **Yes**.\n\n   ```\n   echo <b> && `x`\n   ```\n');
  assert.deepEqual(list, {
    kind: 'list',
    ordered: true,
    items: [
      [
        {
          kind: 'paragraph',
          words: [
            { kind: 'text', text: 'Press ' },
            { kind: 'bold', text: 'Yes' },
            { kind: 'text', text: '.' },
          ],
        },
        { kind: 'code', text: 'echo <b> && `x`' },
      ],
    ],
  });
});
