// What pages say of one seat above, of a list of demands, of a measure and who may lift it, and which resolutions are listed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { createServer } from '../../src/http/create-server.ts';
import { type Body, makeBody, memberName, type Place, withNodes } from '../exchange/fixture.ts';

const root = base64Encode(new Uint8Array(32));
const rule = { num: 1, den: 2, strict: true, of: 'cast' };

type Get = (url: string) => Promise<string>;
/** Of the assembly’s page, with that query. */
type StatusOf = (query: string) => Promise<{ readonly status: number; readonly body: string }>;

async function reading(place: Place, work: (get: Get, statusOf: StatusOf) => Promise<void>): Promise<void> {
  const app = createServer({ node: place.node });
  const headers = { accept: 'text/html', 'accept-language': 'en' };
  const statusOf: StatusOf = async (query) => {
    const { statusCode: status, body } = await app.inject({ url: `/b/asamblea${query}`, headers });
    return { status, body };
  };
  try {
    await work(async (url) => {
      const { statusCode, body } = await app.inject({ url, headers });
      assert.equal(statusCode, 200, url);
      return body;
    }, statusOf);
  } finally {
    await app.close();
  }
}

/** A resolution of a body, by as few acts as it takes. */
async function resolved(
  body: Body,
  title: string,
  status: string,
  matter = 'ordinary',
  more: object = {},
): Promise<number> {
  const sitting = await body.sitting();
  const text = { matter, title, textHash: root };
  const motion = await body.write('MotionTabled', { sitting, ...text, proposal: { kind: 'resolution' } });
  return body.write('ResolutionAdopted', { vote: motion, motion, ...text, status, ...more });
}

/** A vote by roll call on a motion of its own. */
async function rollCall(upper: Body, sitting: number, title: string, calls: readonly object[]): Promise<number> {
  const text = { matter: 'ordinary', title, textHash: root };
  const motion = await upper.write('MotionTabled', { sitting, ...text, proposal: { kind: 'resolution' } });
  const opened = { motion, method: 'devices', rule, present: 2, roll: 2, electorate: { count: 2, root } };
  const vote = await upper.write('VoteOpened', opened);
  const tallies = [{ yes: 1, no: 1, abstain: 0 }];
  const closed = { vote, tallies, turnout: 2, dropped: 0, outcome: 'rejected', ballots: { count: 2, root } };
  const attached = { mediaType: 'application/json', content: JSON.stringify(calls) };
  return upper.write('VoteClosed', closed, { attach: { rollCall: attached } });
}

