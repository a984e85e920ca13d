// Officers who cannot hand over, on two nodes that meet on a stick alone: the base on one, the assembly above on the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base64Encode, lineage, signRecoveryObjection } from '@cabildo/book';
import { type Actor, auditRules, type DraftAct, tableGet, tableValues } from '@cabildo/core';
import { importBook } from '../../src/app/exchange/import.ts';
import { startSuccessor } from '../../src/app/exchange/successor.ts';
import type { Node } from '../../src/app/index.ts';
import { freshKey } from '../app/node-fixture.ts';
import { Body, makeBody, memberName, type Place, putOnStick, withFolder, withNodes } from './fixture.ts';

const root = base64Encode(new Uint8Array(32));
const day = 86_400_000;
const president: Actor = { kind: 'member', member: memberName(0) };

interface Scene {
  readonly a: Place;
  readonly b: Place;
  /** Of A; the officers elected over the heads of those before. */
  readonly junta: Body;
  readonly before: NonNullable<Body['officers']>;
  readonly neighbour: Body;
  /** Of B. */
  readonly assembly: Body;
  readonly clock: { now: number };
  /** Takes a book to the node where it is a copy. */
  carry(book: Body): Promise<void>;
}

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  await withFolder((stick) =>
    withNodes(
      ['a.example', 'b.example'],
      async (a, b) => {
        const carry = async (book: Body): Promise<void> => {
          const folder = await putOnStick(book.node, book.origin, stick);
          const taken = await importBook((book.node === a.node ? b : a).node, folder, { key: await book.key() });
          assert.ok(taken.kind === 'pulled' || taken.kind === 'current', JSON.stringify(taken));
        };
        const neighbour = await makeBody(a, 'vecina');
        const junta = await makeBody(a, 'junta');
        const assembly = await makeBody(b, 'asamblea', 'delegate');
        const toKey = await assembly.key();
        await junta.seal(await junta.write('AffiliationRequested', { vote: 0, to: assembly.origin, toKey }));
        await assembly.admit(junta);
        await prove(neighbour, 'n.example/una', 'n.example/otra');
        await prove(junta, neighbour.origin, 'n.example/otra');
        await prove(assembly, 'n.example/una', 'n.example/otra');
        const before = junta.officers!;
        await electAnew(junta);
        await work({ a, b, junta, before, neighbour, assembly, clock, carry });
      },
      { clock: () => clock.now },
    ),
  );
}

async function prove(body: Body, ...witnessedBy: readonly string[]): Promise<void> {
  const sitting = await body.sitting();
  const minutes = await body.write('MinutesApproved', { sitting, firstAct: 0, lastAct: sitting, text: root });
  await body.seal(minutes);
  const witnesses = witnessedBy.map((book) => ({ book, index: 9 }));
  await body.write('BodyProven', { minutes, witnesses });
}

/** In a sitting that a neighbour convened; nobody of those before signs. */
async function electAnew(body: Body): Promise<void> {
  const roll = { size: 1, root };
  const convened = { kind: 'extraordinary', place: 'Cancha', startsAt: body.node.now(), notice: [], roll };
  const sitting = await body.write('SittingConvened', { ...convened, chair: memberName(7) });
  const motion = await body.motion(sitting, 'Directiva');
  const rule = { num: 1, den: 2, strict: true, of: 'cast' };
  const electorate = { count: 1, root };
  const vote = await body.write('VoteOpened', {
    sitting,
    motion,
    method: 'hands',
    rule,
    present: 1,
    roll: 1,
    electorate,
  });
  await body.electOfficers(false, vote);
}

async function must(body: Body, command: string, input: unknown, actor: Actor): Promise<number> {
  const outcome = await body.node.command({ body: body.origin, command, input, actor, key: freshKey() });
  assert.equal(outcome.kind, 'done', `${command}: ${JSON.stringify(outcome)}`);
  return outcome.kind === 'done' ? (outcome.acts[0]?.index ?? -1) : -1;
}

async function attests(body: Body, junta: Body): Promise<void> {
  const { enrolment } = await junta.state();
  const input = { body: junta.origin, election: enrolment!.act, signatures: 40 };
  await body.seal(await must(body, 'AttestElection', input, president));
}

/** Each has seen the paper minutes: the assembly from a copy on a stick, the neighbour beside it. */
async function claimed({ junta, neighbour, assembly, carry }: Scene): Promise<number> {
  await carry(junta);
  await attests(assembly, junta);
  await attests(neighbour, junta);
  await carry(assembly);
  const bodies = [assembly, neighbour].map(({ origin }) => ({ book: origin }));
  const claim = await must(junta, 'ClaimRecovery', { bodies }, { kind: 'anyone' });
  assert.equal((await dataOf(junta, claim)).objectors, 2);
  return claim;
}

async function dataOf(body: Body, index: number): Promise<Record<string, unknown>> {
  const [act] = await body.node.acts(body.origin, index, 1);
  return JSON.parse(Buffer.from(act!.entry).toString('utf8')).data;
}

/** The officers send a delegate; does the assembly above write that nobody attests them? */
async function unattestedAbove({ assembly, carry }: Scene, body: Body, seat = 1): Promise<boolean> {
  const { seatsAbove } = await body.state();
  const sent = lineage(body.origin).length > 1 ? tableGet(seatsAbove, `${assembly.origin}#${seat}`) : undefined;
  if (sent === undefined) await body.elect(assembly.origin, [memberName(3), memberName(4)]);
  await carry(body);
  const input = { sitting: await assembly.sitting(), below: body.origin, seat };
  const seated = await must(assembly, 'AccreditSeat', input, president);
  return (await dataOf(assembly, seated)).unattested === true;
}

