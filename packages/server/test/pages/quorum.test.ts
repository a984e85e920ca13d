// What the pages say of a quorum that somebody doubted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer } from '../../src/http/create-server.ts';
import { makeBody, withNodes } from '../exchange/fixture.ts';

test('a page does not go on saying that there is quorum once a count has found that it was lost', async () => {
  await withNodes(['a.example'], async (place) => {
    const body = await makeBody(place, 'asamblea', 'delegate');
    const sitting = await body.sitting();
    await body.write('SittingOpened', { sitting, call: 'first', quorum: { needed: 4, present: 6, met: true } });
    const app = createServer({ node: place.node });
    const said = async (language: string) => {
      const { body: page } = await app.inject({ url: `/b/asamblea/sittings/${sitting}?lang=${language}` });
      return /<p class="figures">.*?<\/p>/s.exec(page)?.[0].replaceAll(/<[^>]+>/g, '') ?? '';
    };
    try {
      assert.match(await said('es'), /Hay quórum/);
      await body.write('QuorumChallenged', { sitting, item: sitting });
      assert.match(await said('es'), /Quórum en duda/);
      const quorum = { needed: 4, present: 3, met: false };
      await body.write('PresenceCounted', { sitting, round: 1, counts: [3, 3], agreed: true, present: 3, quorum });
      assert.match(await said('es'), /Se perdió el quórum: quedaban 3, hacen falta 4/);
      assert.match(await said('en'), /Quorum was lost: 3 had stayed, 4 needed/);
      assert.doesNotMatch(await said('es'), /Hay quórum/);
    } finally {
      await app.close();
    }
  });
});
