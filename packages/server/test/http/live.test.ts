// A sitting as it is now: one answer for everybody in the hall, its pulse, and what may come next.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Live, Pulse, Steps } from '../../src/app/live/answer.ts';
import {
  atDoor,
  enrol,
  type FoundedBody,
  found,
  type Hall,
  hall,
  type Person,
  type TestServer,
  voteOn,
  withServer,
} from './http-fixture.ts';

const anybody = (body: string): Person => ({ body, token: null });

async function liveOf(server: TestServer, { body, token }: Person, sitting: number): Promise<Live> {
  const { status, json, text } = await server.get(`/api/bodies/${body}/sittings/${sitting}/live`, { token });
  assert.equal(status, 200, text);
  return json;
}

async function stepsOf(server: TestServer, { body, token }: Person, sitting: number): Promise<Steps> {
  const { status, json, text } = await server.get(`/api/bodies/${body}/sittings/${sitting}/steps`, { token });
  assert.equal(status, 200, text);
  return json;
}

/** Pulses of a body, as its stream brings them. */
async function listen(server: TestServer, body: string) {
  const cutter = new AbortController();
  const response = await fetch(`${server.base}/api/bodies/${body}/events`, { signal: cutter.signal });
  const pulses: Pulse[] = [];
  let raw = '';
  let told: () => void = () => undefined;
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      raw += decoder.decode(part, { stream: true });
      const blocks = raw.split('\n\n');
      raw = blocks.pop() ?? '';
      for (const block of blocks)
        if (block.startsWith('event: live\n')) pulses.push(JSON.parse(block.slice(block.indexOf('data: ') + 6)));
      told();
    }
  })().catch(() => undefined);
  return {
    pulses,
    /** Resolves with the first pulse, of those still to come or the last one, of which that holds. */
    async until(holds: (pulse: Pulse) => boolean): Promise<Pulse> {
      for (;;) {
        const last = pulses.at(-1);
        if (last !== undefined && holds(last)) return last;
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
    },
    async cut() {
      cutter.abort();
      await reading;
    },
  };
}

test('from the convocation to the result: everybody is told the same of the hall, and each their own', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const { sitting, members } = await hall(server, convener, 5);
    const everybody = anybody('villa-ingenio');
    const before = await liveOf(server, everybody, sitting);
    assert.deepEqual(
      [before.phase, before.call, before.present, before.roll, before.quorum.met, before.mine, before.phones],
      ['open', 'first', 5, 6, true, null, null],
    );
    assert.deepEqual(
      before.agenda.map(({ title, state }) => [title, state]),
      [
        ['Officers', 'next'],
        ['Water', 'next'],
      ],
    );
    assert.deepEqual([before.door.entered, before.door.agree, before.door.checkedIn], [2, true, 5]);
    await server.done(convener, 'TakeItem', { sitting, item: 1 });
    const vote = await voteOn(server, convener, sitting, 'devices');
    const [first, second] = members as readonly [Required<Person>, Required<Person>];
    await server.done(first, 'CastVote', { vote, choice: 'yes' });
    const voted = await liveOf(server, first, sitting);
    assert.deepEqual([voted.vote?.received, voted.vote?.of, voted.item], [1, 5, 1]);
    assert.deepEqual([voted.mine?.voted, voted.mine?.mayVote, voted.mine?.channel], [true, true, 'phone']);
    assert.deepEqual(
      voted.motions.map(({ state, text }) => [state, text !== null]),
      [['voting', true]],
    );
    const waiting = await liveOf(server, second, sitting);
    assert.equal(waiting.mine?.voted, false);
    assert.deepEqual(waiting.mine?.roles.includes('teller'), true);
    // But for the hour and what is one's own, the hall is one.
    const hallOf = ({ now: _now, mine: _mine, ...all }: Live) => all;
    assert.deepEqual(hallOf(waiting), hallOf(voted));
    for (const member of members.slice(1)) await server.done(member, 'CastVote', { vote, choice: 'yes' });
    await server.done(convener, 'CloseVote', { vote });
    const after = await liveOf(server, everybody, sitting);
    assert.equal(after.vote, null);
    assert.deepEqual(
      [after.last?.vote, after.last?.outcome, after.last?.tallies, after.last?.standing],
      [vote, 'carried', [{ yes: 5, no: 0, abstain: 0 }], 'in-force'],
    );
    assert.deepEqual(
      after.last?.follows.map(({ act }) => act),
      ['ResolutionAdopted'],
    );
    assert.equal((await server.get('/api/bodies/villa-ingenio/sittings/9999/live')).status, 404);
    assert.equal((await server.get('/api/bodies/villa-ingenio/sittings/x/live')).status, 404);
  });
});

