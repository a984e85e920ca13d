// Who is asked and what they answered, as a node finds it in its database: against the same found the slow, obvious way.
import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { type ActData, tableEntries, tableGet } from '@cabildo/core';
import pg from 'pg';
import { seal, statuteWith } from '../../../core/test/federation/assembly.ts';
import { leave } from '../../../core/test/federation/bodies.ts';
import { sha256 } from '../../../core/test/federation/book.ts';
import { decideAbove, inBase } from '../../../core/test/federation/decisions-story.ts';
import { anyone, dataOf, type Federation, indexOf } from '../../../core/test/federation/federation.ts';
import { answerBelow, askAll, type Tiered, tiered } from '../../../core/test/federation/tiers-story.ts';
import { federationOf, type World } from '../../../core/test/federation/upper.ts';
import { startSuccessor } from '../../src/app/exchange/successor.ts';
import type { CommandOutcome, Node } from '../../src/app/index.ts';
import { type Clock, writeBooks } from './federation-on-node.ts';
import { freshKey, withNode } from './node-fixture.ts';

const clock: Clock = { now: 0 };

const at = (fed: Federation): void => {
  clock.now = Date.parse(fed.now);
};

function must(outcome: CommandOutcome): Extract<CommandOutcome, { kind: 'done' }> {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome;
}

async function dataAt<N extends 'ConsultationClosed' | 'ConsultationIssued'>(node: Node, book: string, index: number) {
  const row = await node.act(book, index);
  return JSON.parse(Buffer.from(row?.entry ?? []).toString()).data as ActData<N>;
}

