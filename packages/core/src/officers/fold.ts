import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState } from '../state.ts';
import { tableGet, tableOf, tableSet } from '../table.ts';

/** Who holds that seat now; a member of a base is named by the act itself. */
const personIn = (state: BodyState, holder: string): string => tableGet(state.seats, holder)?.holder ?? holder;

export const officerFolds: Folds = {
  /** A new election replaces all officers and all keys (DESIGN section 4, Two signatures). */
  OfficersElected: (state, { data, index }) => ({
    ...state,
    officers: tableOf(
      data.officers.map(({ office, holder, key }) => [
        office,
        { holder, person: personIn(state, holder), key, from: data.from, until: data.until, act: index },
      ]),
    ),
    enrolment: { act: index, signaturesNeeded: data.signaturesNeeded },
  }),

  OfficerKeyReplaced: (state, { data }) => {
    const officer = known(tableGet(state.officers, data.office), `the office ${data.office}`);
    return { ...state, officers: tableSet(state.officers, data.office, { ...officer, key: data.newKey }) };
  },
};
