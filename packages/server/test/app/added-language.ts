// A language that nobody has heard of, on a node that runs: proposed by one person and reviewed by another, as everybody has to.
import assert from 'node:assert/strict';
import type { Translation } from '@cabildo/core';
import type { Node } from '../../src/app/node.ts';

export const zirgal = {
  tag: 'qaa',
  name: 'Zirgal',
  nameFrom: 'inventado para esta prueba',
  direction: 'ltr',
  like: 'es',
  quotes: ['“', '”'],
} as const;

/** From now on the node says these texts so, by what they are in Spanish. */
export async function speaks(
  { languages }: Node,
  texts: Readonly<Record<string, Translation>>,
  head: Readonly<Record<string, unknown>> & { readonly tag: string } = zirgal,
): Promise<void> {
  const [ana, beto] = await Promise.all(
    (['translate', 'review'] as const).map(async (may) => {
      const { code } = languages.invitations.invite(head.tag, may);
      const token = `${may}-${code}`;
      const joined = await languages.join(languages.invitations.read(code), may, token);
      assert.equal(joined.kind, 'done');
      return languages.translatorBy(token) ?? assert.fail('nobody has joined');
    }),
  );
  assert.ok(ana !== undefined && beto !== undefined);
  assert.equal((await languages.describe(ana, head)).kind, 'done');
  for (const [source, said] of Object.entries(texts)) {
    const proposed = await languages.propose(ana, source, said, 'Ana');
    assert.equal(proposed.kind, 'done', `${source}: ${JSON.stringify(proposed)}`);
    assert.equal((await languages.review(beto, source, said)).kind, 'done');
  }
}
