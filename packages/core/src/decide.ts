import { bookEntry, countersignEntry, nameCommodity, reverseEntry } from './accounts/decide.ts';
import { showAccountsJudgement } from './accounts/judge-committee.ts';
import { sizeRefusal } from './act-size.ts';
import { admitAffiliate } from './affiliation/decide.ts';
import { presentEnd } from './affiliation/end.ts';
import { reviewEntitlement } from './affiliation/review.ts';
import { holderOf } from './authority.ts';
import { foundBody, proveFounding, witnessFounding } from './body/decide.ts';
import { endedRefusal } from './body/standing.ts';
import { type CommandName, commands, type InputFor } from './catalogue/commands.ts';
import type { Role } from './catalogue/entry.ts';
import { showFormation } from './committee/show.ts';
import { challengeConsultation, closeConsultation, issueConsultation } from './consultation/decide.ts';
import { receiveAnswer } from './consultation/receive.ts';
import type { Actor, Context, Decision } from './decision.ts';
import { accreditSeat } from './delegation/accredit.ts';
import { reportToBase, showMissedReport } from './delegation/report.ts';
import { vacateSeat } from './delegation/vacate.ts';
import { challengeDemand, reportDemand } from './demands/decide.ts';
import { recordDispute } from './dispute/decide.ts';
import { issueSlips, voidSlip } from './door/slips.ts';
import { enterCandidature, withdrawCandidature } from './election/candidates.ts';
import { enterBallots } from './election/entries.ts';
import { fillVacancy } from './election/vacancy.ts';
import type { Need } from './facts.ts';
import { askForFloor, withdrawFromFloor } from './floor/ask.ts';
import { closeDebate, endSpeech, giveFloor } from './floor/give.ts';
import type { Handler, Handlers } from './handler.ts';
import { claimSubstantive } from './motion/amendment.ts';
import { answerMotion, receiveMotionAnswer } from './motion/answer.ts';
import { receiveMotion, tableMotion } from './motion/decide.ts';
import { decideProcedure, moveProcedure } from './motion/procedure.ts';
import { splitMotion } from './motion/split.ts';
import { withdrawMotion } from './motion/withdraw.ts';
import { replaceOfficerKey, resignOffice } from './officers/decide.ts';
import { confirmKeyLoss, reportKeyLost, restoreOfficerKey } from './officers/lost-key.ts';
import { attestElection, claimRecovery, objectToRecovery } from './officers/recovery.ts';
import { inOfficeAt } from './officers/term.ts';
import { declineTurn, takeTurn } from './officers/turn.ts';
import { grantPassage, namePassKey, reconcilePassages, revokePassage, withdrawPassKey } from './passage/decide.ts';
import { countPetition, openRecallPetition } from './petition/decide.ts';
import { signPetition } from './petition/sign.ts';
import { issueHouseholdCards, voidHouseholdCard } from './queue/cards.ts';
import { announceQueue, answerQueueComplaint, closeQueue, drawQueue, makeQueueComplaint } from './queue/decide.ts';
import { servePortion, withdrawServing } from './queue/serve.ts';
import { presentRecall } from './recall/decide.ts';
import { appointWitness, recordErasure, signAct } from './record/decide.ts';
import { recordFork } from './record/fork.ts';
import { type Refused, refuse } from './refusal.ts';
import { certifyCondition } from './resolution/certify.ts';
import { challengeClassification } from './resolution/challenge.ts';
import { recordOutsidePact } from './resolution/outside-pact.ts';
import { auditRoll, countRoll } from './roll/count.ts';
import { enrolMember, enrolMembers, issueCard, issueSeatCard } from './roll/decide.ts';
import { anchorBallotBox, closeBallotBox } from './secret/box.ts';
import { enterCredentialHalves, listCredentials, nameTrustees, recordTrialDecryption } from './secret/prepare.ts';
import { eraseAttendance } from './sitting/attendance.ts';
import { caretakerRefusal } from './sitting/caretaker.ts';
import { admitAtDoor, checkIn } from './sitting/check-in.ts';
import { callOffSitting, conveneSitting } from './sitting/convene.ts';
import {
  challengeQuorum,
  changeAgenda,
  recessSitting,
  recordObjection,
  resumeSitting,
  takeItem,
} from './sitting/course.ts';
import { estimateCrowd } from './sitting/crowd.ts';
import { demandSitting, showBasesDemand, showDemandFromAbove } from './sitting/demand.ts';
import { enterLateSitting } from './sitting/late.ts';
import { approveMinutes } from './sitting/minutes.ts';
import { nameNoticeText } from './sitting/notice-text.ts';
import { appointTellers, closeSitting, openSitting, recordIrregularity } from './sitting/open.ts';
import { countPresence } from './sitting/presence.ts';
import { officeInSitting, rolesFor } from './sitting/presidium.ts';
import { recordThreat } from './sitting/threat.ts';
import { showSplit } from './split/show.ts';
import type { BodyState } from './state.ts';
import { confirmHandOver, correctHandOver } from './supply/confirm.ts';
import { proposeReportCorrection, signReportCorrection } from './supply/correct-report.ts';
import { countStock } from './supply/count.ts';
import { recordHandOver, reportHandOver } from './supply/hand-over.ts';
import { countersignNeed, declareNeed, recordOverDeclaration } from './supply/needs.ts';
import { acceptLot, declineLot, offerLot, settleOffer } from './supply/offers.ts';
import { adoptPlan, enterAllocation } from './supply/plan.ts';
import {
  announceContingent,
  changeSite,
  closeSite,
  enrolHand,
  nameItem,
  offerPlaces,
  registerSite,
  registerVehicle,
  reportRoadClosure,
  withdrawAnnouncement,
  withdrawHand,
  withdrawVehicle,
} from './supply/register.ts';
import { receiveLot, recordLoss, reverseLoss } from './supply/stock.ts';
import { dispatchTrip, endTrip } from './supply/trips.ts';
import { assignTask, reportTask } from './task/decide.ts';
import type { Time } from './time.ts';
import { recordAcclamation } from './vote/acclaim.ts';
import { annulVote } from './vote/annul.ts';
import { countBlock } from './vote/blocks.ts';
import { countDelegationCard } from './vote/cards.ts';
import { castVote, recordRollCallVote } from './vote/cast.ts';
import { closeVote } from './vote/close.ts';
import { announceLot, drawLot } from './vote/lot.ts';
import { openVote } from './vote/open.ts';
import { countUrn } from './vote/urn.ts';

