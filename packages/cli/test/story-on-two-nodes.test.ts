// The whole story with the bases on one node and the assembly above on another, each with a database of its own:
// what one needs to know of the other comes only from books that were pulled and proved.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { verifyBook } from '@cabildo/book';
import { nodeCrypto, openDirectory } from '@cabildo/book/node';
import { type AuditedAct, auditRules } from '@cabildo/core';
import { bookReader, type Serving, serve } from '../../server/src/index.ts';
import { withDatabase } from '../../server/test/database.ts';
import { createCalendar } from '../src/demo/calendar.ts';
import { post } from '../src/demo/client.ts';
import { createPeople } from '../src/demo/people.ts';
import type { Stage, StageNode } from '../src/demo/stage.ts';
import { playStory, readSample } from '../src/demo/story.ts';
import { createVoice } from '../src/demo/voice.ts';
import { exportBook } from '../src/export/write-book.ts';
import { type ServedWitness, serveWitness } from '../src/witness/serve-witness.ts';
import { passLots } from './lots-between-nodes.ts';

const upper = 'asamblea-popular';

describe('the story of the sample federation', () => {
  it('given bases on one node and their assembly on another, plays to the end and every book verifies', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cabildo-two-nodes-'));
    const calendar = createCalendar(Date.parse('2026-06-20T12:00:00Z'));
    const witness = await serveWitness({
      folder: join(folder, 'witness'),
      name: 'distrito-8.example',
      port: 0,
      clock: calendar.now,
    });
    const start = (name: string, databaseUrl: string): Promise<Serving> =>
      serve({ name, port: 0, dataDir: join(folder, name), databaseUrl, clock: calendar.now, witnesses: [witness] });
    await withDatabase((first) =>
      withDatabase(async (second) => {
        const [below, above] = [await start('bases.example', first), await start('arriba.example', second)];
        try {
          const told: string[] = [];
          for (const { node } of [below, above]) await witness.trust((await node.book('heads'))!.vkey);
          const stage = stageOn({ below, above, witness, folder, calendar }, (line) => told.push(line));
          const writeBook = async (body: string, out: string): Promise<void> => {
            const { node } = body === upper ? above : below;
            await exportFrom(node, `${node.name}/${body}`, out);
          };
          const waiting = await playStory(stage, await readSample(), writeBook);
          assert.deepEqual(
            waiting.halls.map(({ readers }) => readers.length),
            [1, 1],
            'two halls wait for a reader each',
          );
          assertTold(told.join('\n'));
          const retold: string[] = [];
          const again = stageOn({ below, above, witness, folder, calendar }, (line) => retold.push(line));
          assert.deepEqual(await playStory(again, await readSample(), writeBook), waiting);
          assert.deepEqual(retold, told, 'a story that was cut off is told again as it was');
          await assertBooks(below, 13, 1, folder);
          await assertBooks(above, 1, 13, folder);
          await assertSupply(below);
          await assertPassages(above);
          await assertAccounts(above);
          await passLots(again, { below, above });
          await assertAudited(below, 'comite-de-abastecimiento');
          await assertAudited(above, upper);
        } finally {
          await below.close();
          await above.close();
          await witness.close();
          await rm(folder, { recursive: true, force: true });
        }
      }),
    );
  });
});

interface Setting {
  readonly below: Serving;
  readonly above: Serving;
  readonly witness: ServedWitness;
  readonly folder: string;
  readonly calendar: Stage['calendar'];
}

function stageOn({ below, above, witness, folder, calendar }: Setting, print: (line: string) => void): Stage {
  const lower = stageNode('bases.example', below);
  const higher = stageNode('arriba.example', above);
  const nodeOf = (body: string): StageNode => (body === upper ? higher : lower);
  const known = new Set<string>();
  return {
    nodeOf,
    async carry(from, to) {
      const [source, target] = [nodeOf(from), nodeOf(to)];
      if (source === target) return;
      const origin = `${source.name}/${from}`;
      if (!known.has(origin)) {
        const key = (await (await fetch(`${source.base}/books/${from}/key.txt`)).text()).trim();
        const mirror = { origin, key, url: `${source.base}/books/${from}` };
        const added = await post(`${target.base}/api/mirrors`, mirror, target.operatorToken, null);
        assert.ok(added.status < 300, JSON.stringify(added.content));
        known.add(origin);
      }
      const pulled = await post(`${target.base}/api/mirrors/${origin}/pull`, {}, target.operatorToken, null);
      assert.ok(pulled.status < 300, JSON.stringify(pulled.content));
    },
    witness: { name: witness.name, title: 'Federación del Distrito 8', key: witness.key },
    async witnessed() {
      await Promise.all([below.witnessed(), above.witnessed()]);
    },
    calendar,
    people: createPeople(new Uint8Array(32).fill(7)),
    voice: createVoice('en', print),
    workDir: join(folder, 'books'),
  };
}

async function exportFrom(node: Serving['node'], origin: string, out: string): Promise<void> {
  const book = await node.book(origin);
  assert.ok(book !== null, origin);
  await exportBook(bookReader(node, book), out, () => undefined);
}

