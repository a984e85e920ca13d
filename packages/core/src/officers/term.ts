import type { BodyState, Enrolment } from '../state.ts';
import { tableEntries, tableGet, tableOf, tableSet } from '../table.ts';
import type { Time } from '../time.ts';
import { attestedBefore } from './attested.ts';
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
export function takeOffice(state: BodyState, incoming: Incoming): BodyState {
  const { act, vote, from, until, signaturesNeeded, keys } = incoming;
  let { served } = state;
  for (const { office, person } of keys) {
    const before = tableGet(served, office);
    const goesOn = before?.person === person;
    // Whoever fills a vacancy beside those who stay lengthens nobody's term: for them it is no further one.
    const terms = goesOn ? before.terms + (until > before.until ? 1 : 0) : 1;
    served = tableSet(served, office, { person, terms, until });
  }
  const staying = tableEntries(state.officers).filter(
    ([office, officer]) =>
      isByTurn(state, office) && from < officer.until && !keys.some((elected) => elected.office === office),
  );
  const stayingKeys = state.enrolment?.keys.filter(({ office }) => staying.some(([stays]) => stays === office)) ?? [];
  const officers = keys.map(({ office, ...officer }) => [office, { ...officer, from, until, act }] as const);
  return {
    ...state,
    officers: tableOf([...officers, ...staying]),
    served,
    incoming: null,
    attestedBefore: attestedBefore(state, { act, at: from > state.at ? from : state.at }),
    enrolment: {
      act,
      ...(vote === undefined ? {} : { vote }),
      signaturesNeeded,
      keys: [...keys, ...stayingKeys],
      before: handingOver(state.enrolment),
    },
  };
}

/** Is whoever holds that office there by turn? Then an election of the others does not end it. */
export function isByTurn({ officers, turns }: Pick<BodyState, 'officers' | 'turns'>, office: string): boolean {
  const turn = tableGet(turns, office);
  return turn !== undefined && turn.key !== null && tableGet(officers, office)?.act === turn.act;
}

/** In a fold: whoever took a turn may sign from now on, because those who were officers already have sealed it. */
export function enrolTurn(state: BodyState, sealed: number): BodyState {
  const { enrolment } = state;
  const [office, turn] = tableEntries(state.turns).find(([, { act }]) => act === sealed) ?? [];
  const officer = office === undefined ? undefined : tableGet(state.officers, office);
  if (enrolment === null || office === undefined || turn?.key == null || officer?.act !== sealed) return state;
  const { holder, person } = officer;
  const keys = [...enrolment.keys.filter((one) => one.office !== office), { office, holder, person, key: turn.key }];
  return { ...state, enrolment: { ...enrolment, keys } };
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

/** Whoever was elected to that office for a term that has not begun. */
export function electedFor({ incoming }: Pick<BodyState, 'incoming'>, office: string) {
  const found = incoming?.keys.find((one) => one.office === office);
  return incoming === null || found === undefined ? undefined : { holder: found.holder, from: incoming.from };
}
