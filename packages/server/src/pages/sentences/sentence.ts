import type { ActData, Time } from '@cabildo/core';
import type { Terms } from '../words/terms.ts';

/** The acts that books hold today; a test holds this list against the catalogue. */
export type WrittenAct =
  | 'BodyFounded'
  | 'FoundingWitnessed'
  | 'BodyProven'
  | 'StatuteAdopted'
  | 'OfficersElected'
  | 'OfficerKeyReplaced'
  | 'OfficerKeyReportedLost'
  | 'OfficerKeyLossConfirmed'
  | 'OfficerKeyRestored'
  | 'ElectionAttested'
  | 'RecoveryClaimed'
  | 'RecoveryObjected'
  | 'OfficerRecalled'
  | 'OfficerResigned'
  | 'OfficeTurnTaken'
  | 'OfficeTurnDeclined'
  | 'AffiliationRequested'
  | 'AffiliationAdmitted'
  | 'AffiliationEnded'
  | 'EntitlementChanged'
  | 'RollCounted'
  | 'RollAuditOrdered'
  | 'RollAudited'
  | 'BodyDissolved'
  | 'CommitteeFormed'
  | 'CommitteeEnded'
  | 'CommitteeReported'
  | 'ClaimDisputed'
  | 'BodySplit'
  | 'TerritoryDrawn'
  | 'DisputeSettled'
  | 'SittingConvened'
  | 'NoticeTextNamed'
  | 'SittingDemanded'
  | 'SittingDemandShown'
  | 'SittingAsked'
  | 'SittingCalledOff'
  | 'CrowdEstimated'
  | 'AttendanceErased'
  | 'SlipsIssued'
  | 'SlipVoided'
  | 'SittingRecessed'
  | 'SittingResumed'
  | 'PresidiumElected'
  | 'PresidiumRecalled'
  | 'QuorumChallenged'
  | 'AgendaChanged'
  | 'DebateEnded'
  | 'ItemTaken'
  | 'ObjectionRecorded'
  | 'ThreatRecorded'
  | 'StatuteReviewOpened'
  | 'MinutesCorrected'
  | 'TellersAppointed'
  | 'PresenceCounted'
  | 'SittingOpened'
  | 'IrregularityRecorded'
  | 'SittingClosed'
  | 'MinutesApproved'
  | 'SittingEnteredLate'
  | 'MotionTabled'
  | 'MotionForwarded'
  | 'MotionReceived'
  | 'MotionAmended'
  | 'MotionAnswered'
  | 'MotionAnswerReceived'
  | 'TaskAssigned'
  | 'TaskReported'
  | 'SubstanceClaimed'
  | 'MotionWithdrawn'
  | 'MotionSplit'
  | 'ProcedureMoved'
  | 'ProceduralMotionDecided'
  | 'VoteOpened'
  | 'BlockCounted'
  | 'CandidateEntered'
  | 'CandidateWithdrawn'
  | 'ElectionCounted'
  | 'VoteClosed'
  | 'MandateBreached'
  | 'DelegatesElected'
  | 'SeatAccredited'
  | 'AlternateSeated'
  | 'SeatVacated'
  | 'AcclamationRecorded'
  | 'UrnCounted'
  | 'TrusteesNamed'
  | 'TrialDecrypted'
  | 'CredentialHalvesEntered'
  | 'CredentialsListed'
  | 'SecretVoteOpened'
  | 'BallotBoxAnchored'
  | 'SecretVoteClosed'
  | 'SecretElectionClosed'
  | 'DelegationCardsCounted'
  | 'VoteAnnulled'
  | 'LotAnnounced'
  | 'LotDrawn'
  | 'MandateGiven'
  | 'MandateDivided'
  | 'DelegateRecalled'
  | 'RecallPresented'
  | 'DelegateReported'
  | 'ReportMissed'
  | 'DelegateReportJudged'
  | 'PetitionOpened'
  | 'PetitionCounted'
  | 'PetitionReached'
  | 'ResolutionAdopted'
  | 'ResolutionRatified'
  | 'ResolutionRejected'
  | 'ResolutionRevoked'
  | 'ConditionSet'
  | 'ConditionCertified'
  | 'ChallengeRaised'
  | 'ClassificationChallenged'
  | 'OutsidePactRecorded'
  | 'MeasureJoined'
  | 'EssentialServiceExempted'
  | 'PassKeyNamed'
  | 'PassKeyWithdrawn'
  | 'PassageGranted'
  | 'PassageRevoked'
  | 'PassagesReconciled'
  | 'DemandListAdopted'
  | 'DemandStateChanged'
  | 'PactRecorded'
  | 'MeasureDeclared'
  | 'MeasureLifted'
  | 'ConsultationIssued'
  | 'ConsultationAnswered'
  | 'AnswerReceived'
  | 'ConsultationClosed'
  | 'ConsultationChallenged'
  | 'ActSealed'
  | 'WitnessAppointed'
  | 'WitnessDismissed'
  | 'ErasureRecorded'
  | 'ForkRecorded'
  | 'ActRegularised'
  | 'RefusalMinuted'
  | 'DecisionCarried'
  | 'BookSucceeded'
  | SupplyAct
  | QueueAct
  | AccountsAct;

