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
  | 'OfficerRecalled'
  | 'OfficerResigned'
  | 'AffiliationRequested'
  | 'AffiliationAdmitted'
  | 'AffiliationEnded'
  | 'BodyDissolved'
  | 'SittingConvened'
  | 'SittingDemanded'
  | 'SittingDemandShown'
  | 'SittingAsked'
  | 'SittingCalledOff'
  | 'SittingRecessed'
  | 'SittingResumed'
  | 'PresidiumElected'
  | 'PresidiumRecalled'
  | 'QuorumChallenged'
  | 'AgendaChanged'
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
  | 'VoteClosed'
  | 'MandateBreached'
  | 'DelegatesElected'
  | 'SeatAccredited'
  | 'AlternateSeated'
  | 'AcclamationRecorded'
  | 'UrnCounted'
  | 'DelegationCardsCounted'
  | 'VoteAnnulled'
  | 'LotAnnounced'
  | 'LotDrawn'
  | 'MandateGiven'
  | 'DelegateRecalled'
  | 'RecallPresented'
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
  | 'ErasureRecorded'
  | 'RefusalMinuted'
  | 'BookSucceeded';

/** How a sentence names what an act only points at. */
export interface Saying {
  readonly terms: Terms;
  time(time: Time): string;
  day(time: Time): string;
  number(value: number): string;
  list(values: readonly string[]): string;
  /** A body by its origin. */
  body(origin: string): string;
  /** What another act of this book created: a motion's title, a sitting's day. */
  thing(index: number): string;
}

export type Sentences = { readonly [N in WrittenAct]: (data: ActData<N>, say: Saying) => string };
