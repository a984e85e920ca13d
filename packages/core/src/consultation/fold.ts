import { firstBook } from '../affiliation/lineage.ts';
import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { resolutionKey } from '../resolution/state.ts';
import type { BodyState, Consultation } from '../state.ts';
import { emptyTable, tableGet, tableSet } from '../table.ts';

export const consultationFolds: Folds = {
  ConsultationIssued: (state, { data, index, at }) => {
    const key = resolutionKey(data);
    const resolution = known(tableGet(state.resolutions, key), `the resolution ${key}`);
    return {
      ...state,
      resolutions: tableSet(state.resolutions, key, { ...resolution, consultation: index }),
      consultations: tableSet(state.consultations, index, {
        ...data,
        issuedAt: at,
        answers: emptyTable(),
        closed: null,
      }),
    };
  },

  /** In the base's own book; a later answer replaces an earlier one. */
  ConsultationAnswered: (state, { data, index, at }) => {
    const { vote: _vote, consultation, ...answer } = data;
    const key = actKey(consultation.book, consultation.index);
    const before = tableGet(state.answers, key) ?? null;
    return { ...state, answers: tableSet(state.answers, key, { ...answer, act: index, at, before }) };
  },

  AnswerReceived: (state, { data, index }) => {
    const { consultation: number, below, ...answer } = data;
    const consultation = consultationOf(state, number);
    const answers = tableSet(consultation.answers, firstBook(below), { ...answer, act: index });
    return { ...state, consultations: tableSet(state.consultations, number, { ...consultation, answers }) };
  },

  ConsultationClosed: (state, { data, index }) => {
    const consultation = consultationOf(state, data.consultation);
    const closed = { act: index, outcome: data.outcome };
    return { ...state, consultations: tableSet(state.consultations, data.consultation, { ...consultation, closed }) };
  },
};

const consultationOf = (state: BodyState, index: number): Consultation =>
  known(tableGet(state.consultations, index), `the consultation ${index}`);