async function objects(scene: Scene, body: Body, claim: number): Promise<void> {
  const { office, signer } = scene.before.keys[1]!;
  const { leaf } = (await body.node.act(body.origin, claim))!;
  const signature = signRecoveryObjection(body.origin, claim, leaf, signer);
  const input = { claim, office, key: base64Encode(signer.publicKey), signature };
  await must(body, 'ObjectToRecovery', input, { kind: 'anyone' });
}

test('two bodies on two nodes attest an election; the assembly counts the officers as attested from the day on which nobody has objected', async () => {
  await withScene(async (scene) => {
    const { junta, clock } = scene;
    await claimed(scene);
    assert.equal(await unattestedAbove(scene, junta), true, 'there is time to object');
    clock.now += 31 * day;
    assert.equal(await unattestedAbove(scene, junta), false);
  });
});

test('an officer before objects where the book is; the assembly reads it on the stick, and the officers stay unattested', async () => {
  await withScene(async (scene) => {
    const { b, junta, clock } = scene;
    const claim = await claimed(scene);
    await objects(scene, junta, claim);
    assert.equal(await unattestedAbove(scene, junta), true);
    const held = (await b.node.book(junta.origin))!.state;
    assert.notEqual(tableGet(held.recoveries, claim)!.objected, null);
    clock.now += 31 * day;
    assert.equal(await unattestedAbove(scene, junta), true);
  });
});

/** The base's book ends at its last head and goes on as its successor, which the assembly admits; both are carried there. */
async function succeeded(scene: Scene, node = scene.a.node): Promise<Body> {
  const { a, junta, assembly, carry } = scene;
  const { size, root: last } = (await a.node.book(junta.origin))!.head;
  const outcome = await startSuccessor(node, junta.origin, { size, root: last });
  assert.equal(outcome.kind, 'succeeded', JSON.stringify(outcome));
  const next = new Body(a, 'junta~2');
  const state = await next.state();
  next.officers = { index: state.enrolment!.act, keys: junta.officers!.keys };
  await next.seal(tableGet(state.requests, assembly.origin)!);
  for (const act of new Set(tableValues(state.seatsAbove).flat())) await next.seal(act);
  await carry(junta);
  await assembly.admit(next);
  const acts = (await a.node.acts(next.origin, 0, 40)).map(({ entry }) => JSON.parse(Buffer.from(entry).toString()));
  assert.deepEqual(auditRules(next.origin, acts).differences, []);
  return next;
}

async function claimIn(body: Body): Promise<number> {
  const { size } = await body.state();
  for (let index = 0; index < size; index++) {
    const { what } = (await dataOf(body, index)) as { what?: { kind: string } };
    if (what?.kind === 'recovery') return index;
  }
  throw new Error('no claim was taken over');
}

test('a claim that is open when the book ends is carried on: the assembly that holds both books waits for its day', async () => {
  await withScene(async (scene) => {
    const { clock } = scene;
    await claimed(scene);
    const next = await succeeded(scene);
    assert.equal(await unattestedAbove(scene, next), true, 'there is time to object');
    clock.now += 31 * day;
    assert.equal(await unattestedAbove(scene, next, 2), false);
  });
});

test('an officer before objects in the book that goes on, with the key of the one that ended', async () => {
  await withScene(async (scene) => {
    const { clock } = scene;
    await claimed(scene);
    const next = await succeeded(scene);
    await objects(scene, next, await claimIn(next));
    assert.equal(await unattestedAbove(scene, next), true);
    clock.now += 31 * day;
    assert.equal(await unattestedAbove(scene, next, 2), true);
  });
});

test('officers whom nobody attests when the book ends are so in the next one; an election there is attested as before', async () => {
  await withScene(async (scene) => {
    const { a, junta, assembly, before, clock, carry } = scene;
    const next = await succeeded(scene);
    const { predecessor, attestedBefore } = await next.state();
    assert.deepEqual(
      attestedBefore!.keys.map(({ key }) => key),
      before.keys.map(({ signer }) => base64Encode(signer.publicKey)),
    );
    assert.equal(predecessor!.unattested!.known.length, 3, 'two neighbours, and the assembly');
    assert.equal(await unattestedAbove(scene, next), true);
    await electAnew(next);
    const claim = await claimed({ ...scene, junta: next });
    await carry(next);
    clock.now += 31 * day;
    await next.elect(assembly.origin, [memberName(5)]);
    assert.equal(await unattestedAbove(scene, next), false);
    assert.equal((await dataOf(next, claim)).objectors, 2);
    assert.equal((await a.node.book(junta.origin))!.readOnly !== null, true);
  });
});

test('a successor that says others were in office before takes nothing over from the book that ended', async () => {
  await withScene(async (scene) => {
    const { a, assembly, carry } = scene;
    const friends = [{ body: 'c.example/amiga', as: 'neighbour' }];
    const altered = (act: DraftAct): DraftAct => {
      const { what } = act.data as { what?: { kind: string } };
      const data = { ...act.data, what: { ...what, known: friends } };
      return what?.kind === 'officers-before' ? ({ ...act, data } as unknown as DraftAct) : act;
    };
    const record: Node['record'] = (origin, acts) => a.node.record(origin, acts.map(altered));
    const next = await succeeded(scene, { ...a.node, record });
    await next.elect(assembly.origin, [memberName(3)]);
    await carry(next);
    const input = { sitting: await assembly.sitting(), below: next.origin, seat: 1 };
    const asked = { body: assembly.origin, command: 'AccreditSeat', input, actor: president, key: freshKey() };
    const outcome = await assembly.node.command(asked);
    assert.equal(outcome.kind === 'refused' && outcome.refusal.code, 'body-unproven');
  });
});