test('the next steps are the rules’ own answers, in both languages, and asking writes nothing', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const { sitting, members } = await hall(server, convener, 4);
    const vote = await voteOn(server, convener, sitting, 'hands');
    const size = (await server.node.book('villa-ingenio'))?.size;
    const { steps, proposed } = await stepsOf(server, convener, sitting);
    const closing = steps.find(({ command }) => command === 'CloseVote');
    assert.deepEqual([closing?.lawful, closing?.input, closing?.refusal?.code], [false, { vote }, 'not-counted']);
    const refused = await server.command(convener, 'CloseVote', { vote });
    assert.deepEqual(closing?.refusal?.sentences, refused.json.sentences);
    assert.equal(proposed, null);
    const tellers = members.slice(0, 2);
    const entry = { vote, block: 'left', round: 1, yes: 3, no: 1, abstain: 0 };
    for (const teller of tellers) await server.done(teller, 'CountBlock', entry);
    const now = await stepsOf(server, convener, sitting);
    assert.equal(now.steps[now.proposed ?? -1]?.command, 'CloseVote');
    // To a neighbour it is refused, with the offices that may.
    const hers = await stepsOf(server, members[3] as Person, sitting);
    assert.equal(hers.steps.find(({ command }) => command === 'CloseVote')?.refusal?.code, 'not-allowed');
    assert.equal((await server.node.book('villa-ingenio'))?.size, size);
    assert.equal((await liveOf(server, convener, sitting)).vote?.vote, vote);
  });
});

test('the pulse says that somebody was heard, at once to everybody, and never what', async () => {
  await withServer(async (server) => {
    const convener = await found(server, 'villa-ingenio');
    const late = await enrol(server, convener);
    const { sitting, members } = await hall(server, convener, 5);
    const vote = await voteOn(server, convener, sitting, 'devices');
    const [one, other] = [await listen(server, 'villa-ingenio'), await listen(server, 'villa-ingenio')];
    const first = await one.until(({ sittings }) => sittings[0]?.vote?.received === 0);
    assert.deepEqual([first.sittings[0]?.sitting, first.sittings[0]?.door.checkedIn], [sitting, 5]);
    for (const [i, member] of members.entries())
      await server.done(member, 'CastVote', { vote, choice: i % 2 === 0 ? 'yes' : 'no' });
    const all = ({ sittings }: Pulse): boolean => sittings[0]?.vote?.received === 5;
    assert.deepEqual(await one.until(all), await other.until(all));
    for (const { pulses } of [one, other]) {
      assert.ok(pulses.length <= 6, `${pulses.length} pulses`);
      for (const pulse of pulses) assert.ok(Buffer.byteLength(JSON.stringify(pulse)) < 1_024);
      assert.doesNotMatch(JSON.stringify(pulses), /yes|choice|abstain/);
    }
    // What changes nothing of it is told to nobody.
    const told = one.pulses.length;
    await server.command(members[0] as Person, 'CastVote', { vote, choice: 'no' });
    await server.done(late, 'CheckIn', await atDoor(server, convener, sitting));
    const next = await one.until(({ sittings }) => sittings[0]?.door.checkedIn === 6);
    assert.deepEqual([one.pulses.length, next.sittings[0]?.vote?.received], [told + 1, 5]);
    await Promise.all([one.cut(), other.cut()]);
  });
});

interface Played {
  readonly body: FoundedBody;
  readonly hall: Hall;
}

