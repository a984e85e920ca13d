import { actKey } from '../delegation/seat-key.ts';
import type { Folds } from '../fold.ts';
import { known } from '../fold.ts';
import { oblige } from '../sitting/obligation.ts';
import type { BodyState } from '../state.ts';
import { tableEntries, tableGet, tableOf, tableSet } from '../table.ts';
import type { Time } from '../time.ts';
import { isByTurn, isFounding, takeOffice } from './term.ts';

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
    const incoming = { act: index, vote: data.vote, from, until, signaturesNeeded, keys };
    const next = from > at ? { ...state, incoming } : { ...takeOffice(state, incoming), attested };
    const { body } = state;
    return body === null || body.startedAt !== undefined ? next : { ...next, body: { ...body, startedAt: at } };
  },

  /** In a book that goes on from another the term may have begun when this is taken over. */
  OfficerRecalled: (state, { data, index }) =>
    data.later === true && state.incoming !== null ? neverTaken(state, data, index) : vacated(state, data, index),
  OfficerResigned: (state, { data, index }) => vacated(state, data, index),

  OfficerKeyReplaced: (state, { data }) => rekeyed(state, data),
  OfficerKeyRestored: (state, { data }) => rekeyed(state, data),

  OfficeTurnTaken: (state, { data, index }) => {
    const { office, holder, key, turn, from, until } = data;
    const person = personIn(state, holder);
    return {
      ...withoutKey(state, office),
      officers: tableSet(state.officers, office, { holder, person, key, from, until, act: index }),
      turns: tableSet(state.turns, office, { turn, holder, place: null, act: index, key }),
    };
  },

  OfficeTurnDeclined: (state, { data: { office, turn, place = null, body, holder }, index }) => ({
    ...state,
    turns: tableSet(state.turns, office, { turn, holder: body ?? holder ?? null, place, act: index, key: null }),
  }),

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
  const after = withoutKey(state, office);
  const officers = tableOf(tableEntries(state.officers).filter(([held]) => held !== office));
  // Where the next in turn takes the office, nobody is elected to it.
  if (isByTurn(state, office)) return { ...after, officers };
  return { ...oblige(after, act, { matters: ['election'], due, office }), officers };
}

/** Where nobody is left of those elected for later, those before them stay, though never beyond their own term. */
function neverTaken(
  state: BodyState,
  { office, due }: { readonly office: string; readonly due: Time },
  act: number,
): BodyState {
  const incoming = known(state.incoming ?? undefined, 'an election for a later term');
  const keys = incoming.keys.filter((key) => key.office !== office);
  const left = keys.length === 0 ? null : { ...incoming, keys };
  return { ...oblige(state, act, { matters: ['election'], due, office }), incoming: left };
}

function withoutKey(state: BodyState, office: string): BodyState {
  const { enrolment } = state;
  if (enrolment === null) return state;
  return { ...state, enrolment: { ...enrolment, keys: enrolment.keys.filter((key) => key.office !== office) } };
}
