import type { Judgement } from '../accounts/state.ts';
import { sealersOf, sealingKey } from '../authority.ts';
import type { ActName } from '../catalogue/acts.ts';
import type { Context } from '../decision.ts';
import { inOfficeAt, isFounding } from '../officers/term.ts';
import { type Refused, refuse } from '../refusal.ts';
import type { BodyState, Enrolment } from '../state.ts';
import { emptyTable, type Table, tableEntries, tableGet, tableHas, tableValues } from '../table.ts';

type Ask = Pick<Context, 'state' | 'actor' | 'at'>;
type Sealers = NonNullable<Enrolment['before']>;
interface OfficeKey {
  readonly office: string;
  readonly key: string;
}

/** May this person sign that act now, and as what? `SignAct` asks this, and so does whoever offers an act to be signed. */
export function sealerOf(
  ask: Ask,
  index: number,
): { readonly ok: true; readonly signer: OfficeKey; readonly sealers: Sealers } | Refused {
  const state = inOfficeAt(ask.state, ask.at);
  const signer = sealingKey(ask, index);
  const sealers = sealersOf(state, index);
  if (index >= state.size) return refuse('not-found', 'seals', { needed: index, present: state.size });
  const sealedBy = tableGet(state.sealed, index);
  if (sealedBy !== undefined) return refuse('already-sealed', 'seals', { present: sealedBy });
  if (signer === null || sealers === null) return refuse('not-allowed', 'seals', { needed: sealingOffices(sealers) });
  // Signatures kept under a report are over the new key, not over the act.
  if (tableHas(state.keyReports, index)) return refuse('not-allowed', 'seals', { needed: 'RestoreOfficerKey' });
  return { ok: true, signer, sealers };
}

/** Whose signatures count on that act: an election is signed by those whom it replaces. */
const sealingOffices = (sealers: Sealers | null): string =>
  sealers === null || sealers.keys.length === 0 ? 'officer' : sealers.keys.map(({ office }) => office).join(' | ');

type Signed = OfficeKey & { readonly signature: string };

/** One signature of each office, by the key that is enrolled for it now. */
export function signaturesThatCount(
  enrolled: readonly OfficeKey[],
  given: readonly Signed[],
): readonly Pick<Signed, 'office' | 'key' | 'signature'>[] {
  const keys = new Map(enrolled.map((one) => [one.office, one.key]));
  const byOffice = new Map<string, Signed>();
  for (const { office, key, signature } of given)
    if (keys.get(office) === key) byOffice.set(office, { office, key, signature });
  return [...byOffice.values()];
}

/** An act that waits for this person's signature, the key that must sign, and all the keys that may. */
export interface ActToSeal extends OfficeKey {
  readonly index: number;
  readonly act: ActName;
  readonly needed: number;
  readonly sealers: readonly OfficeKey[];
}

/**
 * Acts that this person can sign now and that wait for it, the newest first: those which take effect elsewhere only with a
 * seal, and the election that an outgoing officer hands over. What a later act has replaced, or whose term is over,
 * waits for nobody. For whoever holds no key nothing is looked through.
 */
export function actsToSeal(asked: Ask): readonly ActToSeal[] {
  const ask = { ...asked, state: inOfficeAt(asked.state, asked.at) };
  const { state } = ask;
  const now = enrolledKey(ask) === null ? [] : standing(ask);
  const election = (index: number) => ({ act: 'OfficersElected', index }) as const;
  const { enrolment, incoming } = state;
  const handover = enrolment === null || isFounding(state) ? [] : [election(enrolment.act)];
  const waiting = incoming === null ? [] : [election(incoming.act)];
  return [...now, ...handover, ...waiting]
    .filter(({ index }) => !tableHas(state.sealed, index))
    .sort((a, b) => b.index - a.index)
    .flatMap(({ act, index }) => {
      const may = sealerOf(ask, index);
      if (!may.ok) return [];
      return [{ index, act, ...may.signer, needed: may.sealers.signaturesNeeded, sealers: may.sealers.keys }];
    });
}

/** The key that is enrolled for this person's office and would seal the next act. */
export const enrolledKey = (ask: Ask): OfficeKey | null => sealingKey(ask, ask.state.size);

