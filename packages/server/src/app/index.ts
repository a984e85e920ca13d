export { isDatabaseTrouble } from '../store/trouble.ts';
export type {
  ActRow,
  BallotReceipt,
  BookSummary,
  BookView,
  CardSecret,
  CommandRequest,
  Extension,
  FoundBodyRequest,
  Founded,
  Head,
  InclusionProof,
  Me,
  NewBook,
  Node,
  NodeOptions,
  OpenVote,
  SignedIn,
} from './node.ts';
export { openNode } from './open-node.ts';
export {
  type ActReceipt,
  type CommandOutcome,
  type Done,
  type Problem,
  type ProblemCode,
  type Refused,
} from './outcome.ts';
