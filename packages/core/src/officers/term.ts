import type { BodyState, Enrolment } from '../state.ts';
import { tableGet, tableOf, tableSet } from '../table.ts';
import type { Time } from '../time.ts';
import type { Incoming } from './state.ts';

/**
 * The state as it is at that time: whoever was elected for a later term is in office from its first moment on, with no act
 * that says so. Until then those before them stay, though never beyond their own term.
 */
export function inOfficeAt(state: BodyState, at: Time): BodyState {
  const { incoming } = state;
  return incoming === null || at < incoming.from ? state : takeOffice(state, incoming);
}

/** All officers and all keys are replaced; those before may seal the election that replaced them. */
export function takeOffice(state: BodyState, { act, from, until, signaturesNeeded, keys }: Incoming): BodyState {
  let { served } = state;
  for (const { office, person } of keys) {
    const before = tableGet(served, office);
    const goesOn = before?.person === person;
    // Whoever fills a vacancy beside those who stay lengthens nobody's term: for them it is no further one.
    const terms = goesOn ? before.terms + (until > before.until ? 1 : 0) : 1;
    served = tableSet(served, office, { person, terms, until });
  }
  const officers = keys.map(({ office, ...officer }) => [office, { ...officer, from, until, act }] as const);
  return {
    ...state,
    officers: tableOf(officers),
    served,
    incoming: null,
    enrolment: { act, signaturesNeeded, keys, before: handingOver(state.enrolment) },
  };
}

/** Where recalls have left fewer keys than make a seal, all that are left hand over. */
function handingOver(enrolment: Enrolment | null): Enrolment['before'] {
  if (enrolment === null) return null;
  const { act, signaturesNeeded, keys } = enrolment;
  return { act, signaturesNeeded: Math.max(1, Math.min(signaturesNeeded, keys.length)), keys };
}

/** No officers have taken office yet, however many were recalled since: the founder convenes, with the founder's key. */
export const isFounding = ({ enrolment }: Pick<BodyState, 'enrolment'>): boolean =>
  enrolment === null || enrolment.before === null;