const stageNode = (name: string, { url, node }: Serving): StageNode => ({
  base: url,
  name,
  operatorToken: node.operatorToken,
});

function assertTold(told: string): void {
  for (const sentence of [
    /20 of 25 credentials accepted/,
    /1 vote dropped by recall; 1 against a mandate/,
    /3 councils yes, 7 no, 2 silent.*REJECTED/,
    /9 councils yes, 3 no, 0 silent.*RATIFIED/,
    /Credential of Junta Vecinal Ballivián.*Seen by distrito-8\.example, 20/,
    /one byte is changed: found/,
    /150 cylinders pass to the assembly’s book/,
    /Accounts of the fund, 5 entries.*and 1 large purchase with one signature.*REJECTS/,
    /the assembly APPROVES the mended accounts/,
    /the oxygen: “Let it pass\. The safe-conduct is valid\.” The lost paper, revoked.*: “This paper does not open this closure\. It has been revoked\.”/,
  ])
    assert.match(told, sentence);
}

/** So many books of its own and so many mirrors, and each of them verifies as an outsider would. */
async function assertBooks({ node }: Serving, own: number, mirrored: number, folder: string): Promise<void> {
  const bodies = (await node.books()).filter(({ kind }) => kind === 'body');
  assert.equal(bodies.filter(({ remote }) => !remote).length, own);
  assert.equal(bodies.filter(({ remote }) => remote).length, mirrored);
  for (const { origin, vkey } of bodies) {
    const dir = join(folder, 'verified', node.name, origin.replaceAll('/', '-'));
    await exportFrom(node, origin, dir);
    const report = await verifyBook(openDirectory(dir), vkey, nodeCrypto);
    assert.deepEqual(report.findings, [], origin);
    assert.ok(report.size > 0);
  }
}

/** What the committee has done is on its public page, and its figures are those of its book. */
async function assertSupply({ url }: Serving): Promise<void> {
  const path = '/b/comite-de-abastecimiento/supply';
  const page = await (await fetch(`${url}${path}?lang=en`, { headers: { accept: 'text/html' } })).text();
  const said = page.replaceAll(/<[^>]+>/g, ' ');
  for (const sentence of [
    /Came in\s+6200 .*?In depots\s+5316 .*?Delivered\s+731 .*?Lost or damaged\s+3 .*?Passed to another committee\s+150 /,
    /Camión 1 → Distrito 1: 200 GLP10\s+Provisional/,
    /Thousands of people/,
    /only steps of 10 are shown/,
  ])
    assert.match(said, sentence);
  // A contingent's people, a vehicle's plate and the corner that is closed are for members.
  assert.match(said, /Avenida 6 de Marzo/);
  assert.doesNotMatch(said, /Huanuni|KXR|Litoral/);
  const [, gas = ''] = /href="([^"]*\/supply\/\d+)\?lang=en"/.exec(page) ?? [];
  const one = await (await fetch(`${url}${gas}?lang=en`, { headers: { accept: 'text/html' } })).text();
  assert.equal(one.match(/data-name="Place"/g)?.length, 28, 'fourteen districts and their clinics');
  assert.match(one, /signed by its assembly<\/a>/);
}

const saidBy = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Of safe-conducts everybody reads how many passed; which vehicle it was, and where the block stands, is read by nobody. */
async function assertPassages({ url }: Serving): Promise<void> {
  const list = await (await fetch(`${url}/api/bodies/${upper}/passes.json`)).text();
  const page = await (await fetch(`${url}/b/${upper}/supply?lang=en`, { headers: { accept: 'text/html' } })).text();
  for (const sentence of [/Bloqueo de la avenida 6 de Marzo/, /Oxygen 2 0/i, /Patients 0 7/i])
    assert.match(saidBy(page), sentence);
  for (const shown of [page, list]) assert.doesNotMatch(shown, /KXR|LPZ|Litoral|Río Seco/);
}

/** The mended report stands as approved; what was rejected and what was turned round are on record. */
async function assertAccounts({ url }: Serving): Promise<void> {
  const page = await (await fetch(`${url}/b/${upper}/accounts?lang=en`, { headers: { accept: 'text/html' } })).text();
  for (const sentence of [/Approved/, /2,?635\.00/, /Feria solidaria/, /El recibo 0312/])
    assert.match(saidBy(page), sentence);
}

/** Recalculated from its acts alone, nothing differs. */
async function assertAudited({ node }: Serving, body: string): Promise<void> {
  const book = await node.book(body);
  assert.ok(book, body);
  const rows = await node.acts(body, 0, book.size);
  const acts = rows.map(({ entry, index, at }): AuditedAct => {
    const { act, v, by, data } = JSON.parse(Buffer.from(entry).toString('utf8'));
    return { act, v, by, data, index, at } as AuditedAct;
  });
  assert.equal(acts.length, book.size);
  assert.deepEqual(auditRules(book.origin, acts).differences, [], body);
}
