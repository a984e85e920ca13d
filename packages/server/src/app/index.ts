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
  OpenVote,
  SignedIn,
} from './node.ts';
export type { NodeOptions } from './node-options.ts';
export { openNode } from './open-node.ts';
export type {
  ActReceipt,
  CommandOutcome,
  Done,
  Problem,
  ProblemCode,
  Refused,
} from './outcome.ts';
