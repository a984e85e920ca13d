// The list of speakers: its order, its clocks, and what of it goes into the book.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allowedFor,
  auditRules,
  type FloorEntry,
  floorOf,
  groupLeft,
  orderOf,
  plusDays,
  type SpeakingRules,
  type Turn,
  tableGet,
} from '../src/index.ts';
import { decideByHands, hallOf, table } from './federation/assembly.ts';
import { anyone, asSlip, dataOf } from './federation/federation.ts';
import { cabildoOf, opened } from './federation/story-door.ts';
import { ask, type Debate, debate, delegatesSpeak, person, speak, speaking } from './federation/story-floor.ts';

const listOf = ({ fed, origin, sitting }: Debate) =>
  floorOf(fed.book(origin).vault.floors.flatMap((row) => (row.sitting === sitting ? [row.entry] : [])));

const orderIn = (scene: Debate, rules: SpeakingRules = speaking): readonly number[] =>
  orderOf(listOf(scene), scene.motion, rules, scene.fed.now).map(({ number }) => number);

test('a point of order goes before replies, replies before speeches, and who has not spoken before who has', () => {
  const scene = debate();
  speak(scene, ask(scene, person(scene, 2)), 1);
  const again = ask(scene, person(scene, 2));
  const fresh = ask(scene, person(scene, 3));
  const reply = ask(scene, person(scene, 4), { kind: 'reply' });
  const order = ask(scene, person(scene, 5), { kind: 'order' });
  assert.deepEqual(orderIn(scene), [order, reply, fresh, again]);
});

test('what was said is translated before the next one speaks, in a time of its own that takes nothing from the sector; only where the statute has it', () => {
  const rules = { ...speaking, translation: { seconds: 120 } };
  const scene = debate(rules);
  const { fed, origin, base, sitting, motion } = scene;
  speak(scene, ask(scene, person(scene, 2)), 2);
  const next = ask(scene, person(scene, 3));
  const translation = ask(scene, person(scene, 4), { kind: 'translation' });
  assert.deepEqual(orderIn(scene, rules), [translation, next]);
  fed.must(origin, base.presidium, 'GiveFloor', { sitting, number: translation });
  const turnOf = (number: number): Turn => listOf(scene).turns[number - 1] as Turn;
  assert.equal(allowedFor(listOf(scene), turnOf(translation), rules, fed.now), 120);
  fed.pass({ minutes: 2 });
  fed.must(origin, person(scene, 4), 'EndSpeech', { sitting, number: translation });
  assert.equal(groupLeft(listOf(scene), turnOf(next), rules, fed.now), 180, 'of five minutes the speech has taken two');
  const without = debate();
  const wish = { sitting: without.sitting, motion, kind: 'translation', sector: 'mercado' } as const;
  without.fed.refuses(without.origin, person(without, 4), 'AskForFloor', wish, 'speech-not-in-statute');
});

test('a point of order interrupts, and whoever was interrupted goes on with the time that is left', () => {
  const scene = debate();
  const { fed, origin, base, sitting } = scene;
  const speech = ask(scene, person(scene, 2));
  fed.must(origin, base.presidium, 'GiveFloor', { sitting, number: speech });
  fed.pass({ minutes: 1 });
  speak(scene, ask(scene, person(scene, 3), { kind: 'order' }), 2);
  fed.pass({ minutes: 1 });
  fed.must(origin, person(scene, 2), 'EndSpeech', { sitting, number: speech });
  const { seconds, standing } = listOf(scene).turns[speech - 1] as Turn;
  assert.deepEqual({ seconds, standing }, { seconds: 120, standing: 'spoken' });
});

test('a speech lasts no longer than what its sector has left', () => {
  const scene = debate();
  const { fed, origin, base, sitting } = scene;
  speak(scene, ask(scene, person(scene, 2)), 4);
  const number = ask(scene, person(scene, 3));
  fed.must(origin, base.presidium, 'GiveFloor', { sitting, number });
  const floor = listOf(scene);
  const turn = floor.turns[number - 1] as Turn;
  assert.equal(allowedFor(floor, turn, speaking, fed.now), 60);
  fed.pass({ minutes: 2 });
  assert.equal(groupLeft(floor, turn, speaking, fed.now), 0);
  assert.equal(allowedFor(floor, turn, speaking, fed.now), 120, 'who has begun is not taken what was spoken');
});

test('what a debate came to is in the book, by sector and never by whom', () => {
  const scene = debate();
  const { fed, origin, base, sitting, motion } = scene;
  speak(scene, ask(scene, person(scene, 2)), 2);
  speak(scene, ask(scene, person(scene, 3), { sector: 'talleres' }), 3);
  const done = fed.must(origin, base.presidium, 'CloseDebate', { sitting, motion });
  const data = dataOf(done, 'DebateEnded');
  assert.deepEqual(data, {
    sitting,
    motion,
    speeches: 2,
    seconds: 300,
    unheard: 0,
    groups: [
      { sector: 'talleres', speeches: 1, seconds: 180 },
      { sector: 'mercado', speeches: 1, seconds: 120 },
    ],
  });
  assert.doesNotMatch(JSON.stringify(fed.book(origin).acts.slice(sitting + 4)), /m-[0-9a-z]{16}/);
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
});

