import { type ActData, type BodyState, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type ReadAct, readAct } from './acts.ts';
import { disclosedBy, textAmong } from './disclosed.ts';
import { decidedHow } from './rules.ts';
import { sentenceOf, type Visit } from './visit.ts';
import type { MinutesPartName } from './words/minutes-parts.ts';

/** As on the page of the sitting. */
const ACTS_READ = 2_000;

/** What minutes say in one of their parts: lines that are no act's own, then what the acts say. */
export interface MinutesPart {
  readonly part: MinutesPartName;
  readonly said: readonly string[];
  readonly lines: readonly MinutesLine[];
}

export interface MinutesLine {
  readonly act: number;
  readonly code: string;
  readonly at: string;
  readonly said: string;
  /** The words of a motion, where they are open to everybody. */
  readonly text: string | null;
}

/** Seals and what concerns no sitting are written beside it while it lasts; they are no part of its minutes. */
const BESIDE: ReadonlySet<string> = new Set([
  'ActSealed',
  'WitnessAppointed',
  'ErasureRecorded',
  'OfficerKeyReplaced',
  'OfficerKeyReportedLost',
  'OfficerKeyRestored',
]);

/** Where an act stands in the minutes. What a sitting brought about, and any act that is not named here, is a result. */
const partOfAct: Readonly<Record<string, MinutesPartName>> = {
  SittingConvened: 'convocation',
  SittingCalledOff: 'convocation',
  NoticeTextNamed: 'convocation',
  SeatAccredited: 'attendance',
  SeatVacated: 'attendance',
  AlternateSeated: 'attendance',
  RecallPresented: 'attendance',
  PresenceCounted: 'attendance',
  CrowdEstimated: 'attendance',
  SlipsIssued: 'attendance',
  SlipVoided: 'attendance',
  SittingOpened: 'attendance',
  QuorumChallenged: 'attendance',
  AttendanceErased: 'attendance',
  SittingRecessed: 'attendance',
  SittingResumed: 'attendance',
  SittingClosed: 'attendance',
  PresidiumElected: 'presidium',
  PresidiumRecalled: 'presidium',
  TellersAppointed: 'presidium',
  AgendaChanged: 'agenda',
  ItemTaken: 'interventions',
  DebateEnded: 'interventions',
  MinutesApproved: 'previous',
  MinutesCorrected: 'previous',
  ProcedureMoved: 'interventions',
  ProceduralMotionDecided: 'interventions',
  MotionTabled: 'motions',
  MotionReceived: 'motions',
  MotionAmended: 'motions',
  SubstanceClaimed: 'motions',
  MotionWithdrawn: 'motions',
  MotionSplit: 'motions',
  CandidateEntered: 'motions',
  CandidateWithdrawn: 'motions',
  VoteOpened: 'motions',
  BlockCounted: 'motions',
  UrnCounted: 'motions',
  TrusteesNamed: 'motions',
  TrialDecrypted: 'motions',
  CredentialHalvesEntered: 'motions',
  CredentialsListed: 'motions',
  SecretVoteOpened: 'motions',
  BallotBoxAnchored: 'motions',
  SecretVoteClosed: 'motions',
  SecretElectionClosed: 'motions',
  DelegationCardsCounted: 'motions',
  ElectionCounted: 'motions',
  MandateBreached: 'motions',
  VoteClosed: 'motions',
  VoteAnnulled: 'motions',
  AcclamationRecorded: 'motions',
  LotAnnounced: 'motions',
  LotDrawn: 'motions',
  ObjectionRecorded: 'objections',
  ThreatRecorded: 'objections',
  StatuteReviewOpened: 'objections',
  IrregularityRecorded: 'objections',
  RefusalMinuted: 'objections',
};

const order: readonly MinutesPartName[] = [
  'when',
  'convocation',
  'attendance',
  'presidium',
  'agenda',
  'previous',
  'interventions',
  'motions',
  'objections',
  'resolutions',
];

/** The minutes of a sitting, made from its acts; null of what is no sitting. */
export async function minutesRecord(
  visit: Visit,
  book: BookView,
  index: number,
): Promise<readonly MinutesPart[] | null> {
  const sitting = tableGet(book.state.sittings, index);
  if (sitting === undefined) return null;
  const read = (await visit.node.acts(book.origin, index, ACTS_READ)).map(readAct);
  const acts = actsOfSitting(book.state, index, read);
  const lines = await Promise.all(acts.map((act) => lineOf(visit, book, act)));
  const late = lateOf(acts[0]);
  const partAt = (place: number): MinutesPartName => {
    const act = acts[place];
    if (act === undefined) return 'resolutions';
    if (late !== null && act.row.index === index) return 'attendance';
    return isOfMinutes(book.state, act) ? 'previous' : (partOfAct[act.row.act] ?? 'resolutions');
  };
  return order.map((part) => ({
    part,
    said: saidIn(visit, book, index, late)[part] ?? [],
    lines: lines.filter((_, place) => partAt(place) === part),
  }));
}

