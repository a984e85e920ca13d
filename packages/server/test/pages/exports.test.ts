// What a body looks like to other people's programs, for every book of the golden stories.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readKeyList } from '@cabildo/book';
import { plusMinutes, tableEntries, tableOf, tableSet } from '@cabildo/core';
import { passListOf } from '../../src/app/pass-list.ts';
import { popoloOf } from '../../src/app/popolo/popolo.ts';
import { bodyCalendar } from '../../src/pages/calendar.ts';
import { htmlText } from '../../src/pages/html.ts';
import { pageText } from '../../src/pages/layout.ts';
import { minutesPage } from '../../src/pages/minutes-page.ts';
import { type GoldenBook, goldenBooks, nodeWith, viewOf, visitIn } from '../golden-books.ts';
import { classes, schemas, schemasMissing, validators } from './popolo-schemas.ts';

const skip = schemasMissing;

test('every golden book is Popolo by the schemas of Popolo itself', { skip }, async () => {
  const validator = validators();
  let things = 0;
  for (const [path, book] of goldenBooks) {
    const popolo = await popoloOf(nodeWith(book), book.view);
    for (const [list, name] of Object.entries(classes)) {
      const validate = validator(name);
      for (const thing of popolo[list as keyof typeof classes]) {
        assert.ok(validate(thing), `${path} ${list}: ${JSON.stringify(validate.errors)} ${JSON.stringify(thing)}`);
        things++;
      }
    }
  }
  assert.ok(things > 200, String(things));
  assert.equal(validator('motion')({ text: 3 }), false);
});

test('every book has a key list for road blocks that reads as one, and names keys that are sealed alone', () => {
  const lists = [...goldenBooks.values()].map(({ view }) => passListOf(view));
  for (const list of lists) {
    const read = readKeyList(JSON.stringify(list));
    assert.deepEqual(read, { ok: true, list });
  }
  const [issued, ...more] = lists.filter(({ keys }) => keys.length > 0);
  assert.equal(more.length, 0);
  assert.deepEqual(
    issued?.keys.map(({ name, cargoes }) => [name, cargoes]),
    [['K7F3', ['oxygen']]],
  );
  assert.ok(issued?.keys[0]?.withdrawn);
  assert.deepEqual(
    issued?.closures.map(({ name }) => name),
    ['Bloqueo'],
  );
  assert.deepEqual(
    issued?.revoked.map(({ pass }) => pass),
    ['P4Q8ZK1M'],
  );
});

test('the examples of Popolo itself hold under its schemas as they are read here', { skip }, () => {
  const validator = validators();
  // Not `motion`: its example names vote events by strings, against its schema.
  for (const name of ['person', 'organization', 'post', 'vote_event', 'membership', 'area']) {
    const example = JSON.parse(readFileSync(join(schemas, '../examples', `${name}.json`), 'utf8'));
    const validate = validator(name);
    assert.ok(validate(example), `${name}: ${JSON.stringify(validate.errors)}`);
  }
});

test('every reference leads to something in the export, or to a body', async () => {
  for (const book of goldenBooks.values()) {
    const popolo = await popoloOf(nodeWith(book), book.view);
    const ids = (list: readonly { readonly id: string }[]) => {
      const all = list.map(({ id }) => id);
      assert.equal(new Set(all).size, all.length, 'identifiers are unique');
      return new Set(all);
    };
    const [persons, posts, events, motions] = [popolo.persons, popolo.posts, popolo.events, popolo.motions].map(ids);
    for (const { person_id, post_id } of popolo.memberships) {
      if (person_id !== undefined) assert.ok(persons?.has(person_id), person_id);
      if (post_id !== undefined) assert.ok(posts?.has(post_id), post_id);
    }
    for (const motion of popolo.motions) assert.ok(events?.has(motion.legislative_session_id));
    for (const vote of popolo.vote_events) assert.ok(motions?.has(vote.motion_id));
  }
});

/** Who holds an office or a seat by the book: nobody else may be named. */
function inOffice({ view: { state } }: GoldenBook): ReadonlySet<string> {
  return new Set([
    ...tableEntries(state.officers).map(([, { person }]) => person),
    ...tableEntries(state.elections).flatMap(([, { seats }]) => seats.map(({ holder }) => holder)),
    ...tableEntries(state.seats).map(([, { holder }]) => holder),
  ]);
}