const reading = async (url: string, text: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set enable_seqscan = off');
    const { rows } = await client.query(`explain ${text}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.end();
  }
};

/** The federation's question put on the node, at the place in its book that it has in memory. */
async function askOnNode(node: Node, world: Tiered): Promise<number> {
  const { fed, upper } = world;
  const before = fed.fork();
  const { resolution, consultation } = askAll(world);
  await writeBooks(node, clock, fed, (origin) =>
    origin === upper.origin ? consultation : before.book(origin).acts.length,
  );
  at(fed);
  const actor = upper.presidium;
  const issued = await node.command({
    body: upper.origin,
    command: 'IssueConsultation',
    input: { resolution },
    actor,
    key: freshKey(),
  });
  assert.equal(must(issued).acts[0]?.index, consultation);
  return consultation;
}

test('the node asks every base below once, through all tiers, and keeps the list beside the book', async () => {
  await withNode(
    async ({ node }) => {
      const world = tiered();
      const consultation = await askOnNode(node, world);
      const { list, bases } = await dataAt<'ConsultationIssued'>(node, world.upper.origin, consultation);
      assert.equal(bases, 4);
      const kept = await node.attachment(world.upper.origin, Buffer.from(list?.sha256 ?? '', 'base64').toString('hex'));
      const text = Buffer.from(kept?.content ?? []).toString();
      const asked = JSON.parse(text) as { base: string; path: { book: string; index: number }[] }[];
      assert.deepEqual(
        asked.map(({ base }) => base),
        world.below.map(({ origin }) => origin).sort(),
      );
      // Two belong to the federation itself; the way to the others leads through the district that admitted them.
      const direct = world.bases.map(({ origin }) => origin);
      for (const { base, path } of asked) {
        assert.deepEqual(
          path.map(({ book }) => book),
          direct.includes(base) ? [] : [world.district],
        );
        const [step] = path;
        if (step === undefined) continue;
        const admitted = JSON.parse(Buffer.from((await node.act(step.book, step.index))?.entry ?? []).toString());
        assert.deepEqual([admitted.act, admitted.data.below], ['AffiliationAdmitted', base]);
      }
      assert.equal(hash('sha256', text, 'base64'), list?.sha256);
    },
    { clock: () => clock.now },
  );
});

test('the close finds in the books what nobody has shown, as the slow recount does; an unsealed answer is none', async () => {
  await withNode(
    async ({ node, reopen }) => {
      const world = tiered();
      const { fed, upper, district, below } = world;
      const consultation = await askOnNode(node, world);
      for (const [number, verdict] of (['yes', 'no', 'yes'] as const).entries())
        answerBelow(world, number, consultation, verdict);
      const proposal = {
        kind: 'answer',
        consultation: { book: upper.origin, index: consultation },
        textHash: sha256('Pacto'),
      } as const;
      inBase(world, below[3] as Tiered['below'][number], { matter: 'consultation', proposal });
      await writeBooks(node, clock, fed, (origin) =>
        origin === upper.origin ? consultation + 1 : Number.POSITIVE_INFINITY,
      );
      // One is shown by hand, and answers once more after that.
      const input = { consultation, below: below[2]?.origin ?? '', through: [district] };
      const show = { body: upper.origin, command: 'ReceiveAnswer', input, actor: anyone, key: freshKey() };
      assert.equal(must(await node.command(show)).acts[0]?.act, 'AnswerReceived');
      answerBelow(world, 2, consultation, 'no');
      await writeBooks(node, clock, fed, (origin) =>
        origin === upper.origin ? consultation + 1 : Number.POSITIVE_INFINITY,
      );
      fed.pass({ days: 20 });
      const expected = dataOf(
        fed.must(upper.origin, upper.presidium, 'CloseConsultation', { consultation }),
        'ConsultationClosed',
      );
      at(fed);
      const again = await reopen();
      const actor = upper.presidium;
      const close = {
        body: upper.origin,
        command: 'CloseConsultation',
        input: { consultation },
        actor,
        key: freshKey(),
      };
      const { acts } = must(await again.command(close));
      assert.deepEqual(
        acts.map(({ act }) => act),
        ['AnswerReceived', 'AnswerReceived', 'AnswerReceived', 'ConsultationClosed', 'ResolutionRejected'],
      );
      const closed = await dataAt<'ConsultationClosed'>(again, upper.origin, acts[3]?.index ?? -1);
      assert.deepEqual(closed, expected);
      assert.deepEqual([closed.yes, closed.no, closed.silent], [1, 2, 1]);
    },
    { clock: () => clock.now },
  );
});

test('what bodies directly below have answered is found the same way', async () => {
  await withNode(
    async ({ node }) => {
      const ratification = { ...statuteWith().ratification, challengeDays: 5 };
      const world = federationOf({ upperStatute: statuteWith({ ratification }) });
      const { fed, upper, bases } = world;
      const adopted = decideAbove(world, { matter: 'pact', text: 'Pacto', proposal: { kind: 'pact', with: 'x' } });
      const resolution = indexOf(adopted, 'ResolutionAdopted');
      const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
      const consultation = indexOf(issued, 'ConsultationIssued');
      for (const base of bases.slice(0, 2)) {
        const proposal = { kind: 'answer', consultation: { book: upper.origin, index: consultation } } as const;
        const done = inBase(world, base, {
          matter: 'consultation',
          proposal: { ...proposal, textHash: sha256('Pacto') },
        });
        seal(fed, base, indexOf(done, 'ConsultationAnswered'));
      }
      await writeBooks(node, clock, fed);
      fed.pass({ days: 20 });
      at(fed);
      const command = async (name: string, input: object, actor = upper.presidium) =>
        must(await node.command({ body: upper.origin, command: name, input, actor, key: freshKey() }));
      const { acts } = await command('CloseConsultation', { consultation });
      assert.deepEqual(
        acts.map(({ act }) => act),
        ['AnswerReceived', 'AnswerReceived', 'ConsultationClosed', 'ResolutionRatified'],
      );
      const state = (await node.book(upper.origin))?.state;
      assert.equal(state && tableGet(state.consultations, consultation)?.answers.size, 2);
    },
    { clock: () => clock.now },
  );
});

test('a base that has left is heard with what it said before, and one that corrects itself too late with what it said in time', async () => {
  await withNode(
    async ({ node }) => {
      const world = federationOf({ bases: 4 });
      const { fed, upper, bases } = world;
      const adopted = decideAbove(world, { matter: 'pact', text: 'Pacto', proposal: { kind: 'pact', with: 'x' } });
      const resolution = indexOf(adopted, 'ResolutionAdopted');
      const issued = fed.must(upper.origin, upper.presidium, 'IssueConsultation', { resolution });
      const consultation = indexOf(issued, 'ConsultationIssued');
      const textHash = sha256('Pacto');
      const proposal = { kind: 'answer', consultation: { book: upper.origin, index: consultation }, textHash } as const;
      const answers = (number: number, yes: number): (() => void) => {
        const base = bases[number] as World['bases'][number];
        const done = inBase(world, base, { matter: 'consultation', proposal, yes, no: 8 - yes });
        return () => seal(fed, base, indexOf(done, 'ConsultationAnswered'));
      };
      answers(0, 8)();
      const tooLate = answers(0, 0);
      answers(2, 8)();
      leave(world, bases[2] as World['bases'][number]);
      answers(2, 0)();
      fed.pass({ days: 20 });
      tooLate();
      const ends = fed.book(upper.origin).acts.length;
      const close = { consultation };
      const expected = dataOf(
        fed.must(upper.origin, upper.presidium, 'CloseConsultation', close),
        'ConsultationClosed',
      );
      assert.deepEqual([expected.yes, expected.no, expected.silent], [2, 0, 2]);
      await writeBooks(node, clock, fed, (origin) => (origin === upper.origin ? ends : Number.POSITIVE_INFINITY));
      at(fed);
      const command = { body: upper.origin, command: 'CloseConsultation', input: close, actor: upper.presidium };
      const { acts } = must(await node.command({ ...command, key: freshKey() }));
      const closed = acts.find(({ act }) => act === 'ConsultationClosed');
      assert.deepEqual(await dataAt<'ConsultationClosed'>(node, upper.origin, closed?.index ?? -1), expected);
    },
    { clock: () => clock.now },
  );
});

test('a question goes on in the book that goes on: answers under either name count, and nothing is asked twice', async () => {
  await withNode(
    async ({ node }) => {
      const world = tiered();
      const { fed, upper } = world;
      const consultation = await askOnNode(node, world);
      const below = (origin: string): number => (origin === upper.origin ? consultation + 1 : Number.POSITIVE_INFINITY);
      answerBelow(world, 0, consultation, 'yes');
      answerBelow(world, 2, consultation, 'no');
      await writeBooks(node, clock, fed, below);
      const head = (await node.book(upper.origin))?.head;
      assert.ok(head);
      const begun = await startSuccessor(node, upper.origin, { size: head.size, root: head.root });
      assert.equal(begun.kind, 'succeeded', JSON.stringify(begun));
      const origin = `${upper.origin}~2`;
      const before = (await node.book(origin))?.state;
      const [[number = ''] = []] = before === undefined ? [] : tableEntries(before.consultations);
      const asked = before && tableGet(before.consultations, number);
      assert.deepEqual(
        [asked?.bases, asked?.closed, asked?.names],
        [4, null, [{ book: upper.origin, index: consultation }]],
      );
      // One more answers, still under the name by which it was asked.
      answerBelow(world, 3, consultation, 'no');
      await writeBooks(node, clock, fed, below);
      fed.pass({ days: 20 });
      at(fed);
      const input = { consultation: Number(number) };
      const close = { body: origin, command: 'CloseConsultation', input, actor: upper.presidium, key: freshKey() };
      const { acts } = must(await node.command(close));
      const last = acts.find(({ act }) => act === 'ConsultationClosed');
      const closed = await dataAt<'ConsultationClosed'>(node, origin, last?.index ?? -1);
      assert.deepEqual([closed.yes, closed.no, closed.silent, closed.outcome], [1, 2, 1, 'rejected']);
      assert.equal(acts.at(-1)?.act, 'ResolutionRejected');
    },
    { clock: () => clock.now },
  );
});

test('which books answer is looked up by an index, not by reading them', async () => {
  await withNode(async ({ url }) => {
    const plan = await reading(
      url,
      `select origin, index from acts where act = 'ConsultationAnswered'
        and substring(encode(entry, 'escape') from '"consultation":({"book":"[^"]*","index":[0-9]+})') = 'x'`,
    );
    assert.match(plan, /acts_consultation_answers/);
    const kinds = await reading(url, `select origin from acts where act = 'BodyFounded' and origin = any('{a,b}')`);
    assert.match(kinds, /acts_enrolling/);
  });
});