const lateOf = (first: ReadAct | undefined): ActData<'SittingEnteredLate'> | null =>
  first?.act?.act === 'SittingEnteredLate' ? (first.act.data as ActData<'SittingEnteredLate'>) : null;

async function lineOf(visit: Visit, book: BookView, act: ReadAct): Promise<MinutesLine> {
  const { row } = act;
  const said = sentenceOf(visit, book.state, act.act) ?? row.act;
  return { act: row.index, code: row.code, at: row.at, said, text: await motionText(visit, book, act) };
}

async function motionText(visit: Visit, book: BookView, act: ReadAct): Promise<string | null> {
  if (act.row.act !== 'MotionTabled' || isOfMinutes(book.state, act)) return null;
  const text = textAmong(await disclosedBy(visit, book.state, act));
  return text?.state === 'open' && typeof text.content === 'string' ? text.content : null;
}

/** A motion to approve or correct minutes, its amendments and its votes: they are about another sitting. */
function isOfMinutes(state: BodyState, { act, row }: ReadAct): boolean {
  const data = act?.data as { readonly motion?: unknown; readonly vote?: unknown } | undefined;
  const vote = typeof data?.vote === 'number' ? data.vote : row.index;
  const named = typeof data?.motion === 'number' ? data.motion : (tableGet(state.votes, vote)?.motion ?? row.index);
  const proposal = tableGet(state.motions, named)?.proposal;
  const whole = proposal?.kind === 'amend-motion' ? tableGet(state.motions, proposal.motion)?.proposal : proposal;
  return whole?.kind === 'approve-minutes' || whole?.kind === 'correct-minutes';
}

/** What the state says and no act alone: hours, agenda, and the decisions of a sitting that was held on paper. */
function saidIn(
  visit: Visit,
  { state }: BookView,
  index: number,
  late: ActData<'SittingEnteredLate'> | null,
): Partial<Record<MinutesPartName, readonly string[]>> {
  const { words } = visit;
  const formats = visit.formats(state);
  const sitting = tableGet(state.sittings, index);
  if (sitting === undefined) return {};
  const hour = (name: string, at: string | null): readonly string[] =>
    at === null ? [] : [`${name}: ${formats.time(at)}`];
  const when = [
    `${words.sitting.place}: ${sitting.place}`,
    ...hour(words.sitting.starts, sitting.startsAt),
    ...hour(words.sitting.opened, late === null ? (sitting.opened?.at ?? null) : null),
    ...hour(words.sitting.closed, late === null ? sitting.closedAt : null),
  ];
  const agenda = sitting.notice.map(({ title, matter }, i) => `${i + 1}. ${title} (${words.terms.matter[matter]})`);
  return late === null ? { when, agenda } : { when, ...paperDecisions(visit, state, late) };
}

function paperDecisions(
  visit: Visit,
  state: BodyState,
  late: ActData<'SittingEnteredLate'>,
): Partial<Record<MinutesPartName, readonly string[]>> {
  const { words } = visit;
  const formats = visit.formats(state);
  const motions = late.decisions.map(
    ({ title, matter, outcome, ...how }, i) =>
      `${i + 1}. ${title} (${words.terms.matter[matter]}): ${decidedHow(words, formats, how)}. ${words.terms.outcome[outcome]}.`,
  );
  const objections = late.decisions.flatMap(({ title, irregularities }) =>
    irregularities.length === 0
      ? []
      : [`${title}: ${formats.list(irregularities.map((name) => words.terms.irregularity[name]))}.`],
  );
  const resolutions = late.decisions.flatMap(({ title, effect, outcome }) => {
    if (effect === 'none') return [];
    const said =
      effect === 'answer'
        ? words.body.answered(words.terms.choice[outcome === 'carried' ? 'yes' : 'no'])
        : words.terms.status[effect];
    return [`${title}: ${said.toLowerCase()}.`];
  });
  return { motions, objections, resolutions };
}

/** The acts that its minutes rest on: from its convocation, and from its opening to its close. */
function actsOfSitting(state: BodyState, index: number, acts: readonly ReadAct[]): readonly ReadAct[] {
  const sitting = tableGet(state.sittings, index);
  if (sitting === undefined) return [];
  const names = (act: ReadAct): number | undefined =>
    (act.act?.data as { readonly sitting?: number } | undefined)?.sitting;
  const isClose = (act: ReadAct): boolean => act.row.act === 'SittingClosed' && names(act) === index;
  const close = acts.find(isClose)?.row.index ?? (sitting.late ? index : Number.POSITIVE_INFINITY);
  const open = sitting.opened?.act ?? Number.POSITIVE_INFINITY;
  return acts.filter((act) => {
    const at = act.row.index;
    // Minutes belong to the sitting that has approved them by its vote; of this one they are what is printed here.
    if (act.row.act === 'MinutesApproved') return votedOn(act) && at >= open && at <= close;
    if (at === index || names(act) === index) return true;
    return at >= open && at <= close && names(act) === undefined && !BESIDE.has(act.row.act);
  });
}

const votedOn = ({ act }: ReadAct): boolean =>
  (act?.data as { readonly vote?: number } | undefined)?.vote !== undefined;
