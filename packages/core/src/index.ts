export { actEntry, type ActData, type ActName, acts, allActs } from './catalogue/acts.ts';
export { allCommands, commandEntry, type CommandName, commands, type InputFor } from './catalogue/commands.ts';
export type { CommandEntry, RecordName } from './catalogue/command-entry.ts';
export type { ActEntry, Role } from './catalogue/entry.ts';
export { type JsonSchema, objectSchema } from './catalogue/fields.ts';
export { type Accepted, type Actor, type CardHolder, type Context, type Decision, type DraftAct, type VaultRecord } from './decision.ts';
export {
  type Ballot,
  type BookFacts,
  type BookNeed,
  type Citation,
  type Evidence,
  type FactName,
  type Facts,
  type Finding,
  isBookNeed,
  type Need,
  needKey,
  type NodeFacts,
} from './facts.ts';
export { type Refusal, type RefusalCode, refusalCodes } from './refusal.ts';
export { type BodyState, emptyState, stateToJson } from './state.ts';
export type { Statute } from './statute/fields.ts';
export { emptyTable, type Table, tableEntries, tableGet, tableHas, tableOf, tableSet, tableValues } from './table.ts';
export { fromEpoch, later, plusDays, plusHours, plusMinutes, plusMonths, type Time } from './time.ts';
export { type BookAnswer, answerNeed } from './answer-need.ts';
export { rolesOf } from './authority.ts';
export { type Command, decide, needs } from './decide.ts';
export { evolve, readableAct } from './evolve.ts';
export type { Act } from './fold.ts';
export { tableChanges } from './table.ts';
export { countedBallots } from './vote/close.ts';
