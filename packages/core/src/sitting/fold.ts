import type { ActData } from '../catalogue/acts.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { unchallenged } from '../resolution/state.ts';
import type { BodyState, Resolution, Sitting } from '../state.ts';
import { tableGet, tableSet } from '../table.ts';
import { noteLate, noteRecorded } from './irregular.ts';
import { answerObligations } from './obligation.ts';

export const sittingFolds: Folds = {
  SittingConvened: (state, { data, index, at }) => ({
    ...answerObligations(state, data.answers ?? [], index),
    activeSittings: [...state.activeSittings, index],
    sittings: tableSet(state.sittings, index, {
      ...convened,
      kind: data.kind,
      place: data.place,
      convenedAt: at,
      startsAt: data.startsAt,
      notice: data.notice,
      roll: data.roll.size,
      ...(data.joint === undefined ? {} : { joint: data.joint }),
      chair: data.chair === undefined ? null : { holder: data.chair, person: personIn(state, data.chair) },
    }),
  }),

  TellersAppointed: (state, { data }) => changed(state, data.sitting, { tellers: data.tellers }),

  PresenceCounted: (state, { data }) => {
    const before = sittingOf(state, data.sitting).counted?.disputed ?? 0;
    return changed(state, data.sitting, {
      present: data.present ?? null,
      counted: { round: data.round, disputed: data.agreed ? 0 : before + 1 },
      ...(data.quorum === undefined ? {} : { challenged: false, lost: data.quorum.met ? null : data.quorum }),
    });
  },

  /** Of a hall with slips the quorum says how many of those who are there belong to the body. */
  SittingOpened: (state, { data, index, at }) => {
    const { slips, present } = sittingOf(state, data.sitting);
    return changed(state, data.sitting, {
      opened: { act: index, at, call: data.call, quorum: data.quorum },
      present: slips === null ? data.quorum.present : present,
    });
  },

  IrregularityRecorded: (state, { data, index }) => {
    const sitting = sittingOf(state, data.sitting);
    const noted = { ...state, ...noteRecorded(state, index, data) };
    return changed(noted, data.sitting, { irregularities: [...sitting.irregularities, index] });
  },

  SittingClosed: (state, { data, at }) => ({
    ...changed(state, data.sitting, { closedAt: at }),
    activeSittings: state.activeSittings.filter((active) => active !== data.sitting),
  }),

  MinutesApproved: (state, { data, index, at }) => ({
    ...changed(state, data.sitting, { minutes: index, minutesAt: at }),
    minutes: tableSet(state.minutes, index, data.sitting),
  }),

  SittingEnteredLate: (state, { data, index, at }) => {
    const sitting: Sitting = {
      ...convened,
      kind: 'ordinary',
      place: data.place,
      convenedAt: data.heldAt,
      startsAt: data.heldAt,
      present: data.quorum.present,
      opened: { act: index, at: data.heldAt, call: data.call, quorum: data.quorum },
      closedAt: at,
      irregularities: data.decisions.some(({ irregularities }) => irregularities.length > 0) ? [index] : [],
      late: true,
      ...answeredIn(data.decisions),
    };
    let resolutions = state.resolutions;
    data.decisions.forEach((decision, number) => {
      if (decision.effect === 'none' || decision.effect === 'answer') return;
      const resolution: Resolution = {
        motion: null,
        sitting: index,
        vote: null,
        matter: decision.matter,
        title: decision.title,
        textHash: decision.textHash,
        status: decision.effect,
        adoptedAt: at,
        pactWith: null,
        lifts: null,
        consultation: null,
        ...unchallenged,
        hasActed: true,
      };
      resolutions = tableSet(resolutions, `${index}.${number + 1}`, resolution);
    });
    return {
      ...state,
      ...noteLate(state, index, data.decisions),
      resolutions,
      sittings: tableSet(state.sittings, index, sitting),
    };
  },
};

function answeredIn(decisions: ActData<'SittingEnteredLate'>['decisions']): Pick<Sitting, 'answered'> {
  const answered = decisions.flatMap(({ effect, answers, textHash, yes, no, abstain, outcome }, position) =>
    answers === undefined || effect !== 'answer'
      ? []
      : [{ decision: position + 1, answers, textHash, yes, no, abstain, outcome }],
  );
  return answered.length === 0 ? {} : { answered };
}

const convened = {
  notice: [],
  named: [],
  roll: 0,
  tellers: [],
  present: null,
  counted: null,
  opened: null,
  crowd: null,
  closedAt: null,
  irregularities: [],
  motions: [],
  debatesEnded: [],
  minutes: null,
  late: false,
  calledOff: false,
  attendanceErased: null,
  recess: null,
  resumed: null,
  challengedItems: [],
  challenged: false,
  lost: null,
  agenda: null,
  taken: [],
  objections: [],
  minutesAt: null,
  corrections: [],
  chair: null,
  slips: null,
  presidium: [],
} as const;

/** Who holds that seat now; a member of a base is named by the act itself. */
const personIn = (state: BodyState, holder: string): string => tableGet(state.seats, holder)?.holder ?? holder;

const sittingOf = (state: BodyState, index: number): Sitting =>
  known(tableGet(state.sittings, index), `the sitting ${index}`);

const changed = (state: BodyState, index: number, change: Partial<Sitting>): BodyState => ({
  ...state,
  sittings: tableSet(state.sittings, index, { ...sittingOf(state, index), ...change }),
});