const handlers: Handlers = {
  FoundBody: foundBody,
  WitnessFounding: witnessFounding,
  ProveFounding: proveFounding,
  ShowFormation: showFormation,
  ShowAccountsJudgement: showAccountsJudgement,
  EnrolMember: enrolMember,
  EnrolMembers: enrolMembers,
  IssueCard: issueCard,
  IssueSeatCard: issueSeatCard,
  ReplaceOfficerKey: replaceOfficerKey,
  ReportKeyLost: reportKeyLost,
  ConfirmKeyLoss: confirmKeyLoss,
  RestoreOfficerKey: restoreOfficerKey,
  AttestElection: attestElection,
  ClaimRecovery: claimRecovery,
  ObjectToRecovery: objectToRecovery,
  ResignOffice: resignOffice,
  TakeTurn: takeTurn,
  DeclineTurn: declineTurn,
  AdmitAffiliate: admitAffiliate,
  PresentEnd: presentEnd,
  ReviewEntitlement: reviewEntitlement,
  ShowSplit: showSplit,
  CountRoll: countRoll,
  AuditRoll: auditRoll,
  ConveneSitting: conveneSitting,
  DemandSitting: demandSitting,
  ShowBasesDemand: showBasesDemand,
  ShowDemandFromAbove: showDemandFromAbove,
  NameNoticeText: nameNoticeText,
  CallOffSitting: callOffSitting,
  EstimateCrowd: estimateCrowd,
  EraseAttendance: eraseAttendance,
  RecessSitting: recessSitting,
  ResumeSitting: resumeSitting,
  ChallengeQuorum: challengeQuorum,
  ChangeAgenda: changeAgenda,
  TakeItem: takeItem,
  RecordObjection: recordObjection,
  RecordThreat: recordThreat,
  AdmitAtDoor: admitAtDoor,
  AppointTellers: appointTellers,
  CheckIn: checkIn,
  IssueSlips: issueSlips,
  VoidSlip: voidSlip,
  CountPresence: countPresence,
  OpenSitting: openSitting,
  RecordIrregularity: recordIrregularity,
  CloseSitting: closeSitting,
  ApproveMinutes: approveMinutes,
  EnterLateSitting: enterLateSitting,
  AskForFloor: askForFloor,
  WithdrawFromFloor: withdrawFromFloor,
  GiveFloor: giveFloor,
  EndSpeech: endSpeech,
  CloseDebate: closeDebate,
  TableMotion: tableMotion,
  ReceiveMotion: receiveMotion,
  ClaimSubstantive: claimSubstantive,
  WithdrawMotion: withdrawMotion,
  SplitMotion: splitMotion,
  MoveProcedure: moveProcedure,
  DecideProcedure: decideProcedure,
  AnswerMotion: answerMotion,
  ReceiveMotionAnswer: receiveMotionAnswer,
  AssignTask: assignTask,
  ReportTask: reportTask,
  OpenVote: openVote,
  CastVote: castVote,
  RecordRollCallVote: recordRollCallVote,
  CountBlock: countBlock,
  CountDelegationCard: countDelegationCard,
  CountUrn: countUrn,
  EnterCandidature: enterCandidature,
  WithdrawCandidature: withdrawCandidature,
  EnterBallots: enterBallots,
  FillVacancy: fillVacancy,
  RecordAcclamation: recordAcclamation,
  AnnulVote: annulVote,
  AnnounceLot: announceLot,
  DrawLot: drawLot,
  CloseVote: closeVote,
  NameTrustees: nameTrustees,
  RecordTrialDecryption: recordTrialDecryption,
  EnterCredentialHalves: enterCredentialHalves,
  ListCredentials: listCredentials,
  AnchorBallotBox: anchorBallotBox,
  CloseBallotBox: closeBallotBox,
  AccreditSeat: accreditSeat,
  VacateSeat: vacateSeat,
  ReportToBase: reportToBase,
  ShowMissedReport: showMissedReport,
  PresentRecall: presentRecall,
  OpenPetition: openRecallPetition,
  SignPetition: signPetition,
  CountPetition: countPetition,
  IssueConsultation: issueConsultation,
  ReceiveAnswer: receiveAnswer,
  ChallengeConsultation: challengeConsultation,
  CloseConsultation: closeConsultation,
  ChallengeClassification: challengeClassification,
  RecordOutsidePact: recordOutsidePact,
  CertifyCondition: certifyCondition,
  ReportDemand: reportDemand,
  ChallengeDemand: challengeDemand,
  NamePassKey: namePassKey,
  WithdrawPassKey: withdrawPassKey,
  GrantPassage: grantPassage,
  RevokePassage: revokePassage,
  ReconcilePassages: reconcilePassages,
  RecordDispute: recordDispute,
  SignAct: signAct,
  AppointWitness: appointWitness,
  RecordErasure: recordErasure,
  RecordFork: recordFork,
  NameItem: nameItem,
  RegisterSite: registerSite,
  ChangeSite: changeSite,
  CloseSite: closeSite,
  RegisterVehicle: registerVehicle,
  WithdrawVehicle: withdrawVehicle,
  EnrolHand: enrolHand,
  WithdrawHand: withdrawHand,
  AnnounceContingent: announceContingent,
  OfferPlaces: offerPlaces,
  ReportRoadClosure: reportRoadClosure,
  WithdrawAnnouncement: withdrawAnnouncement,
  ReceiveLot: receiveLot,
  CountStock: countStock,
  RecordLoss: recordLoss,
  ReverseLoss: reverseLoss,
  RecordHandOver: recordHandOver,
  ReportHandOver: reportHandOver,
  ConfirmHandOver: confirmHandOver,
  CorrectHandOver: correctHandOver,
  ProposeReportCorrection: proposeReportCorrection,
  SignReportCorrection: signReportCorrection,
  DeclareNeed: declareNeed,
  CountersignNeed: countersignNeed,
  RecordOverDeclaration: recordOverDeclaration,
  AdoptPlan: adoptPlan,
  EnterAllocation: enterAllocation,
  DispatchTrip: dispatchTrip,
  EndTrip: endTrip,
  OfferLot: offerLot,
  AcceptLot: acceptLot,
  DeclineLot: declineLot,
  SettleOffer: settleOffer,
  IssueHouseholdCards: issueHouseholdCards,
  VoidHouseholdCard: voidHouseholdCard,
  AnnounceQueue: announceQueue,
  DrawQueue: drawQueue,
  ServePortion: servePortion,
  WithdrawServing: withdrawServing,
  MakeQueueComplaint: makeQueueComplaint,
  AnswerQueueComplaint: answerQueueComplaint,
  CloseQueue: closeQueue,
  NameCommodity: nameCommodity,
  BookEntry: bookEntry,
  CountersignEntry: countersignEntry,
  ReverseEntry: reverseEntry,
};

