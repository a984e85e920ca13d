// Where a measure stands, as a node keeps it: beside the book, for members and those whom it binds, and public by time alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DraftAct, plusHours, tableGet } from '@cabildo/core';
import { type Base, statuteWith } from '../../../core/test/federation/assembly.ts';
import { consult, decideAbove, declare } from '../../../core/test/federation/decisions-story.ts';
import { indexOf } from '../../../core/test/federation/federation.ts';
import { federationOf, type World } from '../../../core/test/federation/upper.ts';
import { disclosedBelow } from '../../src/app/disclosed-below.ts';
import { bookFile } from '../../src/app/exchange/book-files.ts';
import type { BookView, Node } from '../../src/app/index.ts';
import { measuresHere } from '../../src/app/measures-here.ts';
import { type Clock, writeBooks } from './federation-on-node.ts';
import { withNode } from './node-fixture.ts';

const clock: Clock = { now: 0 };
const place = 'Río Seco, surtidor';

/** The books up to that act, then the act itself with what it discloses. */
async function writeWithPlace(node: Node, { fed, upper }: World, motion: number): Promise<void> {
  await writeBooks(node, clock, fed, (origin) => (origin === upper.origin ? motion : Number.POSITIVE_INFINITY));
  const { acts, vault } = fed.book(upper.origin);
  const { act, data, by, cites, at } = acts[motion]!;
  clock.now = Math.max(clock.now, Date.parse(at));
  const disclose = { text: 'x', place: vault.disclosures.get(`${motion}/place`) };
  const outcome = await node.record(upper.origin, [{ act, data, by, cites, disclose } as unknown as DraftAct]);
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome));
}

const view = async (node: Node, origin: string): Promise<BookView> => {
  const book = await node.book(origin);
  assert.ok(book);
  return book;
};

const slots = (file: { readonly slots: object } | null): readonly string[] => Object.keys(file?.slots ?? {}).sort();

test('the place lies in no act and no file until it is due; members and the bodies below read it at once', async () => {
  await withNode(
    async ({ node }) => {
      const publicity = { votes: 'roll-call', sensitive: 'late', hoursLate: 72 } as const;
      const world = federationOf({ upperStatute: statuteWith({ publicity }) });
      const { fed, upper, bases } = world;
      const measure = declare(world, { place });
      const motion = tableGet(fed.book(upper.origin).state.measures, measure)?.withheld?.[0]?.on.index;
      assert.ok(motion !== undefined);
      await writeWithPlace(node, world, motion);
      await writeBooks(node, clock, fed);
      const seen = async (audience: 'public' | 'members') =>
        slots(await node.disclosures(upper.origin, motion, audience));
      assert.deepEqual([await seen('public'), await seen('members')], [['text'], ['place', 'text']]);
      const base = await view(node, (bases[0] as Base).origin);
      const above = await view(node, upper.origin);
      assert.deepEqual(slots(await disclosedBelow(node, above, motion, base)), ['place', 'text']);
      const said = async (body: BookView, audience: 'public' | 'members') =>
        (await measuresHere(node, body, audience)).map((one) => [one.book, one.standing, one.place, one.forMembers]);
      assert.deepEqual(await said(base, 'members'), [[above.name, 'called', place, true]], 'it binds the base');
      assert.deepEqual(await said(above, 'members'), [[above.name, 'called', place, true]]);
      assert.deepEqual(await said(base, 'public'), [[above.name, 'called', null, true]]);
      const other = await view(node, upper.origin);
      assert.deepEqual(slots(await disclosedBelow(node, base, motion, other)), [], 'who is above is not below');
      const file = async () => Buffer.from((await bookFile(node, above, `disclosures/${motion}.json`))?.bytes ?? []);
      assert.doesNotMatch((await file()).toString(), /surtidor/);
      const bundle = await node.bundle(upper.origin, 0, Math.min(256, above.size));
      assert.doesNotMatch(Buffer.from(bundle ?? []).toString(), /surtidor/);

      const lift = { kind: 'lift', measure, how: 'end' } as const;
      const lifted = decideAbove(world, { matter: 'lifting', text: 'fin', proposal: lift });
      consult(world, indexOf(lifted, 'ResolutionAdopted'), 'fin', ['yes', 'yes']);
      await writeBooks(node, clock, fed);
      const ended = tableGet((await view(node, upper.origin)).state.measures, measure)?.lifted?.at;
      assert.ok(ended);
      assert.deepEqual(await said(base, 'members'), [], 'what is over binds nobody');
      clock.now = Date.parse(plusHours(ended, 72)) - 1000;
      assert.deepEqual(await seen('public'), ['text']);
      clock.now += 1000;
      assert.deepEqual(await seen('public'), ['place', 'text']);
      assert.match((await file()).toString(), /surtidor/);
    },
    { clock: () => clock.now },
  );
});