test('nobody stands in an export but office holders and delegates, and nobody at all in calendar and minutes', async () => {
  for (const [path, book] of goldenBooks) {
    const allowed = inOffice(book);
    const popolo = JSON.stringify(await popoloOf(nodeWith(book), book.view));
    for (const [member] of popolo.matchAll(/m-[0-9a-hjkmnp-tv-z]{16}/g)) assert.ok(allowed.has(member), path);
    for (const language of ['es', 'en'] as const) {
      const visit = visitIn(language, book);
      assert.doesNotMatch(bodyCalendar(visit, book.view), /m-[0-9a-hjkmnp-tv-z]{16}/, path);
      for (const [index] of tableEntries(book.view.state.sittings)) {
        const page = await minutesPage(visit, book.view, Number(index));
        assert.ok(page);
        assert.doesNotMatch(
          pageText(visit, page, { css: '/x.css', scripts: { live: '/x.js', confirm: '/y.js', translate: '/z.js' } }),
          /m-[0-9a-hjkmnp-tv-z]{16}/,
          `${path} ${index}`,
        );
      }
    }
  }
});

test('of a vote the totals are shown; how each seat voted in a roll call unless the statute publishes totals alone', async () => {
  const found = [...goldenBooks.values()].find(({ view: { state } }) =>
    tableEntries(state.votes).some(([, { closed }]) => closed?.rollCall !== undefined),
  );
  assert.ok(found, 'a roll call stands in a golden book');
  const { state } = found.view;
  const [index, vote] = tableEntries(state.votes).find(([, { closed }]) => closed?.rollCall !== undefined)!;
  const hex = Buffer.from(vote.closed!.rollCall!.sha256, 'base64').toString('hex');
  const calls = JSON.stringify([{ seat: 'el-alto.example/junta-1#2', choice: 'yes', mandate: null }, 7, null]);
  const node = nodeWith(found, { [hex]: calls });
  const under = async (votes: 'totals' | 'roll-call' | undefined) => {
    const { publicity: _, ...without } = state.statute!.rules;
    const rules = votes === undefined ? without : { ...without, publicity: { votes, sensitive: 'members' as const } };
    return popoloOf(node, viewOf({ ...state, statute: { ...state.statute!, rules } }));
  };
  assert.deepEqual((await under('totals')).votes, []);
  assert.deepEqual((await under(undefined)).votes, (await under('roll-call')).votes);
  const shown = await under('roll-call');
  assert.deepEqual(
    shown.votes
      .filter(({ vote_event_id }) => vote_event_id === `${state.origin}#${index}`)
      .map(({ voter_id, role, option }) => [voter_id, role, option]),
    [['el-alto.example/junta-1', '#2', 'yes']],
  );
  assert.ok(shown.vote_events.some(({ counts }) => counts.length === 3));
});

interface Component {
  getAllSubcomponents(name: string): readonly Component[];
  getFirstPropertyValue(name: string): unknown;
}
interface IcalJs {
  parse(text: string): unknown;
  readonly Component: new (jcal: unknown) => Component;
}

/** A parser by other people; a name that is no literal, so that a tree without it still compiles. */
const parserName: string = 'ical.js';
const ical = await import(parserName).then(
  (module) => module.default as IcalJs,
  () => undefined,
);
const noParser = ical === undefined && process.env.CI === undefined ? 'ical.js is not installed' : false;

const events = (text: string): readonly Component[] =>
  new ical!.Component(ical!.parse(text)).getAllSubcomponents('vevent');

test('the calendar of every golden book is read by ical.js, entry for entry', { skip: noParser }, () => {
  let entries = 0;
  for (const book of goldenBooks.values()) {
    const { sittings, consultations, tasks } = book.view.state;
    const read = events(bodyCalendar(visitIn('es', book), book.view));
    assert.equal(read.length, sittings.size + consultations.size + tasks.size);
    const uids = read.map((event) => event.getFirstPropertyValue('uid'));
    assert.equal(new Set(uids).size, uids.length);
    entries += read.length;
  }
  assert.ok(entries > 30, String(entries));
});

