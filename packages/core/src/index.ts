export { settledOutcome } from '@cabildo/count';
export { amountOf, amountText } from './accounts/amounts.ts';
export { type AccountClass, accountClasses, type EntryLine, openingAccount } from './accounts/fields.ts';
export { judgementOf } from './accounts/judge-committee.ts';
export {
  approvedLast,
  classOf,
  judgedIn,
  lacksSecond,
  type Move,
  movesIn,
  reportOf,
  signedLines,
} from './accounts/report.ts';
export { bookingOffice } from './accounts/rules.ts';
export type { AccountsReport, AccountsState, BookedEntry, PresentedReport } from './accounts/state.ts';
export { firstBook, isLater, lineage, nextBook, spellAt } from './affiliation/lineage.ts';
export { countedBelow } from './affiliation/waiting.ts';
export { answerNeed, type BookAnswer, type Standing, standingOf } from './answer-need.ts';
export { type AuditedAct, auditRules, type Difference, type RuleAudit } from './audit.ts';
export { holderOf, rolesOf, seatsInSitting } from './authority.ts';
export { sitsByDelegates } from './body/standing.ts';
export { type ActData, type ActName, actEntry, acts, allActs } from './catalogue/acts.ts';
export type { CommandEntry, RecordName } from './catalogue/command-entry.ts';
export { allCommands, type CommandName, commandEntry, commands, type InputFor } from './catalogue/commands.ts';
export type { ActEntry, Role } from './catalogue/entry.ts';
export { expectedAt } from './catalogue/expected.ts';
export { type Fields, type JsonSchema, objectSchema, publicKey } from './catalogue/fields.ts';
export { fieldMisfit, inputMisfit, misfit, statuteMisfit } from './catalogue/misfit.ts';
export { overlapIn } from './consultation/arithmetic.ts';
export { isAsked } from './consultation/asked.ts';
export { answerAsked } from './consultation/receive.ts';
export type { Consultation } from './consultation/state.ts';
export { type Command, decide, needs } from './decide.ts';
export type { Accepted, Actor, CardHolder, Context, Decision, DraftAct, VaultRecord } from './decision.ts';
export { actKey, parseSeatKey } from './delegation/seat-key.ts';
export { electionAt } from './delegation/serving.ts';
export { parseSlipName, type Slip, slipName } from './door/slip-name.ts';
export { takesWalkIns } from './door/slips.ts';
export { isSlipOut, slipsOut, stillThere } from './door/standing.ts';
export { candidatesIn, contestsIn, countedIn, heldElection } from './election/contests.ts';
export { isBoxAlone } from './election/entries.ts';
export { type BesideElection, recountElection } from './election/recount.ts';
export type { BallotFileEntry } from './election/state.ts';
export { evolve, readableAct } from './evolve.ts';
export {
  type AnswerFact,
  type Ballot,
  type BaseBelow,
  type BlockEntry,
  type BookFacts,
  type BookNeed,
  type CardEntry,
  type Channel,
  type Citation,
  type DemandEntry,
  type Evidence,
  type FactName,
  type Facts,
  type Finding,
  type HeldAnswer,
  isBookNeed,
  type Need,
  type NodeFacts,
  needKey,
  type PresenceEntry,
  type UrnEntry,
} from './facts.ts';
export { type Floor, floorOf, spokenBy } from './floor/list.ts';
export { allowedFor, groupLeft, orderOf } from './floor/order.ts';
export { type SpeakingRules, speakingRules } from './floor/rules.ts';
export type { FloorEntry, SpeechKind, Turn } from './floor/state.ts';
export type { Act } from './fold.ts';
export {
  isTranslation,
  nameProblem,
  parseLanguageFile,
  parseLanguageHead,
  translationProblem,
} from './language/check.ts';
export type {
  LanguageFile,
  LanguageHead,
  LanguageProblem,
  LanguageProblemCode,
  LanguageString,
} from './language/file.ts';
export {
  inOtherWords,
  over,
  type PluralCategory,
  type Speaking,
  type Spoken,
  type Translation,
} from './language/spoken.ts';
export { mandatesStanding } from './mandate/standing.ts';
export { alwaysPasses, type EssentialService, type ExemptionLimits, essentialServices } from './measure/essential.ts';
export { essentialWords } from './measure/essential-words.ts';
export { isForBodiesBelow, placeWithheld, publicSince } from './measure/place.ts';
export {
  hasWithdrawn,
  joinedAbove,
  type MeasureStanding,
  measureAt,
  type Passing,
  servicesExempt,
} from './measure/standing.ts';
export { fateOf } from './motion/answer.ts';
export { type KindOfProposal, kindsOfProposal } from './motion/kinds.ts';
export { isOverdue, motionDue } from './motion/overdue.ts';
export { partsOfAct } from './motion/parts-of-act.ts';
export { type FormField, type ProposalForm, proposalForms } from './motion/proposal-forms.ts';
export { openClaim, unattestedAtEnd } from './officers/attested.ts';
export { sealedPassKeys } from './passage/standing.ts';
export { nextRound, tellerOf } from './petition/decide.ts';
export { phonesNeed } from './petition/sign.ts';
export { isGathering, petitionTargets } from './petition/standing.ts';
export type { PetitionEntry } from './petition/state.ts';
export { cardsIn, leftIn, portionsOn } from './queue/standing.ts';
export type { Queue } from './queue/state.ts';
export { householdCardText, servedText, turnOrder } from './queue/text.ts';
export { actsToSeal, enrolledKey, signaturesThatCount } from './record/seal.ts';
export { type Refusal, type RefusalCode, refusalCodes } from './refusal.ts';
export { isSuspended } from './resolution/ratification.ts';
export { resolutionKey } from './resolution/state.ts';
export { type StatusAt, statusAt } from './resolution/validity.ts';
export { waitsOn } from './resolution/waiting.ts';
export { countsFrom, type Waiting } from './roll/waiting.ts';
export { preparationOf } from './secret/fold.ts';
export { type ContestQuestion, contestQuestions, rankedRefusal } from './secret/questions.ts';
export { articleInWords, type Language, sentence } from './sentences.ts';
export { attendanceEnds, attendanceOver } from './sitting/attendance.ts';
export { closingOf } from './sitting/closing.ts';
export { type Entered, enteredAtDoor } from './sitting/entered.ts';
export { openVoteIn } from './sitting/find.ts';
export { type AnnouncedText, isBare, type NoticeItem } from './sitting/notice.ts';
export { rolesFor } from './sitting/presidium.ts';
export { type BodyState, emptyState } from './state.ts';
export { stateToJson } from './state-json.ts';
export { type ArticleChange, statuteDifferences } from './statute/differences.ts';
export { type StatuteFault, statuteFault } from './statute/fault.ts';
export type { Matter, Statute } from './statute/fields.ts';
export { statuteForm } from './statute/form.ts';
export { officeCalled, officeInWords, officeNames } from './statute/office-words.ts';
export { problemInWords, type StatuteProblem } from './statute/problem.ts';
export { adviceOn, statuteProblems } from './statute/problems.ts';
export { sensitiveShown, votesPublished } from './statute/publicity.ts';
export { matterRule, neighboursNeeded, quorumNeeded, statuteOf } from './statute/quorum.ts';
export { readStatute, type Section, statuteArticles } from './statute/reading.ts';
export { statuteSchema } from './statute/schema.ts';
export { type StatuteTemplate, statuteTemplates } from './statute/templates.ts';
export { agendaOf, itemNow } from './steps/agenda.ts';
export type { QuestionAsked } from './steps/at-work.ts';
export { type Candidate, inputOf, objectionTo } from './steps/candidate.ts';
export { canBePutAgain, type MotionTurn, votingOrder } from './steps/order.ts';
export { stepsIn } from './steps/steps.ts';
export { type Carried, decisionsStanding } from './succession/carry.ts';
export { goodsStanding } from './succession/carry-goods.ts';
export { moneyStanding } from './succession/carry-money.ts';
export { type HandOverLine, sharingRules } from './supply/fields.ts';
export { handedOutUntil, type ItemSum, type Lacking, type SiteShare, sharesOf, sumOf } from './supply/figures.ts';
export { correctionText, type HandOverSaid, handOverText } from './supply/hand-over-text.ts';
export { balanceAt, itemAt, notShownYet } from './supply/ledger.ts';
export { needText } from './supply/needs.ts';
export { freeOf, isWhole, offeredOf, outstandingOf, planHolds, shortOf } from './supply/orders.ts';
export { handHolds, placeKind, supplyRules } from './supply/places.ts';
export { partText } from './supply/plan.ts';
export { inSteps, type StockShown, stockShown, supplyShown } from './supply/shown.ts';
export type { StockEntry, SupplyState } from './supply/state.ts';
export {
  emptyTable,
  type Table,
  tableChanges,
  tableEntries,
  tableGet,
  tableHas,
  tableOf,
  tableSet,
  tableValues,
} from './table.ts';
export { type TaskStanding, taskStanding } from './task/standing.ts';
export { mapFlaw } from './territory/geojson.ts';
export { outlineFlaw } from './territory/outline-flaw.ts';
export { fromEpoch, later, plusDays, plusHours, plusMinutes, plusMonths, type Time, zoneOf } from './time.ts';
export { type Imagined, imagined, imaginedFields, imaginedVote } from './trial/imagined.ts';
export { type PastVote, pastVotes } from './trial/past.ts';
export { type Trial, trialOf } from './trial/trial.ts';
export type { TriedVote } from './trial/vote.ts';
export { trialInWords, verdictNames } from './trial/words.ts';
export { countedBallots } from './vote/close.ts';
export { type EntriesOfVote, progressOf, seatsCalled } from './vote/progress.ts';