/** Acts of each sealed row of the catalogue that still stand, out of the tables that hold them anyway. */
export const sealedKinds: Readonly<Partial<Record<ActName, (ask: Pick<Ask, 'state' | 'at'>) => readonly number[]>>> = {
  FoundingWitnessed: ({ state }) => tableValues(state.foundingsWitnessed),
  AffiliationRequested: ({ state }) => tableValues(state.requests),
  AffiliationEnded: ({ state }) => endsByVote(state),
  RollCounted: ({ state }) => lastOf(state.rollCounts),
  RollAuditOrdered: ({ state }) => tableEntries(state.auditOrders).map(([index]) => Number(index)),
  RollAudited: ({ state }) => lastOf(state.rollAudits),
  BodySplit: ({ state }) => [state.body?.split?.act ?? []].flat(),
  CommitteeFormed: ({ state }) => tableValues(state.committees).map(({ act }) => act),
  CommitteeEnded: ({ state }) => tableValues(state.committees).flatMap(({ ended }) => ended ?? []),
  CommitteeReported: ({ state }) => [state.body?.charter?.reported ?? []].flat(),
  BodyDissolved: ({ state }) => [state.body?.dissolved ?? []].flat(),
  DelegatesElected: ({ state, at }) => standingElections(state, at).filter((index) => inTime(state, index, at)),
  MandateGiven: ({ state }) => mandateActs(state, false),
  MandateDivided: ({ state }) => mandateActs(state, true),
  DelegateRecalled: ({ state }) => withdrawals(state, false),
  OfficeTurnTaken: ({ state }) => tableValues(state.turns).flatMap(({ act, key }) => (key === null ? [] : [act])),
  SeatVacated: ({ state }) => withdrawals(state, true),
  MotionForwarded: ({ state }) => tableEntries(state.forwarded).map(([index]) => Number(index)),
  MotionAnswered: ({ state }) => tableValues(state.received).flatMap(({ answers }) => answers.at(-1)?.act ?? []),
  MinutesApproved: ({ state }) => tableEntries(state.minutes).map(([index]) => Number(index)),
  PassKeyNamed: ({ state, at }) =>
    tableEntries(state.passKeys).flatMap(([index, { until, withdrawn }]) =>
      withdrawn === null && at < until ? [Number(index)] : [],
    ),
  MeasureJoined: ({ state }) => tableValues(state.measuresJoined).map(({ act }) => act),
  ChallengeRaised: ({ state }) => tableValues(state.challengesRaised).map(({ act }) => act),
  MinutesCorrected: ({ state }) => tableValues(state.sittings).flatMap(({ corrections }) => corrections),
  OfficerKeyLossConfirmed: ({ state }) =>
    tableEntries(state.keyLosses).flatMap(([key, act]) => (key.startsWith(`${state.origin}#`) ? [] : [act])),
  ElectionAttested: ({ state }) => tableValues(state.electionsAttested).map(({ act }) => act),
  SittingAsked: ({ state }) => tableValues(state.asks).flatMap((asks) => asks.map(({ act }) => act)),
  CommitteeAccountsJudged: ({ state }) =>
    tableValues(state.accounts.judgements ?? emptyTable<Judgement>()).map(({ act }) => act),
  LotOffered: ({ state }) =>
    tableEntries(state.supply.offers).flatMap(([index, { state: now }]) => (now === 'open' ? [Number(index)] : [])),
  LotAccepted: ({ state }) => offersAnswered(state, true),
  LotDeclined: ({ state }) => offersAnswered(state, false),
  ConsultationAnswered: ({ state }) => tableValues(state.answers).map(({ act }) => act),
};

const offersAnswered = ({ supply }: BodyState, accepted: boolean): readonly number[] =>
  tableValues(supply.offersAnswered).flatMap((answer) => (answer.accepted === accepted ? [answer.act] : []));

const lastOf = (table: Table<unknown>): readonly number[] =>
  tableEntries(table)
    .slice(-1)
    .map(([index]) => Number(index));

/** What was only shown here is sealed in the other body's book. */
const endsByVote = ({ left, affiliates }: BodyState): readonly number[] =>
  [...tableValues(left), ...tableValues(affiliates).flatMap(({ ended }) => ended ?? [])].flatMap(({ act, shown }) =>
    shown ? [] : [act],
  );

const standing = (ask: Ask): readonly { readonly act: ActName; readonly index: number }[] =>
  Object.entries(sealedKinds).flatMap(([act, indexes]) =>
    indexes(ask).map((index) => ({ act: act as ActName, index })),
  );

const mandateActs = ({ mandates }: BodyState, isDivided: boolean): readonly number[] =>
  tableValues(mandates)
    .filter(({ divided }) => (divided !== undefined) === isDivided)
    .map(({ act }) => act);

const withdrawals = ({ recallsAbove }: BodyState, areVacancies: boolean): readonly number[] =>
  tableValues(recallsAbove)
    .flat()
    .flatMap(({ act, vacated }) => ((vacated === true) === areVacancies ? [act] : []));

/** Of each seat the last one that has begun, and those for a later term; one election may have filled several seats. */
const standingElections = ({ seatsAbove, elections }: BodyState, at: string): readonly number[] => [
  ...new Set(
    tableValues(seatsAbove).flatMap((acts) => {
      const begun = acts.findLastIndex((act) => at >= (tableGet(elections, act)?.from ?? at));
      return acts.slice(Math.max(0, begun));
    }),
  ),
];

const inTime = ({ elections }: BodyState, index: number, at: string): boolean =>
  at < (tableGet(elections, index)?.until ?? '');
