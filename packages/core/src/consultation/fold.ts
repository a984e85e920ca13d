import { firstBook, hasLeft } from '../affiliation/lineage.ts';
import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { resolutionKey } from '../resolution/state.ts';
import type { BodyState, Consultation } from '../state.ts';
import { emptyTable, tableGet, tableSet } from '../table.ts';

export const consultationFolds: Folds = {
  ConsultationIssued: (state, { data, index, at }) => {
    const key = resolutionKey(data);
    const { list, ...asked } = data;
    const resolution = known(tableGet(state.resolutions, key), `the resolution ${key}`);
    return {
      ...state,
      resolutions: tableSet(state.resolutions, key, { ...resolution, consultation: index }),
      consultations: tableSet(state.consultations, index, {
        ...asked,
        throughTiers: list !== undefined,
        reopened: [],
        challengedBy: [],
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
    const gone = hasLeft(state);
    const said = { ...answer, act: index, at, before, ...(gone.length === 0 ? {} : { gone }) };
    return { ...state, answers: tableSet(state.answers, key, said) };
  },

  AnswerReceived: (state, { data, index }) => {
    const { consultation: number, below, path: _path, ...answer } = data;
    const consultation = consultationOf(state, number);
    const answers = tableSet(consultation.answers, firstBook(below), { ...answer, act: index });
    return { ...state, consultations: tableSet(state.consultations, number, { ...consultation, answers }) };
  },

  ConsultationClosed: (state, { data, index, at }) => {
    const consultation = consultationOf(state, data.consultation);
    const closed = { act: index, at, outcome: data.outcome };
    const done = { ...consultation, closed, reopened: [] };
    return { ...state, consultations: tableSet(state.consultations, data.consultation, done) };
  },

  /** What the bases had decided is suspended until the one answer is in again and the consultation closed anew. */
  ConsultationChallenged: (state, { data, index }) => {
    const consultation = consultationOf(state, data.consultation);
    const key = resolutionKey(consultation);
    const resolution = known(tableGet(state.resolutions, key), `the resolution ${key}`);
    const { below, until } = data;
    const reopened = [...consultation.reopened, { below: firstBook(below), act: index, until }];
    const challengedBy = [...consultation.challengedBy, firstBook(below)];
    return {
      ...state,
      resolutions: tableSet(state.resolutions, key, { ...resolution, status: 'suspended' }),
      consultations: tableSet(state.consultations, data.consultation, {
        ...consultation,
        closed: null,
        reopened,
        challengedBy,
      }),
    };
  },
};

const consultationOf = (state: BodyState, index: number): Consultation =>
  known(tableGet(state.consultations, index), `the consultation ${index}`);