test('a seat’s page says who elected it, whether it stands, what was mandated and what it voted, and names nobody', async () => {
  await withNodes(['a.example'], async (place) => {
    const [upper, base] = [await makeBody(place, 'asamblea', 'delegate'), await makeBody(place, 'junta')];
    await base.write('AffiliationRequested', { vote: 0, to: upper.origin, toKey: await upper.key() });
    await upper.admit(base, 2);
    const holder = memberName(7);
    const election = await base.elect(upper.origin, [holder, memberName(8)]);
    const sitting = await upper.sitting();
    const seat = (number: number, choice: string, mandate: string | null) => ({
      seat: `${base.origin}#${number}`,
      choice,
      mandate,
    });
    const kept = await rollCall(upper, sitting, 'Tank', [seat(1, 'yes', 'yes'), seat(2, 'no', 'yes')]);
    const broken = await rollCall(upper, sitting, 'Road', [seat(1, 'no', 'yes'), seat(2, 'yes', 'yes')]);
    await rollCall(upper, sitting, 'School', [seat(2, 'yes', null)]);
    for (let vote = 0; vote < 5; vote++) await rollCall(upper, sitting, `Vote ${vote}`, []);
    await reading(place, async (get) => {
      const page = await get('/b/junta/seats/asamblea/1');
      assert.match(page, /<h1>Seat 1 of junta<\/h1>.*?In office/s);
      assert.match(page, new RegExp(`href="/b/junta/acts/${election}"`));
      assert.match(page, /Sealed/);
      assert.match(page, /Kept 1 · against the mandate 1 · no mandate or free 0/);
      assert.match(page, new RegExp(`Tank.*?Yes · <a href="/b/asamblea/acts/${kept}".*?badge green`, 's'));
      assert.match(page, new RegExp(`Road.*?No · <a href="/b/asamblea/acts/${broken}".*?badge red`, 's'));
      assert.doesNotMatch(page, /School/, 'votes of the other seat');
      assert.doesNotMatch(page, /m-[0-9a-z]{16}/, 'nobody is named');
      const own = await get('/b/junta');
      assert.match(own, /href="\/b\/junta\/seats\/asamblea\/1"/);
      // The newest first; three of them stand under the beginning, and each goes on by itself.
      const list = /href="([^"]*list=votes-[^"]*)">and 3 more/.exec(own)?.[1]?.replaceAll('&amp;', '&') ?? '';
      assert.match(await get(list), /Tank.*?rel="prev"/s);
      assert.match(
        await get(list.replace(/from=\d+/, 'from=0')),
        /Vote 4.*?None of its delegates voted.*?School.*?Road.*?Tank/s,
      );
      assert.match(await get('/b/junta/seats/asamblea/1?list=votes'), /School.*?–.*?Road.*?No · .*?badge red/s);

      await base.recall(upper.origin, election, 1, holder);
      assert.match(await get('/b/junta/seats/asamblea/1'), /<div class="head">.*?Recalled/s);
    });
    const app = createServer({ node: place.node });
    for (const url of [
      '/b/junta/seats/asamblea/9',
      '/b/junta/seats/nowhere/1',
      '/b/junta/seats/..%2f/1',
      '/b/junta/seats/asamblea/x',
      '/b/junta/seats/asamblea/1?list=votes&from=9',
      '/b/junta/seats/asamblea/1?list=else',
      '/b/junta?list=votes-9',
    ])
      assert.equal((await app.inject({ url, headers: { accept: 'text/html' } })).statusCode, 404, url);
    await app.close();
  });
});

test('a list of demands says of each how it stands and by which act, and that a report was challenged', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'asamblea', 'delegate');
    const resolution = await resolved(upper, 'Demands to the government', 'in-force');
    const list = await upper.write('DemandListAdopted', {
      vote: 0,
      resolution,
      demands: ['Gas', 'Water <b>', 'Schools'],
    });
    const met = await upper.write('DemandStateChanged', { list, number: 2, state: 'met', reported: true });
    const back = await upper.write('DemandStateChanged', { list, number: 3, state: 'open', challenged: true });
    await reading(place, async (get) => {
      const body = await get('/b/asamblea');
      assert.match(
        body,
        new RegExp(`id="demands".*?href="/b/asamblea/demands/${list}">Demands to the government`, 's'),
      );
      assert.match(body, /2 open.*?1 met/s);
      const page = await get(`/b/asamblea/demands/${list}`);
      assert.match(page, new RegExp(`Gas.*?badge ochre.*?href="/b/asamblea/acts/${list}"`, 's'));
      assert.match(
        page,
        new RegExp(`Water &lt;b&gt;.*?badge green.*?href="/b/asamblea/acts/${met}".*?an office reported it`, 's'),
      );
      assert.match(page, new RegExp(`Schools.*?only the bases can call it met.*?href="/b/asamblea/acts/${back}"`, 's'));
    });
  });
});

