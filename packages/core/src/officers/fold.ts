import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import type { BodyState } from '../state.ts';
import { tableEntries, tableGet, tableOf, tableSet } from '../table.ts';
import type { Time } from '../time.ts';
import { isFounding, takeOffice } from './term.ts';

/** Who holds that seat now; a member of a base is named by the act itself. */
const personIn = (state: BodyState, holder: string): string => tableGet(state.seats, holder)?.holder ?? holder;

export const officerFolds: Folds = {
  /** A new election replaces all officers and all keys (DESIGN section 4, Two signatures), when its term begins. */
  OfficersElected: (state, { data, index, at }) => {
    const { from, until, signaturesNeeded } = data;
    const keys = data.officers.map((officer) => ({ ...officer, person: personIn(state, officer.holder) }));
    // Taken over from the book before, in which they were attested or not: whoever holds that book asks there.
    const carried = state.predecessor !== null && state.sittings.size === 0 && isFounding(state);
    const attested = carried ? tableSet(state.attested, index, true) : state.attested;
    const incoming = { act: index, from, until, signaturesNeeded, keys };
    return from > at ? { ...state, incoming } : { ...takeOffice(state, incoming), attested };
  },

  OfficerRecalled: (state, { data, index }) => vacated(state, data, index),
  OfficerResigned: (state, { data, index }) => vacated(state, data, index),

  OfficerKeyReplaced: (state, { data }) => rekeyed(state, data),
  OfficerKeyRestored: (state, { data }) => rekeyed(state, data),

  OfficerKeyReportedLost: (state, { data, index }) => ({
    ...state,
    keyReports: tableSet(state.keyReports, index, { ...data, under: state.enrolment?.act ?? -1 }),
  }),

  OfficerKeyLossConfirmed: (state, { data, index }) => ({
    ...state,
    keyLosses: tableSet(state.keyLosses, actKey(data.below, data.report), index),
  }),
};

function rekeyed(
  state: BodyState,
  { office, newKey }: { readonly office: string; readonly newKey: string },
): BodyState {
  const officer = known(tableGet(state.officers, office), `the office ${office}`);
  const enrolment = known(state.enrolment, 'an enrolment of keys');
  const keys = enrolment.keys.map((one) => (one.office === office ? { ...one, key: newKey } : one));
  return {
    ...state,
    officers: tableSet(state.officers, office, { ...officer, key: newKey }),
    enrolment: { ...enrolment, keys },
  };
}

/** Powers and key end with the act. The body must elect, by the day that the act says. */
function vacated(
  state: BodyState,
  { office, due }: { readonly office: string; readonly due: Time },
  act: number,
): BodyState {
  const { enrolment } = state;
  const keys = enrolment?.keys.filter((key) => key.office !== office) ?? [];
  return {
    ...oblige(state, act, { matters: ['election'], due }),
    officers: tableOf(tableEntries(state.officers).filter(([held]) => held !== office)),
    enrolment: enrolment === null ? null : { ...enrolment, keys },
  };
}
