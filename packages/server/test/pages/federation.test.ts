// What pages say of several bodies: how delegates voted, what the bases made of a pact, a long book.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { createServer } from '../../src/http/create-server.ts';
import { makeBody, withNodes } from '../exchange/fixture.ts';

const root = base64Encode(new Uint8Array(32));

test('delegates’ votes are told motion by motion; a pact that the bases rejected does not look like a success', async () => {
  await withNodes(['a.example'], async (place) => {
    const [upper, base] = [await makeBody(place, 'asamblea', 'delegate'), await makeBody(place, 'junta')];
    await base.write('AffiliationRequested', { vote: 0, to: upper.origin, toKey: await upper.key() });
    await upper.admit(base, 4);
    const sitting = await upper.sitting();
    const text = { matter: 'pact', title: 'Pact of the tank', textHash: root };
    const motion = await upper.write('MotionTabled', { sitting, ...text, proposal: { kind: 'pact', with: 'Them' } });
    const rule = { num: 1, den: 2, strict: true, of: 'cast' };
    const electorate = { count: 4, root };
    const vote = await upper.write('VoteOpened', { motion, method: 'devices', rule, present: 4, roll: 4, electorate });
    const seat = (number: number, choice: string, mandate: string | null) => ({
      seat: `${base.origin}#${number}`,
      choice,
      mandate,
    });
    const calls = [seat(3, 'yes', null), seat(1, 'yes', 'yes'), seat(2, 'yes', 'yes'), seat(4, 'no', 'yes')];
    const rollCall = { mediaType: 'application/json', content: JSON.stringify(calls) };
    const tallies = [{ yes: 3, no: 1, abstain: 0 }];
    await upper.write(
      'VoteClosed',
      { vote, tallies, turnout: 4, dropped: 0, outcome: 'carried', ballots: { count: 4, root } },
      { attach: { rollCall } },
    );
    const resolution = await upper.write('ResolutionAdopted', { vote, motion, ...text, status: 'suspended' });
    const asked = { resolution, title: text.title, textHash: root, deadline: '2099-01-01T00:00:00Z', bases: 1 };
    const consultation = await upper.write('ConsultationIssued', { ...asked, rule: { ...rule, of: 'answered' } });
    const result = { yes: 0, no: 1, silent: 0, members: { yes: 0, no: 9, abstain: 0 }, outcome: 'rejected' };
    await upper.write('ConsultationClosed', { consultation, ...result });
    await upper.write('ResolutionRejected', { resolution, consultation });

    const app = createServer({ node: place.node });
    try {
      const get = async (url: string): Promise<string> => (await app.inject({ url: `${url}?lang=en` })).body;
      const page = await get('/b/junta');
      assert.equal(page.match(/<h3>Pact of the tank<\/h3>/g)?.length, 1);
      assert.match(
        page,
        /<strong>Seats 1, 2<\/strong>: Yes <span class="soft">· mandate: yes<\/span><\/span> <span class="badge green">/i,
      );
      assert.match(page, /<strong>Seat 3<\/strong>: Yes<\/span> <span class="badge indigo">.*?No mandate/i);
      assert.match(page, /<strong>Seat 4<\/strong>: No .*?<span class="badge red">.*?Against the mandate/i);
      const way = await get(`/b/asamblea/resolutions/${resolution}`);
      const [, step = ''] = way.split('id="consultation"');
      assert.match(step, /<span class="badge red">.*?The bases did not ratify it/);
      assert.doesNotMatch(step.split('</li>')[0] ?? '', /badge (green|indigo)/);
    } finally {
      await app.close();
    }
  });
});

test('a long book begins with its latest acts and is read on page by page, each act once', async () => {
  await withNodes(['a.example'], async (place) => {
    const base = await makeBody(place, 'junta');
    await base.fill(60);
    const app = createServer({ node: place.node });
    try {
      const seen: number[] = [];
      for (let url: string | undefined = '/b/junta/book'; url !== undefined; ) {
        const body: string = (await app.inject({ url })).body;
        seen.push(...Array.from(body.matchAll(/<li value="(\d+)">/g), ([, index]) => Number(index)));
        const older = /<a rel="next" href="([^"]+)"/.exec(body)?.[1];
        assert.equal(body.includes('checkpoint'), url === '/b/junta/book', url);
        url = older?.replaceAll('&amp;', '&');
      }
      const size = await base.size();
      assert.deepEqual(
        seen,
        Array.from({ length: size }, (_, i) => size - 1 - i),
      );
    } finally {
      await app.close();
    }
  });
});