test('a measure says who alone may lift it and who must ratify that; in a base nobody ratifies', async () => {
  await withNodes(['a.example'], async (place) => {
    const [upper, base] = [await makeBody(place, 'asamblea', 'delegate'), await makeBody(place, 'junta')];
    const measures = await Promise.all(
      [upper, base].map(async (body) => {
        const resolution = await resolved(body, 'March', 'in-force', 'measure');
        const what = { vote: 0, resolution, what: 'March', place: 'Ceja', from: '2005-06-01T12:00:00Z' };
        return body.write('MeasureDeclared', what);
      }),
    );
    const joined = { vote: 0, measure: { book: upper.origin, index: measures[0] }, how: 'withdrawn' };
    await base.write('MeasureJoined', joined);
    await reading(place, async (get) => {
      const above = await get('/b/asamblea');
      assert.match(above, /Lifted, narrowed or moved by asamblea alone: more than half of the votes/);
      assert.match(above, /not valid before it is ratified by more than half of the bases that answered/);
      const own = await get('/b/junta');
      assert.match(own, /Lifted, narrowed or moved by junta alone/);
      assert.doesNotMatch(own, /ratified by/);
      assert.match(own, /Measures from above.*?Withdrew its people/s);

      const lifting = await resolved(upper, 'The march ends', 'suspended', 'lifting');
      const lifted = await upper.write('MeasureLifted', { measure: measures[0], resolution: lifting, how: 'end' });
      const after = await get('/b/asamblea');
      assert.match(after, new RegExp(`Lifted by:.*?resolutions/${lifting}".*?acts/${lifted}"`, 's'));
      assert.match(after, /alone: more than half/, 'until the bases have ratified, it stands');
    });
  });
});

test('resolutions are listed by how they stand, with how many there are; a list goes on, page by page, as far as it goes', async () => {
  await withNodes(['a.example'], async (place) => {
    const upper = await makeBody(place, 'asamblea', 'delegate');
    for (let i = 0; i < 22; i++) await resolved(upper, `Order ${i}`, 'in-force');
    const pact = await resolved(upper, 'Pact', 'suspended', 'pact', { pactWith: 'Them' });
    const march = { vote: 0, resolution: pact, place: 'Ceja', from: '2005-06-01T12:00:00Z' };
    for (let i = 0; i < 43; i++) await upper.write('MeasureDeclared', { ...march, what: `March ${i}.` });
    await reading(place, async (get, statusOf) => {
      const all = await get('/b/asamblea');
      assert.match(all, /All: 23.*?Suspended: 1.*?In force: 22.*?No longer valid: 0/s);
      const suspended = await get('/b/asamblea?only=waiting');
      assert.match(suspended, />Pact<\/a><\/h3>/);
      assert.doesNotMatch(suspended, /Order 21/);
      const older = /<a rel="next" href="([^"]+)#resolutions"/.exec(await get('/b/asamblea?only=in-force'))?.[1] ?? '';
      const page = await get(older.replaceAll('&amp;', '&'));
      assert.match(page, />Order 1</);
      assert.doesNotMatch(page, />Pact<\/a><\/h3>/, 'the next page is of the same kind');
      assert.match(await get('/b/asamblea?only=over'), /None like this/);
      assert.match(await get('/b/asamblea?only=__proto__'), />Pact<\/a><\/h3>/);

      const marches = (text: string): string[] =>
        [...text.matchAll(/>March (\d+)\.</g)].map(([, number]) => number ?? '');
      const seen: string[][] = [];
      for (
        let at = '/b/asamblea', rel = 'list=measures&amp;from=20';
        at !== '';
        rel = 'list=measures[^"]*" rel="next'
      ) {
        const text = (await get(at)).replaceAll(/<a rel="(prev|next)" href="([^"]*)"/g, '<a href="$2" rel="$1"');
        seen.push(marches(text));
        assert.equal(text.includes('<meta name="robots" content="noindex">'), at.includes('list='), at);
        at = (new RegExp(`href="([^"]*${rel})`).exec(text)?.[1] ?? '').split('"')[0]?.replaceAll('&amp;', '&') ?? '';
      }
      assert.deepEqual(
        seen.flat(),
        Array.from({ length: 43 }, (_, i) => String(42 - i)),
      );
      assert.equal(seen.length, 3);
      assert.match(
        await get('/b/asamblea?list=measures&from=20'),
        /<a rel="prev" href="\/b\/asamblea\?list=measures">/,
      );
      const refused = { '?from=23': 404, '?list=measures&from=43': 404, '?list=__proto__': 404, '?list=joined': 404 };
      const unread = ['?list=measures&from=-1', '?from=1e9', '?from=1&from=2', '?from=99999999999999999999', '?from='];
      for (const [asked, status] of Object.entries(refused))
        assert.equal((await statusOf(asked)).status, status, asked);
      for (const asked of unread) {
        const { status, body } = await statusOf(asked);
        assert.equal(status, 400, asked);
        assert.match(body, /one whole number from 0 on/, asked);
      }
    });
  });
});

