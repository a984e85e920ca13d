import type { Fields } from '../catalogue/fields.ts';
import type { Matter } from '../statute/fields.ts';
import { proposalRule } from './check.ts';
import { type Proposal, proposal } from './proposal.ts';
import type { ProposalKind } from './proposal-rule.ts';

/** What each kind of proposal does once it carries: for whoever has a motion to table and asks how it is written. */
const does: Readonly<Record<ProposalKind, string>> = {
  resolution: 'Decides the text itself, with tasks or a condition where there are any.',
  'elect-officers': 'Elects the whole of the officers for a term and enrols their device keys.',
  'elect-delegates': 'Elects who sits in a body above, each seat with its alternate.',
  'hold-election': 'Holds an election among candidates, counted as the statute says: of the officers, or of delegates.',
  'recall-officer': 'Takes the office from its holder at once.',
  'recall-delegate': 'Withdraws a delegate; it counts above as soon as anyone shows it there.',
  'vacate-seat': 'Declares empty a seat above whose delegate died, moved or never came.',
  'request-affiliation': 'Asks to belong to a body above, which is named by its book and that book’s key.',
  admit: 'Admits a body below that has asked for it, with its number of seats.',
  mandate: 'Tells the delegates how to vote on a text above: `on` is the motion there, `textHash` that of its text.',
  answer: 'Answers a consultation of a body above; a rejected vote is the answer no.',
  forward: 'Sends the text up as a motion of this body.',
  'amend-motion': 'Puts this text in the place of a tabled motion’s; the lowest `order` is voted first.',
  pact: 'Agrees to a text with a third party; it waits for the bases.',
  measure: 'Calls an action, with its place and its beginning.',
  lift: 'Ends, suspends, narrows or moves a measure; it waits for the bases.',
  'join-measure': 'Joins a measure that another body called, or takes one’s own people out of it.',
  'exempt-service': 'Lets an essential service pass a measure, within limits.',
  revoke: 'Takes a resolution back, by the rule of that resolution’s own matter.',
  settle: 'Settles a challenge of how a resolution was classified, under the claimed matter.',
  challenge: 'Says of a resolution of a body above that it is of another matter.',
  'demand-list': 'Adopts a list of demands, numbered as they stand.',
  'change-demand': 'Says what became of a demand; `dropped` is decided as lifting.',
  'amend-statute': 'Puts this whole statute in the place of the present one.',
  'annul-vote': 'Annuls a closed vote that did not carry, so that it is taken again.',
  dissolve: 'Ends the body, and says who gets what it has.',
  'change-entitlement': 'Changes how many seats a body below has, where the statute does not say it.',
  'order-audit': 'Orders a body below to have a sample of its roll looked at.',
  leave: 'Leaves a body above.',
  exclude: 'Excludes a body below.',
  'extend-term': 'Lengthens a term. Always refused, and minuted where refusals are: no body can grant it.',
  'elect-presidium': 'Elects who presides over and writes for this sitting.',
  'recall-presidium': 'Takes the chair of this sitting from its holder.',
  'approve-minutes': 'The minutes of a sitting that is over, read in the motion’s text, are approved as amended.',
  'correct-minutes': 'Corrects approved minutes; both texts stay.',
  'form-committee': 'Forms a committee, as one of its parents: all of them vote the same.',
  'end-committee': 'Ends a committee, as one of its parents.',
  report: 'Gives the report that a committee owes.',
  'judge-report': 'Approves the report of this body’s delegates; a rejected vote is that it is not approved.',
  'judge-accounts':
    'Approves the accounts up to a day, with what the book had up to the act `entry`; a rejected vote is that they are rejected. Of a committee it hands them in to those who formed it.',
  'judge-committee':
    'Approves the accounts that a committee of this body has handed in, named by its book and the act there; a rejected vote is that they are rejected.',
  split: 'Divides the body into parts, with the people and the seats of each.',
  regularise: 'Decides once more, and regularly, what is on record without effect.',
  'confirm-key-loss': 'Confirms that an officer’s key is lost, and the one that is to stand for it.',
  'settle-dispute': 'Settles a dispute between bodies below, for one of them or for none.',
  'dismiss-witness': 'Believes a witness no more about the age of heads.',
  'draw-territory': 'Adopts a map of the body’s territory; the map goes with the motion as `map`.',
  'adopt-sharing-rule':
    'Says by which rule of packages/supply goods are shared; `parameters` is the hash of its classes, weights and floors.',
  'adopt-plan':
    'Adopts a plan by the rule in force; `parts` are the hashes of its lines, which the officers then enter part by part.',
  'ask-sitting': 'Asks a body above, or one below for an election, to sit on these matters.',
};

export interface KindOfProposal {
  readonly kind: ProposalKind;
  readonly does: string;
  /** Under which of them it may be tabled: what it does decides how it is decided. */
  readonly matters: readonly Matter[];
  /** Beside `kind`. */
  readonly fields: Fields;
}

export const kindsOfProposal = (): readonly KindOfProposal[] =>
  (Object.keys(does) as ProposalKind[]).map((kind) => ({
    kind,
    does: does[kind],
    matters: proposalRule({ kind } as Proposal).matters,
    fields: Object.fromEntries(Object.entries(membersOf(kind)).filter(([name]) => name !== 'kind')),
  }));

const membersOf = (kind: ProposalKind): Fields =>
  proposal.variants?.find(({ members }) => members?.kind?.schema.const === kind)?.members ?? {};