/** What open books say. */
export type AccountsAct =
  | 'CommodityNamed'
  | 'EntryBooked'
  | 'EntryCountersigned'
  | 'EntryReversed'
  | 'AccountsPresented'
  | 'CommitteeAccountsJudged'
  | 'AccountsJudgementShown'
  | 'AccountsReported';

/** What a supply committee writes down. */
export type SupplyAct =
  | 'ItemNamed'
  | 'SiteRegistered'
  | 'SiteChanged'
  | 'SiteClosed'
  | 'VehicleRegistered'
  | 'VehicleWithdrawn'
  | 'HandEnrolled'
  | 'HandWithdrawn'
  | 'LotReceived'
  | 'StockCounted'
  | 'LossRecorded'
  | 'LossReversed'
  | 'ContingentAnnounced'
  | 'PlacesOffered'
  | 'AnnouncementWithdrawn'
  | 'RoadClosureReported'
  | 'HandOverRecorded'
  | 'HandOverReported'
  | 'HandOverConfirmed'
  | 'HandOverCorrected'
  | 'ReportCorrectionProposed'
  | 'ReportCorrected'
  | 'HandOverDisputed'
  | 'NeedDeclared'
  | 'NeedCountersigned'
  | 'NeedFoundOver'
  | 'SharingRuleAdopted'
  | 'PlanAdopted'
  | 'AllocationAdopted'
  | 'TripDispatched'
  | 'TripEnded'
  | 'LotOffered'
  | 'LotAccepted'
  | 'LotDeclined'
  | 'LotPassed'
  | 'OfferLapsed';

/** What is written down of a queue at the neighbourhood. */
export type QueueAct =
  | 'HouseholdCardsIssued'
  | 'HouseholdCardVoided'
  | 'QueueAnnounced'
  | 'QueueDrawn'
  | 'PortionServed'
  | 'ServingWithdrawn'
  | 'QueueComplaintMade'
  | 'QueueComplaintAnswered'
  | 'QueueClosed';

/** How a sentence names what an act only points at. */
export interface Saying {
  readonly terms: Terms;
  time(time: Time): string;
  day(time: Time): string;
  number(value: number): string;
  many(value: number, one: string, other: string): string;
  list(values: readonly string[]): string;
  /** An amount of goods, as roughly as everybody is shown it. */
  goods(quantity: number): string;
  /** An amount of a money of this book, given in its smallest parts: `1.234,50 BOB`. */
  money(amount: number, commodity: string): string;
  /** A day of the calendar, given as `2026-11-30`. */
  calendarDay(day: string): string;
  /** An office as people call it. */
  office(name: string): string;
  /** A body by its origin. */
  body(origin: string): string;
  /** What another act of this book created: a motion's title, a sitting's day. */
  thing(index: number): string;
}

export type SupplySentences = Pick<Sentences, SupplyAct>;
export type AccountsSentences = Pick<Sentences, AccountsAct>;

export type QueueSentences = Pick<Sentences, QueueAct>;

export type Sentences = { readonly [N in WrittenAct]: (data: ActData<N>, say: Saying) => string };