test('a resolution’s way says whose motion it was, how each seat voted beside its mandate, and that nobody carries it out yet', async () => {
  await withNodes(['a.example'], async (place) => {
    const [upper, base] = [await makeBody(place, 'asamblea', 'delegate'), await makeBody(place, 'junta')];
    await upper.admit(base, 2);
    const text = { matter: 'ordinary', title: 'Tank', textHash: root };
    const forwarded = { book: base.origin, index: 1 };
    const received = await upper.write('MotionReceived', { from: forwarded, title: 'Tank', textHash: root });
    const sitting = await upper.sitting();
    const tabled = { sitting, ...text, from: received, mover: { body: base.origin }, proposal: { kind: 'resolution' } };
    const motion = await upper.write('MotionTabled', tabled);
    // On the motion that came from below, before anybody tabled it.
    const mandate = { vote: 0, on: { book: upper.origin, index: received }, textHash: root, instruction: 'yes' };
    const given = await base.write('MandateGiven', mandate);
    const opened = { motion, method: 'devices', rule, present: 2, roll: 2, electorate: { count: 2, root } };
    const vote = await upper.write('VoteOpened', opened);
    const calls = [
      { seat: `${base.origin}#1`, choice: 'yes', mandate: 'yes' },
      { seat: `${base.origin}#2`, choice: 'no', mandate: 'yes' },
    ];
    const closed = { vote, tallies: [{ yes: 1, no: 1, abstain: 0 }], turnout: 2, dropped: 0, outcome: 'carried' };
    const rollCall = { mediaType: 'application/json', content: JSON.stringify(calls) };
    await upper.write('VoteClosed', { ...closed, ballots: { count: 2, root } }, { attach: { rollCall } });
    const resolution = await upper.write('ResolutionAdopted', { vote, motion, ...text, status: 'in-force' });
    await reading(place, async (get) => {
      const page = await get(`/b/asamblea/resolutions/${resolution}`);
      assert.match(page, /Moved by.*?the delegation of junta/s);
      assert.match(page, new RegExp(`Comes from below.*?/b/junta/acts/1".*?/b/asamblea/acts/${received}"`, 's'));
      assert.match(page, /How each seat voted: 2/);
      assert.match(
        page,
        new RegExp(`seats/asamblea/1">Seat 1.*?/b/junta/acts/${given}".*?Kept.*?Seat 2.*?Against`, 's'),
      );
      assert.match(page, /Nobody has been charged with carrying it out yet/);
      const due = '2099-01-01T00:00:00Z';
      const to = { kind: 'office', office: 'secretary' };
      await upper.write('TaskAssigned', { resolution, to, what: 'Buy the pipes', due });
      assert.match(await get(`/b/asamblea/resolutions/${resolution}`), /secretary<\/strong>: Buy the pipes/);
    });
  });
});

test('a base’s page says which of its motions went up, and what became of each', async () => {
  await withNodes(['a.example'], async (place) => {
    const [upper, base] = [await makeBody(place, 'asamblea', 'delegate'), await makeBody(place, 'junta')];
    await resolved(base, 'Tank', 'in-force');
    const motion = (await base.size()) - 2;
    const sent = { vote: motion, motion, to: upper.origin, title: 'Tank', textHash: root };
    const forwarded = await base.write('MotionForwarded', sent);
    await reading(place, async (get) => {
      const [, section = ''] = (await get('/b/junta')).split('id="sent-up"');
      assert.match(section, new RegExp(`/b/junta/acts/${forwarded}">Tank</a>.*?no answer yet`, 's'));
    });
  });
});
