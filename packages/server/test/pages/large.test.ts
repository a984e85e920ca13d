// A body of ten thousand bases, all of which were asked and have answered: none of its pages is too heavy for a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { base64Encode } from '@cabildo/book';
import type { DraftAct } from '@cabildo/core';
import { createServer } from '../../src/http/create-server.ts';
import { type Body, makeBody, withNodes } from '../exchange/fixture.ts';

const BASES = 10_000;
const MOST_BYTES = 30_000;
/** One transaction each. */
const AT_ONCE = 1_000;
/** Of the pages that one kind of address leads to. */
const OF_A_KIND = 40;

const hash = base64Encode(new Uint8Array(32));
const base = (number: number): string => `lejos.example/junta-${number}`;
const numbers = Array.from({ length: BASES }, (_, number) => number);

async function writeAll(body: Body, acts: readonly object[]): Promise<void> {
  for (let from = 0; from < acts.length; from += AT_ONCE) {
    const some = acts
      .slice(from, from + AT_ONCE)
      .map((act) => ({ by: { office: 'presidium', article: 'test' }, ...act }));
    const outcome = await body.node.record(body.origin, some as unknown as readonly DraftAct[]);
    assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
  }
}

async function largeBody(upper: Body): Promise<void> {
  const key = (number: number): string =>
    `${base(number)}+0123abcd+${base64Encode(new Uint8Array([1, ...new Uint8Array(32)]))}`;
  const admitted = (number: number) => ({
    below: base(number),
    key: key(number),
    title: `Junta ${number}`,
    entitlement: 2,
  });
  await writeAll(
    upper,
    numbers.map((number) => ({ act: 'AffiliationAdmitted', data: admitted(number) })),
  );
  const sitting = await upper.sitting();
  const text = { matter: 'pact', title: 'Pacto de Senkata', textHash: hash };
  const motion = await upper.write('MotionTabled', { sitting, ...text, proposal: { kind: 'pact', with: 'Them' } });
  const resolution = await upper.write('ResolutionAdopted', { vote: 0, motion, ...text, status: 'suspended' });
  const rule = { num: 1, den: 2, strict: true, of: 'bases' };
  const asked = { resolution, title: text.title, textHash: hash, deadline: '2099-01-01T00:00:00Z', bases: BASES, rule };
  const list = numbers.map((number) => ({ base: base(number), path: [] }));
  const attach = { list: { mediaType: 'application/json', content: JSON.stringify(list) } };
  const consultation = await upper.write('ConsultationIssued', asked, { attach });
  const answer = (number: number) => ({
    ...{ consultation, below: base(number), answer: number % 3 === 0 ? 'no' : 'yes', yes: 28, no: 2, abstain: 1 },
    ...{ roll: 412, heldAt: '2005-06-10T12:00:00Z', from: { book: base(number), index: 9 } },
  });
  // A tenth stays silent: whom to remind is a page too.
  await writeAll(
    upper,
    numbers.slice(BASES / 10).map((number) => ({ act: 'AnswerReceived', data: answer(number) })),
  );
}

const kindOf = (path: string): string => path.replaceAll(/\d+/g, 'N').replaceAll(/=[^&]+/g, '=');

test('each page of a body of ten thousand bases, all of which were asked, comes in at most 30 kB', async () => {
  await withNodes(['a.example'], async ({ node }) => {
    const upper = await makeBody({ node }, 'federacion', 'delegate');
    await largeBody(upper);
    const app = createServer({ node });
    const seen = new Map<string, number>();
    const sizes = new Map<string, number>();
    try {
      const waiting = ['/b/federacion', '/', '/map?in=federacion', '/?in=federacion', '/?q=junta'];
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const before = seen.get(kindOf(path)) ?? 0;
        if (sizes.has(path) || before >= OF_A_KIND) continue;
        seen.set(kindOf(path), before + 1);
        const headers = { accept: 'text/html', 'accept-encoding': 'br' };
        const { statusCode, rawPayload, headers: said } = await app.inject({ url: path, headers });
        assert.equal(statusCode, 200, path);
        sizes.set(path, rawPayload.length);
        const html = (said['content-encoding'] === 'br' ? brotliDecompressSync(rawPayload) : rawPayload).toString();
        const links = html.matchAll(/href="(\/(?!books|assets|api|phone|office|schema|check\?)[^"#]*)/g);
        for (const [, to = ''] of links) if (!to.includes('lang=')) waiting.push(to.replaceAll('&amp;', '&'));
      }
    } finally {
      await app.close();
    }
    assert.deepEqual(
      [...sizes].filter(([, bytes]) => bytes > MOST_BYTES),
      [],
    );
    const kinds = [...seen.keys()].join('\n');
    for (const kind of [/consultations\/N\?from=/, /\/silent\?from=/, /\/kit$/, /\/week$/, /\/book\?before=/, /\/map/])
      assert.match(kinds, new RegExp(kind.source, 'm'));
  });
});
