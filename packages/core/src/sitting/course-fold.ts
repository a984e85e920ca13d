import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Sitting } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import { irregularKey } from './irregular.ts';
import { oblige } from './obligation.ts';

/** What happens between a sitting's opening and its approved minutes. */
export const courseFolds: Folds = {
  /** It is open as it would be after an opening, without a quorum. */
  CrowdEstimated: (state, { data: { sitting, ...crowd }, index, at }) =>
    changed(state, sitting, () => ({
      crowd,
      opened: { act: index, at, call: 'first', quorum: { needed: 0, present: 0, met: false } },
    })),

  AttendanceErased: (state, { data, index }) => changed(state, data.sitting, () => ({ attendanceErased: index })),

  /** Who was there has to be counted again. */
  SittingRecessed: (state, { data }) =>
    changed(state, data.sitting, ({ counted }) => ({
      recess: data.until,
      present: null,
      counted: counted === null ? null : { ...counted, disputed: 0 },
    })),

  SittingResumed: (state, { data, at }) =>
    changed(state, data.sitting, ({ recess, slips, present }) => ({
      recess: null,
      resumed: recess ?? at,
      present: slips === null ? data.quorum.present : present,
      challenged: false,
      lost: data.quorum.met ? null : data.quorum,
    })),

  QuorumChallenged: (state, { data: { sitting: index, item, quorum } }) =>
    changed(state, index, ({ challengedItems, lost }) => ({
      challengedItems: [...challengedItems, item],
      challenged: quorum === undefined,
      lost: quorum === undefined || quorum.met ? lost : quorum,
    })),

  PresidiumElected: (state, { data }) =>
    changed(state, data.sitting, () => ({
      presidium: data.holders.map((one) => ({ ...one, person: personIn(state, one.holder) })),
    })),

  PresidiumRecalled: (state, { data }) =>
    changed(state, data.sitting, ({ presidium }) => ({
      presidium: presidium.filter(({ office }) => office !== data.office),
    })),

  AgendaChanged: (state, { data }) => changed(state, data.sitting, () => ({ agenda: data.order })),

  ItemTaken: (state, { data }) => changed(state, data.sitting, ({ taken }) => ({ taken: [...taken, data.item] })),

  /** A motion of which somebody asks for a count is not acclaimed. */
  ObjectionRecorded: (state, { data: { sitting: index, act: on, asksForCount }, index: act }) => {
    const minuted = changed(state, index, ({ objections }) => ({
      objections: [...objections, { act, on, asksForCount }],
    }));
    const motion = tableGet(state.motions, on);
    if (motion === undefined || !asksForCount) return minuted;
    return { ...minuted, motions: tableSet(state.motions, on, { ...motion, countAsked: true }) };
  },

  ThreatRecorded: (state, { data, index }) => {
    const key = irregularKey(data);
    return { ...state, threats: tableSet(state.threats, key, [...(tableGet(state.threats, key) ?? []), index]) };
  },

  StatuteReviewOpened: (state, { data, index }) => ({
    ...oblige(state, index, data),
    reviews: tableSet(state.reviews, irregularKey(data), index),
  }),

  MinutesCorrected: (state, { data, index }) => {
    const sitting = known(tableGet(state.minutes, data.minutes), `the minutes ${data.minutes}`);
    return changed(state, sitting, ({ corrections }) => ({ corrections: [...corrections, index] }));
  },
};

/** Who holds that seat now; a member of a base is named by the act itself. */
const personIn = (state: BodyState, holder: string): string => tableGet(state.seats, holder)?.holder ?? holder;

function changed(state: BodyState, index: number, change: (sitting: Sitting) => Partial<Sitting>): BodyState {
  const sitting = known(tableGet(state.sittings, index), `the sitting ${index}`);
  return { ...state, sittings: tableSet(state.sittings, index, { ...sitting, ...change(sitting) }) };
}
