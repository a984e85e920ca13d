// The kit's form for the result: what is missing is said before it is sent, and what is sent is a late entry that answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PaperSheet, paperInput, sheetProblem } from '../../src/office/consultations/paper-sheet.ts';

const when = { heldAt: '2026-06-10T22:00:00Z', now: '2026-06-12T12:00:00Z', issuedAt: '2026-06-10T12:00:00Z' };
const sheet: PaperSheet = {
  ...{ heldAt: '2026-06-10T18:00', place: ' Cancha ', kind: 'ordinary', call: 'first' },
  ...{ present: 6, yes: 4, no: 1, abstain: null },
};

const problem = (changed: Partial<PaperSheet>, at: Partial<typeof when> | { heldAt: null } = {}) =>
  sheetProblem({ ...sheet, ...changed }, { ...when, ...at });

test('a whole form has nothing wrong; at the moment of the question, and of now, it still has not', () => {
  assert.equal(problem({}), null);
  assert.equal(problem({}, { heldAt: when.issuedAt }), null);
  assert.equal(problem({}, { heldAt: when.now }), null);
  assert.equal(problem({ yes: 5, no: 1 }), null, 'as many votes as people');
});

test('each thing that is missing or cannot be is named', () => {
  assert.equal(problem({}, { heldAt: null }), 'no-hour');
  assert.equal(problem({}, { heldAt: '2026-06-12T12:00:01Z' }), 'in-future');
  assert.equal(problem({}, { heldAt: '2026-06-10T11:59:59Z' }), 'before');
  assert.equal(problem({ place: ' ' }), 'no-place');
  assert.equal(problem({ present: null }), 'no-figures');
  assert.equal(problem({ no: null }), 'no-figures');
  assert.equal(problem({ yes: 5, no: 1, abstain: 1 }), 'too-many');
  assert.equal(problem({ yes: 3, no: 3 }), 'tie');
});

test('what is sent names the question, has its text in the notice, and counts an empty line as none', () => {
  const question = {
    ...{
      asker: 'a/fed',
      name: 'fed',
      body: 'Federación',
      consultation: 7,
      title: 'Pacto',
      text: 'El pacto.',
      textHash: 'h',
    },
    ...{ issuedAt: when.issuedAt, deadline: when.now, outcome: null, through: [], answer: null, sitting: null },
  };
  assert.deepEqual(paperInput(sheet, when.heldAt, question), {
    heldAt: when.heldAt,
    place: 'Cancha',
    kind: 'ordinary',
    call: 'first',
    present: 6,
    notice: [{ matter: 'consultation', title: 'Pacto', textHash: 'h' }],
    decisions: [
      {
        matter: 'consultation',
        title: 'Pacto',
        text: 'El pacto.',
        yes: 4,
        no: 1,
        abstain: 0,
        answers: { book: 'a/fed', index: 7 },
      },
    ],
  });
});