const choices = ['yes', 'no', 'abstain'] as const;
const hands = fc.record({ yes: fc.nat({ max: 2 }), no: fc.nat({ max: 2 }), abstain: fc.nat({ max: 1 }) });

/** What everybody is told of a hall at that moment, with the hall's own names and hours taken out. */
async function allThatIsTold(server: TestServer, { body, hall: { sitting, members } }: Played): Promise<string[]> {
  const people = [anybody(body.body), body, ...members.slice(0, 3)];
  const lives = await Promise.all(people.map((who) => liveOf(server, who, sitting)));
  const steps = await Promise.all(people.map((who) => stepsOf(server, who, sitting)));
  const pulse = await server.node.pulse(body.body);
  const texts = [...lives.map(({ now: _now, ...live }) => live), ...steps].map((said) => JSON.stringify(said));
  return [...texts, pulse?.running ?? '', pulse?.all ?? ''].map((text) =>
    text
      .replaceAll(body.body, 'BODY')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g, 'TIME')
      .replaceAll(/\d{1,2} \p{L}+ \d{4}, \d\d:\d\d/gu, 'HOUR')
      .replaceAll(/m-[0-9a-z]{16}/g, 'MEMBER')
      // By the clock.
      .replaceAll(/"sequence":\d+/g, '"sequence":0')
      // Who was heard within half a minute hangs on the pace of this machine.
      .replaceAll(/"heard":\d+\}/g, '"heard":0}'),
  );
}

/** The first place where they differ, and not fifty thousand letters. */
function assertSame([one = [], other = []]: readonly (readonly string[])[]): void {
  for (const [i, text] of one.entries()) {
    const against = other[i] ?? '';
    const at = [...text].findIndex((letter, place) => letter !== against[place]);
    assert.ok(text === against, `${i}: …${text.slice(at - 80, at + 80)}… is not …${against.slice(at - 80, at + 80)}…`);
  }
}

test('two halls with other numbers and other choices are told the same until the vote is closed', async () => {
  await withServer(async (server) => {
    const halls: Played[] = [];
    for (const name of ['one-hall', 'two-hall']) {
      const body = await found(server, name);
      halls.push({ body, hall: await hall(server, body, 5) });
    }
    const told = async () => assertSame(await Promise.all(halls.map((one) => allThatIsTold(server, one))));
    const voting = (method: 'hands' | 'devices') =>
      Promise.all(halls.map(({ body, hall: { sitting } }) => voteOn(server, body, sitting, method)));
    const annul = (votes: readonly number[]) =>
      Promise.all(halls.map(({ body }, i) => server.done(body, 'AnnulVote', { vote: votes[i], reason: 'Again' })));
    const counted = fc.tuple(fc.constantFrom('north', 'south'), hands, hands);
    const cast = fc.tuple(fc.constantFrom(...choices), fc.constantFrom(...choices));
    await fc.assert(
      fc.asyncProperty(
        fc.array(counted, { minLength: 1, maxLength: 3 }),
        fc.array(cast, { minLength: 1, maxLength: 3 }),
        async (entries, ballots) => {
          const byHands = await voting('hands');
          const blocks = [...new Map(entries.map((entry) => [entry[0], entry])).values()];
          for (const teller of [0, 1]) {
            for (const [block, ...numbers] of blocks) {
              for (const [
                i,
                {
                  hall: { members },
                },
              ] of halls.entries()) {
                const entry = { vote: byHands[i], block, round: 1, ...numbers[i] };
                await server.done(members[teller] as Person, 'CountBlock', entry);
              }
              await told();
            }
          }
          await annul(byHands);
          const byPhone = await voting('devices');
          for (const [voter, pair] of ballots.entries()) {
            for (const [
              i,
              {
                hall: { members },
              },
            ] of halls.entries())
              await server.done(members[voter] as Person, 'CastVote', { vote: byPhone[i], choice: pair[i] });
            await told();
          }
          await annul(byPhone);
        },
      ),
      { numRuns: 3 },
    );
  });
});
