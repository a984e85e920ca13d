import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allActs, commands, inputMisfit } from '@cabildo/core';
import {
  emptyLate,
  inputOf,
  type LateDraft,
  lateOfMeeting,
  newDecision,
  notFitting,
  problemsOf,
} from '../src/late/late-draft.ts';
import { termsEs } from '../src/late/terms-es.ts';
import { beginMeeting, type Meeting, withItem } from '../src/meeting/meeting.ts';
import { nextDay } from '../src/minutes/next-day.ts';
import { fingerprintOf } from '../src/paper/fingerprint.ts';

const now = '2026-06-21T12:00:00Z';
const entry = commands.EnterLateSitting;

const evening = (): LateDraft => ({
  ...emptyLate('2026-06-20T23:00:00Z', -240, 'a'),
  place: 'Sede social',
  present: 31,
  agenda: '1. Agua\n2. Luz',
  decisions: [
    { ...newDecision('a'), title: 'Arreglar el tanque', yes: 28, no: 2 },
    { ...newDecision('b'), title: 'Cuentas del año', matter: 'accounts', announced: true, yes: 30 },
    newDecision('c'),
  ],
});

test('an ordinary evening becomes the command as its schema wants it; a decision that nobody filled in is none', () => {
  const input = inputOf(evening(), now);
  assert.ok(input !== null);
  assert.equal(inputMisfit(entry, input), null);
  assert.equal(input.heldAt, '2026-06-20T23:00:00Z');
  assert.deepEqual(input.notice, [
    { matter: 'ordinary', title: 'Agua' },
    { matter: 'ordinary', title: 'Luz' },
    { matter: 'accounts', title: 'Cuentas del año', textHash: fingerprintOf('Cuentas del año') },
  ]);
  assert.deepEqual(input.decisions, [
    { matter: 'ordinary', title: 'Arreglar el tanque', text: 'Arreglar el tanque', yes: 28, no: 2, abstain: 0 },
    { matter: 'accounts', title: 'Cuentas del año', text: 'Cuentas del año', yes: 30, no: 0, abstain: 0 },
  ]);
});

test('nobody counted is not that nobody was there', () => {
  assert.ok(!('present' in (inputOf({ ...evening(), present: null }, now) ?? {})));
  assert.equal(inputOf({ ...evening(), present: 0 }, now)?.present, 0);
});

test('what is wrong is said by its field, and nothing is sent', () => {
  const wrong = (part: Partial<LateDraft>) => problemsOf({ ...evening(), ...part }, now);
  assert.deepEqual(wrong({}), {});
  assert.deepEqual(wrong({ heldAt: '' }), { 'late-held': 'no-hour' });
  assert.deepEqual(wrong({ heldAt: '2026-06-21T08:01' }), { 'late-held': 'in-future' });
  assert.deepEqual(wrong({ heldAt: '2026-06-21T08:00' }), {});
  assert.deepEqual(wrong({ place: ' ' }), { 'late-place': 'no-place' });
  assert.deepEqual(wrong({ decisions: [{ ...newDecision('x'), title: 'Agua' }] }), { 'late-yes-x': 'no-hands' });
  assert.deepEqual(wrong({ decisions: [{ ...newDecision('x'), yes: 3 }] }), { 'late-title-x': 'no-title' });
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ ...newDecision(String(i)), title: 'x', yes: 1 }));
  assert.deepEqual(wrong({ decisions: many(12) }), {});
  assert.deepEqual(wrong({ decisions: many(13) }), { 'late-more': 'too-many-decisions' });
  assert.deepEqual(wrong({ agenda: 'x\n'.repeat(24) }), { 'late-agenda': 'too-many-items' }, 'with the one announced');
  assert.equal(inputOf({ ...evening(), place: '' }, now), null);
});

function meeting(): Meeting {
  const begun = beginMeeting({
    id: 'm',
    at: '2026-06-20T23:00:00Z',
    offsetMinutes: -240,
    assembly: 'Junta',
    place: 'La plaza',
    agenda: ['Agua'],
    presides: '',
    writes: '',
    newId: () => 'i',
  });
  const counted = { at: now, how: 'hands', yes: 5, no: 1, abstain: 0, asked: [], adopted: true } as const;
  return withItem(begun, 'i', (item) => ({
    ...item,
    decisions: [
      { ...counted, id: 'd1', text: 'Cavar' },
      { ...counted, id: 'd2', text: 'Pintar', how: 'acclamation', yes: 0, no: 0, asked: [now, now, now] },
      { ...counted, id: 'd4', text: 'Vender', how: 'acclamation', yes: 0, no: 0, asked: [now], adopted: false },
      { ...counted, id: 'd3', text: 'Comprar' },
    ],
  }));
}

test('of a meeting its decisions are entered; an acclamation gets no numbers, and one that failed is none', () => {
  const draft = lateOfMeeting(meeting(), `${'A'.repeat(43)}=`);
  assert.deepEqual(
    draft.decisions.map(({ title, text }) => [title, text]),
    [
      ['Agua (1)', 'Cavar'],
      ['Agua (2)', 'Pintar'],
      ['Agua (3)', 'Comprar'],
    ],
  );
  const input = inputOf(draft, now) as { decisions: object[] };
  assert.equal(inputMisfit(entry, input), null);
  assert.deepEqual(input.decisions[1], {
    matter: 'ordinary',
    title: 'Agua (2)',
    text: 'Pintar',
    yes: 0,
    no: 0,
    abstain: 0,
    acclaimed: { method: 'acclamation', asked: 3, objections: 0 },
  });
  assert.deepEqual(notFitting(meeting()), ['not-acclaimed']);
  const range = { kind: 'range', at: now, atLeast: 100, atMost: 200, method: 'a ojo' } as const;
  assert.deepEqual(notFitting({ ...meeting(), counts: [range], presides: 'Presidencia' }), [
    'not-acclaimed',
    'crowd',
    'people-named',
  ]);
  assert.equal(lateOfMeeting({ ...meeting(), counts: [range] }, '').present, null);
});

test('every value that the rules know has its words', () => {
  const row = allActs.find(({ name }) => name === 'SittingEnteredLate');
  assert.ok(row !== undefined);
  const schema = JSON.stringify(row.data);
  for (const part of ['matter', 'sittingKind', 'irregularity', 'effect'] as const)
    for (const value of Object.keys(termsEs[part])) assert.ok(schema.includes(`"${value}"`), `${part}: ${value}`);
});

test('the same sitting once more is on the next day to come, at the same hour', () => {
  const notice = [{ matter: 'ordinary', title: 'Agua', textHash: null }];
  const sitting = { kind: 'ordinary', place: 'Sede', startsAt: '2026-06-20T23:00:00Z', notice };
  const at = (hour: string) => nextDay(sitting, Date.parse(hour)).startsAt;
  assert.equal(at('2026-06-21T01:00:00Z'), '2026-06-21T23:00:00Z');
  assert.equal(at('2026-06-21T23:00:00Z'), '2026-06-22T23:00:00Z');
  assert.equal(at('2026-06-25T10:00:00Z'), '2026-06-25T23:00:00Z');
  assert.equal(at('2026-06-20T10:00:00Z'), '2026-06-21T23:00:00Z', 'before it was held, the day after it');
  assert.deepEqual(nextDay(sitting, 0).notice, [{ matter: 'ordinary', title: 'Agua' }]);
});
