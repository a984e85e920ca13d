import { accept } from '../decision.ts';
import { findingFor, type NeedOf } from '../facts.ts';
import type { Handler } from '../handler.ts';
import { refuse } from '../refusal.ts';
import type { BodyState, Sitting } from '../state.ts';
import { challengeDays, statuteOf } from '../statute/quorum.ts';
import { tableEntries, tableGet } from '../table.ts';
import { later, plusDays, type Time } from '../time.ts';

/**
 * From when on nobody reads any more who was there: the challenge period after the closing. Of a sitting that nobody has
 * closed it runs from the day on which it began or last went on, or was to: forgetting to close keeps nobody on a list.
 */
export function attendanceEnds(state: BodyState, { closedAt, startsAt, resumed, recess }: Sitting): Time | null {
  const rules = statuteOf(state);
  if (rules === null) return null;
  return plusDays(closedAt ?? later(startsAt, recess ?? resumed ?? startsAt), challengeDays(rules));
}

/** It runs out by itself, whether or not anybody has deleted it yet; a longer period brings nothing back. */
export function attendanceOver(state: BodyState, index: number, at: Time): boolean {
  const sitting = tableGet(state.sittings, index);
  if (sitting === undefined) return false;
  const ends = attendanceEnds(state, sitting);
  return sitting.attendanceErased !== null || (ends !== null && at >= ends);
}

/** Names go, the count and a commitment stay (DESIGN section 7). What was voted does not hang on it: receipts verify as before. */
export const eraseAttendance: Handler<'EraseAttendance'> = {
  needs: (_ask, { sitting }) => [leftNeed(sitting)],
  decide({ state, at, evidence }, { sitting: index }) {
    const sitting = tableGet(state.sittings, index);
    if (sitting === undefined) return refuse('not-found', 'publicity', { needed: `SittingConvened ${index}` });
    const ends = attendanceEnds(state, sitting);
    if (ends === null) return refuse('body-not-founded', 'founding');
    if (at < ends) return refuse('too-early', 'challenge', { needed: ends, present: at });
    if (sitting.attendanceErased !== null)
      return refuse('already-erased', 'publicity', { present: sitting.attendanceErased });
    const left = findingFor(evidence, leftNeed(index)).found;
    if (left === null || (left.count === 0 && left.spoke === 0))
      return refuse('nothing-disclosed', 'publicity', { needed: index });
    const by = { office: 'statute', article: 'publicity' };
    const { count } = left;
    // In an assembly of delegates the book has the seats; only who spoke is deleted, of which the debate's own act has the number.
    return accept(
      count === 0 ? [] : [{ act: 'AttendanceErased', by, data: { sitting: index, count, root: left.root } }],
      [{ record: 'attendance-erased', sitting: index, lists: electorates(state, index) }],
    );
  },
};

/** Lists of those who could vote in that sitting: they say who was there. */
const electorates = (state: BodyState, sitting: number): readonly string[] => [
  ...new Set(
    tableEntries(state.votes).flatMap(([, vote]) =>
      vote.sitting === sitting && vote.electorate.root !== '' ? [vote.electorate.root] : [],
    ),
  ),
];

const leftNeed = (sitting: number): NeedOf<'attendance-left'> => ({ fact: 'attendance-left', sitting });
