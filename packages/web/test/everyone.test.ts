// Every screen of the client and every kind of public page that no sitting in `sitting/` comes by, for everybody (WCAG 2.2 AA): both
// languages, light and dark, ordinary text and text at twice the size, keyboard and thumb.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserMissing } from './browser.ts';
import { inChromium } from './chromium.ts';
import { everybody } from './everyone.ts';
import { withHall } from './hall.ts';
import { readers, walkScreens } from './walk.ts';
import { walkCounts } from './walk-counts.ts';
import { walkPapers } from './walk-papers.ts';

// A camera that the browser makes up, for whoever is allowed to use it.
const { browser, client } = await inChromium('--use-fake-device-for-media-stream');
const walk = { browser, client, locale: 'es-BO' } as const;

describe('axe finds nothing, nothing is cut off, every target is large enough and reached by the keyboard', {
  skip: browserMissing,
  concurrency: 2,
}, () => {
  test('a member’s phone, and what everybody reads', async () => {
    const { look, faults, seen } = everybody();
    await walkScreens(walk, look);
    assert.ok(seen.length >= 10, `only these were seen: ${seen.join(', ')}`);
    assert.deepEqual(faults, []);
  });

  test('a meeting without an account, a sitting from paper, and screens with nothing to do', async () => {
    const { look, faults, seen } = everybody();
    await walkPapers(walk, look);
    assert.ok(seen.length >= 20, `only these were seen: ${seen.join(', ')}`);
    assert.deepEqual(faults, []);
  });

  test('an urn, delegations’ cards and a roll call; a camera, open and refused', async () => {
    const { look, faults, seen } = everybody();
    await walkCounts(walk, look);
    assert.deepEqual(seen, [
      'camera: refused',
      'camera: open',
      'teller: an urn that does not add up',
      'teller: an urn is given',
      'teller: delegation-cards',
      'teller: roll-call',
    ]);
    assert.deepEqual(faults, []);
  });

  test('what everybody reads, in English', async () => {
    const { look, faults } = everybody();
    await withHall(client.folder, async (hall) => {
      await hall.openSitting();
      await hall.closeVote(await hall.openVote('Water'));
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'en-GB' });
      await readers(hall, context, look);
      await context.close();
    });
    assert.deepEqual(faults, []);
  });
});
