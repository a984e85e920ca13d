// A body that is founded with its territory is on the map at once, and the book says that nobody has voted it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateKey } from '@cabildo/book/node';
import { founding, withServer } from './http-fixture.ts';

const square =
  '{"type":"Polygon","coordinates":[[[-68.2,-16.5],[-68.1,-16.5],[-68.1,-16.6],[-68.2,-16.6],[-68.2,-16.5]]]}';

test('given a founding with a territory, then it is drawn on the map; with a hostile one nothing is founded', async () => {
  await withServer(async (server) => {
    const { signer } = generateKey();
    const send = (territory: string, key: string) =>
      server.post(
        '/api/bodies',
        { ...founding('villa', 'base', signer), territory },
        { token: server.node.operatorToken, key },
      );
    for (const [territory, status, code] of [
      ['{', 409, 'map-malformed'],
      ['{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}', 409, 'map-outline'],
      [`${' '.repeat(40_001)}${square}`, 400, 'invalid-input'],
      ['{"type":"Polygon","coordinates":[[[1e999,0],[1,1],[1,0],[1e999,0]]]}', 409, 'map-malformed'],
    ] as const) {
      const answered = await send(territory, `key-${code}-${territory.length}`);
      assert.deepEqual([answered.status, answered.json.code], [status, code], answered.text);
    }
    assert.equal((await server.get('/api/bodies-found')).json.all, 0);
    assert.equal((await send(square, 'founded')).status, 201);
    const map = await server.get('/map');
    assert.match(map.text, /<path class="whole" d="M/);
    const steps = (await server.get('/api/bodies/villa/first-steps')).json;
    assert.equal(steps.territory, 2);
    const act = await server.get('/b/villa/acts/2');
    assert.equal(act.status, 200);
  });
});
