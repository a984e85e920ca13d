export { count } from './count.ts';
export { readElection } from './formats/read.ts';
export { outcomeOfAnswers, settledOutcome } from './majority/answers.ts';
export { type Count, countsBodies, majorityResult } from './majority/counts.ts';
export { divideSeats } from './majority/division.ts';
export { type Bases, baseOf, type MajorityRule, outcomeOf, outcomeUnder } from './majority/outcome.ts';
export {
  nobody,
  ofDelegation,
  type Share,
  sumTallies,
  type Tally,
  turnoutOf,
  votesAlone,
} from './majority/tally.ts';
export { ballotFile } from './outputs/ballot-file.ts';
export { resultDocument } from './outputs/document.ts';
export { resultLines } from './outputs/lines.ts';
export { resultPage } from './outputs/page.ts';
export { stageTable } from './outputs/stage-table.ts';
export { ruleRefusal } from './request.ts';
export type { CountResult } from './result.ts';
export { countsSums, marksOf, type Sums, withSums } from './sums.ts';