test('an amendment is talked about with what it amends', () => {
  const scene = debate();
  const { fed, base, sitting, motion } = scene;
  const amends = { kind: 'amend-motion', motion, order: 1, substantive: false } as const;
  const amendment = table(fed, hallOf(base), sitting, { matter: 'ordinary', proposal: amends, text: 'Mejor así.' });
  ask(scene, person(scene, 2), { motion: amendment });
  assert.deepEqual(orderIn(scene), [1]);
});

test('the hall may close the debate over the heads of those who wait, and they are in the act as not heard', () => {
  const scene = debate();
  const { fed, origin, base, sitting, motion } = scene;
  ask(scene, person(scene, 2));
  fed.must(origin, person(scene, 3), 'MoveProcedure', { sitting, kind: 'close-debate', motion });
  fed.must(origin, base.presidium, 'DecideProcedure', { sitting, hands: { yes: 8, no: 1, abstain: 0 } });
  const done = fed.must(origin, base.presidium, 'CloseDebate', { sitting, motion });
  assert.equal(dataOf(done, 'DebateEnded').unheard, 1);
});

test('what is being voted is talked about no more, and order can still be asked for', () => {
  const scene = debate();
  const { fed, origin, base, sitting, motion } = scene;
  fed.must(origin, base.presidium, 'OpenVote', { motion, method: 'hands' });
  const speech = { sitting, motion, kind: 'speech', sector: 'mercado' } as const;
  fed.refuses(origin, person(scene, 2), 'AskForFloor', speech, 'already-put-to-vote');
  ask(scene, person(scene, 2), { kind: 'order' });
});

test('beside the motions the list goes on after it was summed up, and each sum counts from the last one', () => {
  const scene = debate();
  const { fed, origin, base, sitting } = scene;
  const about = { ...scene, motion: sitting };
  const here = (number: number) =>
    Number(
      fed.must(origin, person(scene, number), 'AskForFloor', { sitting, kind: 'speech', sector: 'mercado' }).answer
        .number,
    );
  speak(about, here(2), 1);
  fed.must(origin, base.presidium, 'CloseDebate', { sitting });
  speak(about, here(3), 2);
  const done = fed.must(origin, base.presidium, 'CloseSitting', { sitting });
  assert.deepEqual(dataOf(done, 'DebateEnded'), {
    sitting,
    speeches: 1,
    seconds: 120,
    unheard: 0,
    groups: [{ sector: 'mercado', speeches: 1, seconds: 120 }],
  });
});

test('of delegates the body is timed, and what nobody closed ends with the sitting', () => {
  const { fed, upper, bases, sitting } = delegatesSpeak();
  const { acts } = fed.book(upper.origin);
  const ended = acts.findLast(({ act }) => act === 'DebateEnded')?.data;
  assert.deepEqual(ended, {
    sitting,
    speeches: 1,
    seconds: 240,
    unheard: bases.length - 1,
    groups: [{ body: bases[0]?.origin, speeches: 1, seconds: 240 }],
  });
});

test('whoever holds a slip of an open cabildo may speak in that sitting, under its number', () => {
  const cabildo = cabildoOf(20, 8);
  const { fed, origin, base, sitting } = cabildo;
  fed.must(origin, base.secretary, 'IssueSlips', { sitting, count: 1 });
  opened(cabildo);
  const slip = asSlip(sitting, 1);
  fed.must(origin, slip, 'AskForFloor', { sitting, kind: 'speech' });
  assert.equal(fed.book(origin).vault.floors.length, 1);
  fed.refuses(origin, slip, 'AskForFloor', { sitting, kind: 'speech' }, 'already-on-the-list');
});

test('a body without the article speaks as asked and without a clock', () => {
  const scene = debate(null);
  const { fed, origin, sitting, motion } = scene;
  const input = { sitting, motion, kind: 'speech' } as const;
  for (const number of [4, 2, 3]) fed.must(origin, person(scene, number), 'AskForFloor', input);
  const rules: SpeakingRules = { order: 'as-asked' };
  assert.deepEqual(orderIn(scene, rules), [1, 2, 3]);
  assert.equal(allowedFor(listOf(scene), listOf(scene).turns[0] as Turn, rules, fed.now), null);
  const reply = { sitting, motion, kind: 'reply' } as const;
  fed.refuses(origin, person(scene, 4), 'AskForFloor', reply, 'speech-not-in-statute');
});