/** A command whose input has been validated against the catalogue's schema. */
export type Command = { readonly [N in CommandName]: { readonly name: N; readonly input: InputFor<N> } }[CommandName];

/**
 * The facts from outside the book that `decide` will look at for this command: none for whoever may not give it, so that
 * a stranger's command costs no look at rolls, ballots and other books.
 */
export function needs(before: BodyState, command: Command, actor: Actor, at: Time): readonly Need[] {
  const state = inOfficeAt(before, at);
  if (roleRefusal({ state, actor, at }, command) !== null) return [];
  const handler = handlers[command.name] as Handler<CommandName>;
  return handler.needs?.({ state, actor, at }, command.input as never) ?? [];
}

/** Acts and vault records, or the reason why not. Never changes anything itself. */
export function decide(asked: Context, command: Command): Decision {
  const context = { ...asked, state: inOfficeAt(asked.state, asked.at) };
  const refused = roleRefusal(context, command);
  if (refused !== null) return refused;
  const handler = handlers[command.name] as Handler<CommandName>;
  const inSitting = officeInSitting(context, command.input);
  const decision = handler.decide(inSitting === null ? context : { ...context, inSitting }, command.input as never);
  return decision.ok ? (sizeRefusal(decision) ?? decision) : decision;
}

function roleRefusal(
  { state, actor, at }: Pick<Context, 'state' | 'actor' | 'at'>,
  { name, input }: Command,
): Refused | null {
  const entry = commands[name];
  if (name !== 'FoundBody' && state.body === null) return refuse('body-not-founded', 'founding');
  const roles = rolesFor({ state, actor, at }, input);
  const granted: readonly Role[] = entry.by.filter((role) => roles.has(role));
  const ended = granted.length > 0 ? endedRefusal(state, at, name) : null;
  if (ended !== null) return ended;
  if (granted.some((role) => role !== 'former-officer')) return null;
  if (granted.length > 0) return name === 'ConveneSitting' ? null : caretakerRefusal(state, input);
  const needed = entry.by.join(' | ');
  if (roles.has('former-officer')) return refuse('term-over', 'terms.officersMonths', { needed });
  return refuse('not-allowed', entry.article, { needed, present: holderOf(actor) ?? actor.kind });
}
