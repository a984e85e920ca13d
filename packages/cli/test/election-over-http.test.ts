// An election among candidates over HTTP, from the motion to the recount by whoever scrutinises.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { base64Encode } from '@cabildo/book';
import { generateKey } from '@cabildo/book/node';
import { plusMonths } from '@cabildo/core';
import { bookReader } from '../../server/src/app/exchange/book-files.ts';
import {
  type FoundedBody,
  founding,
  hall,
  lightStatute,
  type Person,
  type TestServer,
  withServer,
} from '../../server/test/http/http-fixture.ts';
import { exportBook } from '../src/export/write-book.ts';
import { cabildo, scratch } from './cabildo.ts';

const offices = ['president', 'secretary', 'watch'];

/** Its officers are elected together, on paper, by transferable votes. */
const statute = {
  ...lightStatute,
  rules: lightStatute.rules.map((rule) => ({ ...rule, methods: [...rule.methods, 'urn'] })),
  elections: { contests: [{ offices, method: 'scottish-stv', vacancy: 'countback' }] },
};

async function foundElecting(server: TestServer): Promise<FoundedBody> {
  const { signer } = generateKey();
  const ask = { token: server.node.operatorToken, key: 'found-urna' };
  const answered = await server.post('/api/bodies', { ...founding('urna', 'base', signer), statute }, ask);
  assert.equal(answered.status, 201, answered.text);
  const { body, origin, key, member, card } = answered.json;
  return { body, origin, key, member, signer, token: await server.signIn(body, card.code) };
}

/** Four stand, each with a device's key; gives the open vote. */
async function openElection(
  server: TestServer,
  convener: FoundedBody,
  sitting: number,
  candidates: readonly Required<Person>[],
): Promise<number> {
  const from = server.node.now();
  const proposal = { kind: 'hold-election', from, until: plusMonths(from, 24) };
  const text = { title: 'Officers', text: 'That officers be elected.' };
  const tabled = await server.done(convener, 'TableMotion', { sitting, matter: 'election', ...text, proposal });
  const motion = tabled.json.acts[0].index;
  for (const candidate of candidates) {
    const key = base64Encode(generateKey().signer.publicKey);
    await server.done(candidate, 'EnterCandidature', { motion, contest: 1, holder: candidate.member, key });
  }
  return (await server.done(convener, 'OpenVote', { motion, method: 'urn' })).json.acts[0].index;
}

const ballots = '4 1 2 0\n2 3 1 0\n1 4 3 0';
const typed = { contest: 1, round: 1, papers: 8, spoilt: 1, ballots };

test('an election is typed by two tellers, counted, and counted once more by whoever scrutinises', async () => {
  await withServer(async (server) => {
    const convener = await foundElecting(server);
    const { sitting, members } = await hall(server, convener, 8, 6);
    const [one, other, ...others] = members;
    assert.ok(one && other);
    const candidates = others.slice(0, 4);
    const vote = await openElection(server, convener, sitting, candidates);

    const first = await server.done(one, 'EnterBallots', { vote, ...typed });
    assert.deepEqual(first.json.acts, []);
    assert.ok(!(await server.get('/api/bodies/urna', { token: convener.token })).text.includes('4 1 2 0'));
    const early = await server.command(convener, 'CloseVote', { vote });
    assert.equal(early.status, 409, early.text);
    const outsider = await server.command(others[5] ?? one, 'EnterBallots', { vote, ...typed });
    assert.equal(outsider.status, 403, outsider.text);
    const wrong = await server.command(other, 'EnterBallots', { vote, ...typed, papers: 7 });
    assert.equal(wrong.json.code, 'papers-do-not-add-up');
    const second = await server.done(other, 'EnterBallots', { vote, ...typed });
    assert.equal(second.json.answer.agreed, true);

    const closed = (await server.done(convener, 'CloseVote', { vote })).json;
    assert.deepEqual(
      closed.acts.map(({ act }: { act: string }) => act),
      ['ElectionCounted', 'VoteClosed', 'OfficersElected'],
    );
    const [counted, , elected] = closed.acts.map(({ index }: { index: number }) => index);
    const read = (index: number, token: string | null = null) =>
      server.get(`/api/bodies/urna/acts/${index}`, { token });
    const { data } = (await read(counted)).json.entry;
    assert.deepEqual(data.papers, { valid: 7, blank: 0, invalid: 0, spoilt: 1 });
    assert.deepEqual(
      data.elected.map(({ number, stage }: { number: number; stage: number }) => [number, stage]),
      [
        [1, 1],
        [3, 1],
        [2, 2],
      ],
    );
    assert.deepEqual(
      (await read(elected)).json.entry.data.officers.map(({ office, holder }: { office: string; holder: string }) => [
        office,
        candidates.findIndex(({ member }) => member === holder) + 1,
      ]),
      [
        ['president', 1],
        ['secretary', 3],
        ['watch', 2],
      ],
    );

    // Seven papers that rank are few enough to point to somebody: officers alone have them.
    assert.deepEqual((await read(counted)).json.disclosures, {});
    assert.deepEqual((await read(counted, others[5]?.token)).json.disclosures, {});
    const president = await read(counted, candidates[0]?.token);
    assert.match(president.json.disclosures.scrutiny[0], /^4 1 2 0$/m);

    const folder = await scratch();
    const book = await server.node.book(convener.origin);
    assert.ok(book);
    await exportBook(bookReader(server.node, book), join(folder, 'book'), () => undefined);
    const recount = (...more: string[]) =>
      cabildo(['recount', join(folder, 'book'), '--key', convener.key, '--act', `${counted}`, '--json', ...more]);
    assert.notEqual((await recount()).code, 0, 'the papers are not in what everybody gets');
    const papers = join(folder, 'papers.json');
    await writeFile(papers, president.text);
    const ran = await recount('--papers', papers);
    assert.equal(ran.code, 0, ran.out + ran.err);
    assert.deepEqual(JSON.parse(ran.out), { ok: true, act: counted, differences: [] });
    await writeFile(papers, president.text.replace('4 1 2 0', '4 2 1 0'));
    assert.equal((await recount('--papers', papers)).code, 2, 'other papers are not those of the act');
  });
});
