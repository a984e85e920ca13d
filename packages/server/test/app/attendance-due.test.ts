// Which sittings' names are to go, followed as a book grows, against the rule that looks at all of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attendanceOver, type BodyState, emptyState, tableEntries, tableSet } from '@cabildo/core';
import fc from 'fast-check';
import { AttendanceDue } from '../../src/app/attendance-due.ts';
import { lightStatute } from './node-fixture.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().replace('.000', '');

const statuteOf = (act: number, days: number): BodyState['statute'] => ({
  act,
  rules: lightStatute({ challenge: { days } }),
});

/** The same, asked of every sitting. */
const dueByRule = (state: BodyState, at: string): number[] =>
  tableEntries(state.sittings).flatMap(([key, { attendanceErased, late }]) =>
    attendanceErased === null && !late && attendanceOver(state, Number(key), at) ? [Number(key)] : [],
  );

/** What the rule reads of a sitting. */
const sittings = fc.record({
  startsAt: fc.nat(60).map(day),
  closedAt: fc.option(fc.nat(60).map(day)),
  recess: fc.option(fc.nat(60).map(day)),
  resumed: fc.option(fc.nat(60).map(day)),
  late: fc.boolean(),
  attendanceErased: fc.option(fc.nat(900)),
});

const steps = fc.oneof(
  { weight: 6, arbitrary: fc.record({ sitting: fc.nat(12), as: sittings }) },
  { weight: 1, arbitrary: fc.record({ challengeDays: fc.nat(30) }) },
  // A batch that was not committed: the writer begins again with the state before it.
  { weight: 1, arbitrary: fc.record({ undone: fc.nat(12), as: sittings }) },
  { weight: 2, arbitrary: fc.record({ empty: fc.nat(12) }) },
);

test('what it finds is what the rule finds, whatever the book, the hour and the order; without those found empty since they changed', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(steps, fc.nat(100).map(day)), { maxLength: 40 }), (taken) => {
      const due = new AttendanceDue();
      let state: BodyState = { ...emptyState('node.example/villa'), statute: statuteOf(0, 10) };
      let empty = new Set<number>();
      const put = (from: BodyState, sitting: number, as: object): BodyState => ({
        ...from,
        sittings: tableSet(from.sittings, sitting, as as never),
      });
      for (const [index, [step, at]] of taken.entries()) {
        if ('sitting' in step) {
          state = put(state, step.sitting, step.as);
          empty.delete(step.sitting);
        } else if ('challengeDays' in step) {
          state = { ...state, statute: statuteOf(index, step.challengeDays) };
          empty = new Set();
        } else if ('undone' in step) {
          due.at(put(state, step.undone, step.as), at);
          due.clear();
          empty = new Set();
        } else {
          // Only what is due is ever looked at.
          if (!due.at(state, at).includes(step.empty)) continue;
          due.setEmpty(step.empty);
          empty.add(step.empty);
        }
        const expected = dueByRule(state, at).filter((sitting) => !empty.has(sitting));
        assert.deepEqual(due.at(state, at), expected);
      }
    }),
  );
});
