import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromLocalInput, toLocalInput } from '../src/meeting/hours.ts';
import {
  agendaOf,
  beginMeeting,
  currentItem,
  type Decision,
  type Meeting,
  peopleCounted,
  withItem,
} from '../src/meeting/meeting.ts';
import { fileOfMeeting, meetingOfFile } from '../src/meeting/meeting-file.ts';
import { paperOfMeeting } from '../src/meeting/paper-of-meeting.ts';
import { en as meetingEn } from '../src/meeting/words-en.ts';
import { es as meetingEs } from '../src/meeting/words-es.ts';
import { plainText } from '../src/paper/document.ts';

const formats = { locale: 'es-BO', number: (value: number) => String(value) } as const;

/** Seven in the evening in La Paz. */
const begun = (): Meeting => {
  let id = 0;
  return beginMeeting({
    id: 'm',
    at: '2026-06-20T23:00:00Z',
    offsetMinutes: -240,
    assembly: 'Junta Villa Ingenio',
    place: 'la sede social',
    agenda: ['Agua', 'Luz'],
    presides: '',
    writes: 'Secretaría de actas',
    newId: () => `i${++id}`,
  });
};

const decision = (part: Partial<Decision>): Decision => ({
  id: 'd',
  at: '2026-06-20T23:30:00Z',
  text: 'Arreglar el tanque',
  how: 'hands',
  yes: 20,
  no: 3,
  abstain: 1,
  asked: [],
  adopted: true,
  ...part,
});

const decided = (part: Partial<Decision> = {}): Meeting =>
  withItem(begun(), 'i1', (item) => ({ ...item, decisions: [decision(part)] }));

const sectionOf = (meeting: Meeting, title: string, words = meetingEs): string => {
  const text = plainText(paperOfMeeting(meeting, words, formats));
  const part = text.split('\n\n').find((one) => one.split('\n')[0]?.includes(title.toUpperCase()));
  assert.ok(part !== undefined, `${title} is a part of\n${text}`);
  return part;
};

test('minutes come in the order that statutes want, and every part is there even when nobody noted anything', () => {
  const { sections, signatures } = paperOfMeeting(begun(), meetingEs, formats);
  const { paper } = meetingEs;
  assert.deepEqual(
    sections.map(({ title }) => title),
    [
      paper.when,
      paper.convocation,
      paper.attendance,
      paper.presidium,
      paper.agenda,
      paper.previousTitle,
      paper.interventions,
      paper.motions,
      paper.objections,
      paper.resolutions,
    ],
  );
  for (const { title, blocks } of sections) assert.ok(blocks.length > 0, title);
  assert.equal(signatures.lines.length % 2, 0, 'two columns of lines');
});

test('hours are those of the hall, whatever phone reads the minutes', () => {
  assert.match(sectionOf(begun(), meetingEs.paper.when), /sábado, 20 de junio de 2026, a las 19:00/);
  assert.match(sectionOf({ ...begun(), endedAt: '2026-06-21T01:05:00Z' }, meetingEs.paper.when), /Terminó a las 21:05/);
  assert.equal(toLocalInput('2026-06-20T23:00:00Z', -240), '2026-06-20T19:00');
  assert.equal(fromLocalInput('2026-06-20T19:00', -240), '2026-06-20T23:00:00Z');
  assert.equal(fromLocalInput('2026-06', -240), null);
});

test('what was decided by hands is told with its count, and stands among the resolutions only if it carried', () => {
  assert.match(
    sectionOf(decided(), meetingEs.paper.motions),
    /A las 19:30, a mano alzada: 20 sí, 3 no, 1 abstención\. Aprobada\./,
  );
  assert.match(sectionOf(decided(), meetingEs.paper.resolutions), /1\) Arreglar el tanque/);
  const lost = decided({ adopted: false });
  assert.match(sectionOf(lost, meetingEs.paper.motions), /No aprobada/);
  assert.doesNotMatch(sectionOf(lost, meetingEs.paper.resolutions), /tanque/);
});

