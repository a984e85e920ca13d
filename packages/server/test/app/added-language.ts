// A language that nobody has heard of, on a node that runs: proposed by one person and reviewed by another, as everybody has to.
import assert from 'node:assert/strict';
import type { Translation } from '@cabildo/core';
import type { Node } from '../../src/app/node.ts';
import type { Translator } from '../../src/store/languages.ts';

export const zirgal = {
  tag: 'qaa',
  name: 'Zirgal',
  nameFrom: 'inventado para esta prueba',
  direction: 'ltr',
  like: 'es',
  quotes: ['“', '”'],
} as const;

/** One person who translates into it and another who reviews. */
async function working({ languages }: Node, tag: string): Promise<readonly [Translator, Translator]> {
  const [ana, beto] = await Promise.all(
    (['translate', 'review'] as const).map(async (may) => {
      const { code } = languages.invitations.invite(tag, may);
      const token = `${may}-${code}`;
      const joined = await languages.join(languages.invitations.read(code), may, token);
      assert.equal(joined.kind, 'done');
      return languages.translatorBy(token) ?? assert.fail('nobody has joined');
    }),
  );
  assert.ok(ana !== undefined && beto !== undefined);
  return [ana, beto];
}

/** From now on the node says these texts so, by what they are in Spanish. */
export async function speaks(
  node: Node,
  texts: Readonly<Record<string, Translation>>,
  head: Readonly<Record<string, unknown>> & { readonly tag: string } = zirgal,
): Promise<void> {
  const { languages } = node;
  const [ana, beto] = await working(node, head.tag);
  assert.equal((await languages.describe(ana, head)).kind, 'done');
  for (const [source, said] of Object.entries(texts)) {
    const proposed = await languages.propose(ana, source, said, 'Ana');
    assert.equal(proposed.kind, 'done', `${source}: ${JSON.stringify(proposed)}`);
    assert.equal((await languages.review(beto, source, said)).kind, 'done');
  }
}

/** From now on that text is heard in it, by what it is in Spanish. */
export async function voiced(node: Node, source: string, sound: Uint8Array): Promise<void> {
  const [ana, beto] = await working(node, zirgal.tag);
  assert.equal((await node.languages.record(ana, source, 'audio/webm', sound)).kind, 'done');
  assert.equal((await node.languages.approve(beto, source)).kind, 'done');
}
