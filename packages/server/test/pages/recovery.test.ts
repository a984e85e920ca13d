// A body's page while other bodies attest its officers: those before see it where they look for their office.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer } from '../../src/http/create-server.ts';
import { makeBody, withNodes } from '../exchange/fixture.ts';

test('as long as there is time to object the page says so beside the offices, and no longer once somebody has', async () => {
  await withNodes(['a.example'], async (place) => {
    const body = await makeBody(place, 'junta');
    const election = await body.electOfficers(false);
    const app = createServer({ node: place.node });
    const said = async (language: string) => (await app.inject({ url: `/b/junta?lang=${language}` })).body;
    try {
      assert.doesNotMatch(await said('es'), /puede oponerse hasta/);
      const key = await body.key();
      const bodies = ['b.example/una', 'b.example/otra'].map((book) => ({
        book,
        index: 4,
        known: 'above',
        key,
        signatures: 40,
      }));
      const due = '2099-01-01T00:00:00Z';
      const claim = await body.write('RecoveryClaimed', { election, bodies, objectors: 2, due });
      assert.match(await said('es'), /Otros organismos dan fe de esta directiva.*puede oponerse hasta/);
      assert.match(await said('en'), /can object until/);
      await body.write('RecoveryObjected', { claim, office: 'secretary', key: '', signature: '' });
      assert.doesNotMatch(await said('es'), /puede oponerse hasta/);
    } finally {
      await app.close();
    }
  });
});