test('who spoke is deleted with who was there, also where nobody had to check in', () => {
  const scene = debate();
  const { fed, origin, base, sitting } = scene;
  speak(scene, ask(scene, person(scene, 2)), 1);
  decideByHands(fed, hallOf(base), sitting, { matter: 'ordinary', yes: 10 });
  fed.must(origin, base.presidium, 'CloseSitting', { sitting });
  fed.now = plusDays(fed.now, 20);
  fed.must(origin, anyone, 'EraseAttendance', { sitting });
  assert.deepEqual(fed.book(origin).vault.floors, []);
  const above = delegatesSpeak();
  const closed = tableGet(above.fed.book(above.upper.origin).state.sittings, above.sitting)?.closedAt ?? '';
  above.fed.now = plusDays(closed, 30);
  const erased = above.fed.must(above.upper.origin, anyone, 'EraseAttendance', { sitting: above.sitting });
  assert.deepEqual(erased.acts, []);
  assert.deepEqual(above.fed.book(above.upper.origin).vault.floors, []);
});

// --- The order once more, the slow and obvious way: whoever would be called next is found, called, and so on.

const hall: fc.Arbitrary<readonly FloorEntry[]> = fc
  .array(
    fc.record({
      who: fc.integer({ min: 0, max: 5 }),
      kind: fc.constantFrom('speech' as const, 'speech' as const, 'order' as const, 'reply' as const),
      sector: fc.constantFrom('a', 'b'),
      spoken: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
    }),
    { maxLength: 10 },
  )
  .map((wishes) =>
    wishes.flatMap(({ who, kind, sector, spoken }, place): FloorEntry[] => {
      const number = place + 1;
      const at = (minute: number) => `2005-06-01T10:${String(place * 5 + minute).padStart(2, '0')}:00Z`;
      const asked = { item: 7, kind, holder: `m-${who}`, label: null, body: null, sector, woman: who % 2 === 0 };
      const list: FloorEntry[] = [{ event: 'asked', number, ...asked, at: at(0) }];
      if (spoken === null) return list;
      return [...list, { event: 'given', number, at: at(0) }, { event: 'ended', number, at: at(spoken) }];
    }),
  );

const someRules: fc.Arbitrary<SpeakingRules> = fc.record({
  order: fc.constantFrom('as-asked' as const, 'first-speech-first' as const),
  parity: fc.boolean(),
  group: fc.constant({ of: 'sector' as const, seconds: 300 }),
});

function obviousOrder(entries: readonly FloorEntry[], rules: SpeakingRules): number[] {
  const asked = entries.flatMap((entry) => (entry.event === 'asked' ? [entry] : []));
  const minutesOf = (number: number): number => {
    const times = entries.flatMap((entry) =>
      'number' in entry && entry.number === number && entry.event !== 'asked' ? [Date.parse(entry.at)] : [],
    );
    return times.length < 2 ? 0 : ((times[1] as number) - (times[0] as number)) / 60_000;
  };
  const done = asked.filter(({ number }) =>
    entries.some((entry) => entry.event === 'ended' && entry.number === number),
  );
  const waiting = asked.filter((entry) => !done.includes(entry));
  const speechesDone = done.filter(({ kind }) => kind === 'speech');
  const heard = new Set(speechesDone.map(({ holder }) => holder));
  const used = (sector: string | null): number =>
    speechesDone.filter((one) => one.sector === sector).reduce((sum, { number }) => sum + minutesOf(number), 0);
  let last = speechesDone.at(-1)?.woman ?? null;
  const order: number[] = [];
  while (waiting.length > 0) {
    const score = (one: (typeof waiting)[number]): readonly number[] => {
      if (one.kind === 'order') return [0, 0, 0, 0, one.number];
      if (one.kind === 'reply') return [1, 0, 0, 0, one.number];
      const over = used(one.sector) >= 5 ? 1 : 0;
      const later = rules.order === 'first-speech-first' && heard.has(one.holder) ? 1 : 0;
      const alike = rules.parity === true && last !== null && one.woman === last ? 1 : 0;
      return over === 1 ? [2, 1, 0, alike, one.number] : [2, 0, later, alike, one.number];
    };
    waiting.sort((a, b) => {
      const [x, y] = [score(a), score(b)];
      const differs = x.findIndex((value, i) => value !== y[i]);
      return differs < 0 ? 0 : (x[differs] as number) - (y[differs] as number);
    });
    const next = waiting.shift() as (typeof waiting)[number];
    if (next.kind === 'speech') last = next.woman;
    order.push(next.number);
  }
  return order;
}

test('the order is what a second implementation makes of it, for any list and any rules', () => {
  fc.assert(
    fc.property(hall, someRules, (entries, rules) => {
      const order = orderOf(floorOf(entries), 7, rules, '2005-06-01T23:00:00Z').map(({ number }) => number);
      assert.deepEqual(order, obviousOrder(entries, rules));
    }),
  );
});
