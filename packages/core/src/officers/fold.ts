import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import type { BodyState, Enrolment } from '../state.ts';
import { tableGet, tableOf, tableSet } from '../table.ts';

/** Who holds that seat now; a member of a base is named by the act itself. */
const personIn = (state: BodyState, holder: string): string => tableGet(state.seats, holder)?.holder ?? holder;

function withoutBefore(enrolment: Enrolment | null): Enrolment['before'] {
  if (enrolment === null) return null;
  const { act, signaturesNeeded, keys } = enrolment;
  return { act, signaturesNeeded, keys };
}

export const officerFolds: Folds = {
  /** A new election replaces all officers and all keys (DESIGN section 4, Two signatures). */
  OfficersElected: (state, { data, index }) => {
    const { from, until, signaturesNeeded } = data;
    const keys = data.officers.map((officer) => ({ ...officer, person: personIn(state, officer.holder) }));
    // Taken over from the book before, in which they were attested or not: whoever holds that book asks there.
    const carried = state.predecessor !== null && state.sittings.size === 0 && state.enrolment?.before === null;
    const officers = keys.map(({ office, ...officer }) => [office, { ...officer, from, until, act: index }] as const);
    return {
      ...state,
      officers: tableOf(officers),
      attested: carried ? tableSet(state.attested, index, true) : state.attested,
      enrolment: { act: index, signaturesNeeded, keys, before: withoutBefore(state.enrolment) },
    };
  },

  OfficerKeyReplaced: (state, { data }) => {
    const officer = known(tableGet(state.officers, data.office), `the office ${data.office}`);
    const enrolment = known(state.enrolment, 'an enrolment of keys');
    const keys = enrolment.keys.map((one) => (one.office === data.office ? { ...one, key: data.newKey } : one));
    return {
      ...state,
      officers: tableSet(state.officers, data.office, { ...officer, key: data.newKey }),
      enrolment: { ...enrolment, keys },
    };
  },
};
