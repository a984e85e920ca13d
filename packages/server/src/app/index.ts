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
export type {
  ActReceipt,
  CommandOutcome,
  Done,
  Problem,
  ProblemCode,
  Refused,
} from './outcome.ts';
