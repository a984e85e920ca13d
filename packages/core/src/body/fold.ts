import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { tableSet } from '../table.ts';

export const bodyFolds: Folds = {
  BodyFounded: (state, { data, at, index }) => {
    const { holder, key } = data.convener;
    const keys = [{ office: 'convener', holder, person: holder, key }];
    return {
      ...state,
      body: { ...data, foundedAt: at, proven: null, dissolved: null, provenBy: null },
      attested: tableSet(state.attested, index, true),
      enrolment: { act: index, signaturesNeeded: 1, keys, before: null },
    };
  },

  /** Only what a book begins with says where it comes from. */
  BookSucceeded: (state, { data, index }) =>
    index === 0 ? { ...state, predecessor: { book: data.predecessor, size: data.size, root: data.root } } : state,

  FoundingWitnessed: (state, { data, index }) => ({
    ...state,
    foundingsWitnessed: tableSet(state.foundingsWitnessed, data.founding.book, index),
  }),

  BodyProven: (state, { data, index }) => {
    const provenBy = { minutes: data.minutes, witnesses: data.witnesses.map(({ book }) => book) };
    return { ...state, body: { ...known(state.body, 'its founding'), proven: index, provenBy } };
  },

  BodySplit: (state, { data: { vote: _vote, ...split }, index }) => ({
    ...state,
    body: { ...known(state.body, 'its founding'), split: { act: index, ...split } },
  }),

  TerritoryDrawn: (state, { data: { geojson }, index }) => ({
    ...state,
    body: { ...known(state.body, 'its founding'), territory: { act: index, ...geojson } },
  }),

  BodyDissolved: (state, { index }) => ({
    ...state,
    body: { ...known(state.body, 'its founding'), dissolved: index },
  }),

  StatuteAdopted: (state, { data, index, at }) => ({
    ...state,
    statute: {
      act: index,
      rules: data.statute,
      ...(data.vote === undefined ? {} : { vote: data.vote }),
      ...(state.statute === null ? {} : { before: state.statute.rules }),
    },
    statutes: tableSet(state.statutes, index, {
      at,
      vote: data.vote ?? null,
      waitingDays: data.statute.roll.waitingDays,
    }),
  }),
};