test('a sitting that was called off is cancelled, and hostile words stay words', { skip: noParser }, () => {
  const book = [...goldenBooks.values()].find(({ view }) => view.state.sittings.size > 1)!;
  const { state } = book.view;
  const [[key, sitting] = assert.fail()] = tableEntries(state.sittings);
  const place = `Plaza; "Juana", \\ cañón 🐈\r\nEND:VEVENT\u0007${'ñ'.repeat(120)}`;
  const changed = { ...sitting, place, calledOff: true };
  const hostile = viewOf({ ...state, sittings: tableSet(state.sittings, key, changed) });
  const text = bodyCalendar(visitIn('en', book), hostile);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.doesNotMatch(text, /[^\r]\n|\r[^\n]|\ufffd/);
  assert.ok(!text.includes('\u0007'));
  const event = events(text).find((one) => one.getFirstPropertyValue('status') === 'CANCELLED')!;
  assert.equal(event.getFirstPropertyValue('location'), place.replace('\r\n', '\n').replace('\u0007', ''));
  assert.match(String(event.getFirstPropertyValue('summary')), /^CALLED OFF: /);
  assert.match(String(event.getFirstPropertyValue('uid')), /^sitting-\d+\.[a-z0-9-]+@[a-z.-]+$/);
  assert.equal(String(event.getFirstPropertyValue('dtstart')), sitting.startsAt);
});

test('a calendar names the hour of the place with its offset, and the same moment in UTC', { skip: noParser }, () => {
  const book = [...goldenBooks.values()].find(({ view }) => view.state.sittings.size > 0)!;
  const { state } = book.view;
  const [[, sitting] = assert.fail()] = tableEntries(state.sittings);
  for (const [offsetMinutes, zone] of [
    [-240, 'UTC−4'],
    [345, 'UTC+5:45'],
    [0, 'UTC'],
  ] as const) {
    const rules = { ...state.statute!.rules, closing: { hour: 23, offsetMinutes } };
    const there = viewOf({ ...state, statute: { ...state.statute!, rules } });
    const [event = assert.fail()] = events(bodyCalendar(visitIn('es', book), there));
    assert.equal(String(event.getFirstPropertyValue('dtstart')), sitting.startsAt);
    const hour = plusMinutes(sitting.startsAt, offsetMinutes).slice(11, 16);
    const said = String(event.getFirstPropertyValue('description'));
    assert.ok(said.includes(`Hora del lugar:`) && said.endsWith(`${hour} (${zone})`), said);
  }
});

test('an empty body has a calendar and is Popolo', async () => {
  const [book = assert.fail()] = goldenBooks.values();
  const empty = viewOf({ ...book.view.state, sittings: tableOf([]), consultations: tableOf([]), tasks: tableOf([]) });
  assert.match(bodyCalendar(visitIn('es', book), empty), /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
});

test('minutes are made from the acts of their sitting alone: sentences with the hours of their zone, two copies, the head, a line for each office', async () => {
  let seen = 0;
  for (const book of goldenBooks.values()) {
    for (const [key, sitting] of tableEntries(book.view.state.sittings)) {
      if (sitting.closedAt === null || sitting.late) continue;
      seen++;
      for (const language of ['es', 'en'] as const) {
        const page = await minutesPage(visitIn(language, book), book.view, Number(key));
        const text = htmlText(page!.body as Parameters<typeof htmlText>[0]);
        assert.equal(text.split('class="sheet"').length, 3);
        const numbers = [...text.matchAll(/<li value="(\d+)">/g)].map(([, number]) => Number(number));
        const once = numbers.slice(0, numbers.length / 2);
        assert.deepEqual(numbers, [...once, ...once]);
        assert.equal(once[0], Number(key), 'it begins with the convocation');
        if (sitting.opened !== null) assert.ok(once.includes(sitting.opened.act));
        for (const index of once) {
          const data = JSON.parse(book.rows[index]!.entry.toString()).data as { sitting?: number };
          assert.ok(index === Number(key) || data.sitting === undefined || data.sitting === Number(key));
        }
        const offices = book.view.state.statute!.rules.offices.length;
        assert.equal(text.split('class="signatures"')[1]!.split('<li>').length - 1, offices);
        assert.equal(text.split('class="head-words"').length, 3);
        assert.doesNotMatch(text, /<script|undefined|\[object/);
        for (const [, after] of text.matchAll(/\b[0-2]\d:[0-5]\d(.{0,5})/g)) assert.match(after ?? '', /^ \(UTC/);
      }
    }
  }
  assert.ok(seen > 5, String(seen));
});

test('of what is no sitting there are no minutes', async () => {
  const [book = assert.fail()] = goldenBooks.values();
  assert.equal(await minutesPage(visitIn('es', book), book.view, 999_999), null);
});