test('an acclamation shows the hours at which objections were asked for, and never a number of hands', () => {
  const asked = ['2026-06-20T23:30:00Z', '2026-06-20T23:31:00Z', '2026-06-20T23:32:00Z'];
  const said = sectionOf(decided({ how: 'acclamation', asked, yes: 0, no: 0, abstain: 0 }), meetingEs.paper.motions);
  assert.match(said, /por aclamación; se preguntó por objeciones a las 19:30, 19:31 y 19:32\. Aprobada/);
  assert.doesNotMatch(said, /0 sí/);
  const unasked = sectionOf(decided({ how: 'consensus' }), meetingEn.paper.motions, meetingEn);
  assert.match(unasked, /nobody noted that objections were asked for/);
});

test('of two counts that differ the smaller one stands and both are told; a square has no number', () => {
  const at = '2026-06-20T23:10:00Z';
  const two: Meeting = { ...begun(), counts: [{ kind: 'two', at, people: 84, other: 81 }] };
  assert.equal(peopleCounted(two), 81);
  assert.match(sectionOf(two, meetingEs.paper.attendance), /84 y 81\. Vale el menor: 81/);
  const square: Meeting = {
    ...begun(),
    counts: [{ kind: 'range', at, atLeast: 3000, atMost: 5000, method: 'por superficie' }],
  };
  assert.equal(peopleCounted(square), null);
  assert.match(
    sectionOf(square, meetingEs.paper.attendance),
    /entre 3000 y 5000 personas, sin contar una por una \(por superficie\)/,
  );
});

test('the item that was taken up last is the one that is dealt with, until the meeting is over', () => {
  const meeting = begun();
  assert.equal(currentItem(meeting)?.title, 'Agua');
  const next = withItem(meeting, 'i2', (item) => ({ ...item, openedAt: '2026-06-20T23:40:00Z' }));
  assert.equal(currentItem(next)?.title, 'Luz');
  const back = withItem(next, 'i1', (item) => ({ ...item, openedAt: '2026-06-20T23:50:00Z' }));
  assert.equal(currentItem(back)?.title, 'Agua');
  assert.equal(currentItem({ ...next, endedAt: '2026-06-21T00:00:00Z' }), undefined);
});

test('an agenda is typed as people type it', () => {
  assert.deepEqual(agendaOf('1. Agua\n2) Luz\n\n - Varios \n20 años de la junta'), [
    'Agua',
    'Luz',
    'Varios',
    '20 años de la junta',
  ]);
});

test('another phone reads the file of a meeting as it was, and nothing that is not wholly one', () => {
  const meeting = decided();
  const read = meetingOfFile(fileOfMeeting({ ...meeting, entered: { body: 'b', title: 'B', act: 3 } }));
  assert.deepEqual(read, meeting, 'in which book it stands is of the phone that entered it');
  const whole = JSON.parse(fileOfMeeting(meeting)) as Record<string, unknown>;
  const items = whole.items as Record<string, unknown>[];
  const broken: unknown[] = [
    null,
    [],
    'cabildo-meeting/1',
    { ...whole, format: 'cabildo-meeting/2' },
    { ...whole, startedAt: 'yesterday' },
    { ...whole, offsetMinutes: 9_000 },
    { ...whole, counts: [{ kind: 'one', at: meeting.startedAt, people: -1 }] },
    { ...whole, counts: [{ kind: 'guess', at: meeting.startedAt, people: 1 }] },
    { ...whole, items: [{ ...items[0], notes: 7 }] },
    { ...whole, items: [{ ...items[0], decisions: [{ ...decision({}), adopted: 'yes' }] }] },
    { ...whole, previous: 'lost' },
  ];
  for (const value of broken) assert.equal(meetingOfFile(JSON.stringify(value)), null, JSON.stringify(value));
  assert.equal(meetingOfFile('{'), null);
  assert.deepEqual(
    meetingOfFile(JSON.stringify({ ...whole, more: '<script>' })),
    meeting,
    'what else it has is left out',
  );
});
