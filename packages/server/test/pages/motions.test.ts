// What the page of a resolution says of amendments and tasks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { plusDays } from '@cabildo/core';
import { createServer } from '../../src/http/create-server.ts';
import { makeBody, withNodes } from '../exchange/fixture.ts';

const hashOf = (byte: number): string => base64Encode(new Uint8Array(32).fill(byte));

test('a resolution shows the text that was voted, what would have amended it, and its tasks as they stand today', async () => {
  await withNodes(['a.example'], async (place) => {
    const body = await makeBody(place, 'asamblea', 'delegate');
    const sitting = await body.sitting();
    const common = { sitting, matter: 'ordinary' };
    const tabled = { ...common, title: 'Water', textHash: hashOf(1), proposal: { kind: 'resolution' } };
    const motion = await body.write('MotionTabled', tabled, { disclose: { text: 'The first text' } });
    const amending = { kind: 'amend-motion', motion, order: 1, substantive: true };
    const amendment = await body.write(
      'MotionTabled',
      { ...common, title: 'More water', textHash: hashOf(2), proposal: amending },
      { disclose: { text: 'The text that was voted' } },
    );
    const change = { vote: 0, motion, amendment, textHash: hashOf(2), substantive: true, fallen: [] };
    await body.write('MotionAmended', change);
    const adopted = { vote: 0, motion, matter: 'ordinary', title: 'Water', textHash: hashOf(2), status: 'in-force' };
    const resolution = await body.write('ResolutionAdopted', adopted);
    const task = { resolution, to: { kind: 'office', office: 'Treasurer' } };
    const now = place.node.now();
    await body.write('TaskAssigned', { ...task, what: 'Buy pipes', due: plusDays(now, -3) });
    await body.write('TaskAssigned', { ...task, what: 'Lay them', due: plusDays(now, 3) });
    const app = createServer({ node: place.node });
    try {
      const page = (await app.inject({ url: `/b/asamblea/resolutions/${resolution}?lang=en` })).body;
      assert.match(page, /The text that was voted/);
      assert.doesNotMatch(page, /The first text/);
      assert.match(page, /<h4>Amendments<\/h4>.*More water/);
      assert.match(page, /badge red">.{0,400}?overdue.{0,200}?Buy pipes/);
      assert.match(page, /badge indigo">.{0,400}?open.{0,200}?Lay them/);
    } finally {
      await app.close();
    }
  });
});
