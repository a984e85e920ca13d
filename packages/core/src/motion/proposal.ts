import { day } from '../accounts/fields.ts';
import { admissionFields } from '../affiliation/fields.ts';
import {
  choice,
  constant,
  count,
  elsewhere,
  explained,
  hash,
  holder,
  list,
  oneOf,
  optional,
  origin,
  positive,
  publicKey,
  record,
  ref,
  type TypeOf,
  text,
  time,
  verifierKey,
  yesNo,
} from '../catalogue/fields.ts';
import { exemptionLimits } from '../measure/essential.ts';
import { besidePlace } from '../measure/fields.ts';
import { conditionFields } from '../resolution/fields.ts';
import { askedText } from '../sitting/notice.ts';
import { matter, matters, seatClass, statute } from '../statute/fields.ts';
import { sharingRules } from '../supply/fields.ts';
import { task } from '../task/fields.ts';
import { map } from '../territory/fields.ts';

const condition = record(conditionFields);
export type ConditionProposed = TypeOf<typeof condition>;

/**
 * What a motion will do if it carries. The proposal is part of the tabled motion, so what was voted and
 * what takes effect cannot differ: closing the vote writes the acts that the proposal names.
 */
const anyProposal = oneOf(
  /** With what is to be done about it, by whom and by when. */
  record({ kind: constant('resolution'), condition: optional(condition), tasks: optional(list(task, 8)) }),
  record({
    kind: constant('elect-officers'),
    officers: list(record({ office: text(40), holder, key: publicKey }), 16),
    from: time,
    until: time,
    women: optional(count),
  }),
  record({
    kind: constant('elect-delegates'),
    to: origin,
    from: time,
    until: time,
    seats: list(record({ seat: positive, holder, alternate: optional(holder), class: optional(seatClass) }), 16),
    women: optional(count),
  }),
  /** Candidates, a paper urn, and a count as the statute says: of the offices, or of the delegates to a body above. */
  record({
    kind: constant('hold-election'),
    to: optional(origin),
    seats: optional(list(positive, 16)),
    from: time,
    until: time,
  }),
  /** `later`: whoever was elected to that office for a term that has not begun. */
  record({ kind: constant('recall-officer'), office: text(40), holder, later: optional(yesNo) }),
  record({ kind: constant('recall-delegate'), election: ref('DelegatesElected'), seat: positive }),
  record({
    kind: constant('vacate-seat'),
    election: ref('DelegatesElected'),
    seat: positive,
    reason: choice('died', 'moved', 'absent'),
  }),
  record({ kind: constant('request-affiliation'), to: origin, toKey: verifierKey }),
  record({ kind: constant('admit'), ...admissionFields }),
  record({
    kind: constant('mandate'),
    on: elsewhere,
    textHash: hash,
    instruction: choice('yes', 'no', 'abstain', 'free', 'come-back-and-ask', 'split'),
    /** Of `split`: in what proportion the delegation votes. */
    divided: optional(record({ yes: count, no: count, abstain: count })),
    redLines: optional(text(400)),
  }),
  record({ kind: constant('answer'), consultation: elsewhere, textHash: hash }),
  record({ kind: constant('forward'), to: origin }),
  record({
    kind: constant('amend-motion'),
    motion: ref('MotionTabled'),
    /** The furthest from the motion's text is voted first: the lowest number. */
    order: positive,
    substantive: yesNo,
  }),
  record({ kind: constant('pact'), with: text(120) }),
  record({
    kind: constant('measure'),
    what: text(120),
    /** Absent in an act: it is for members. */
    place: optional(text(160)),
    ...besidePlace,
    from: time,
    exempt: optional(list(text(120), 16)),
    condition: optional(condition),
  }),
  record({
    kind: constant('lift'),
    measure: ref('MeasureDeclared'),
    how: choice('end', 'suspend', 'narrow', 'move'),
    /** Of `move` the new place, as in `measure`; of `narrow` what is left. */
    to: optional(text(160)),
    ...besidePlace,
  }),
  record({ kind: constant('join-measure'), measure: elsewhere, how: choice('joined', 'withdrawn') }),
  record({
    kind: constant('exempt-service'),
    measure: ref('MeasureDeclared'),
    /** One of the closed list (`measure/essential.ts`): what is wider is a lifting. */
    service: text(120),
    limits: exemptionLimits,
  }),
  record({ kind: constant('revoke'), resolution: ref('ResolutionAdopted'), decision: optional(positive) }),
  record({ kind: constant('settle'), resolution: ref('ResolutionAdopted'), decision: optional(positive) }),
  record({ kind: constant('challenge'), on: elsewhere, decision: optional(positive), claimedMatter: matter }),
  record({ kind: constant('demand-list'), demands: list(text(200), 64) }),
  record({
    kind: constant('change-demand'),
    list: ref('DemandListAdopted'),
    number: positive,
    state: choice('open', 'offered', 'met', 'broken', 'dropped'),
  }),
  record({ kind: constant('amend-statute'), statute }),
  record({ kind: constant('annul-vote'), vote: ref('VoteOpened'), reason: text(400) }),
  record({ kind: constant('dissolve'), assetsTo: text(200) }),
  record({ kind: constant('change-entitlement'), below: origin, seats: count, class: optional(text(40)) }),
  record({ kind: constant('order-audit'), below: origin }),
  record({ kind: constant('leave'), above: origin }),
  record({ kind: constant('exclude'), below: origin }),
  record({ kind: constant('extend-term'), office: text(40), until: time }),
  record({ kind: constant('elect-presidium'), holders: list(record({ office: text(40), holder }), 8) }),
  record({ kind: constant('recall-presidium'), office: text(40) }),
  record({ kind: constant('approve-minutes'), sitting: ref('SittingConvened or SittingEnteredLate') }),
  record({ kind: constant('correct-minutes'), minutes: ref('MinutesApproved') }),
  record({
    kind: constant('form-committee'),
    committee: origin,
    parents: list(record({ body: origin, seats: positive }), 16),
    matters: list(matter, matters.length),
    powers: list(text(80), 16),
    reportDays: positive,
    /** Absent: as long as the statute allows. */
    until: optional(time),
  }),
  record({ kind: constant('end-committee'), committee: origin }),
  record({ kind: constant('report') }),
  record({ kind: constant('judge-report'), report: ref('DelegateReported') }),
  record({ kind: constant('judge-accounts'), entry: ref('EntryBooked or EntryReversed'), until: day }),
  record({ kind: constant('judge-committee'), report: elsewhere }),
  record({
    kind: constant('split'),
    parts: list(record({ body: origin, members: count }), 16),
    seats: list(record({ above: origin, seats: list(count, 16) }), 8),
    on: time,
  }),
  /** What was done irregularly, on the same text: a decision of a late entry, or what a sitting did in words. */
  record({
    kind: constant('regularise'),
    act: ref('SittingEnteredLate or IrregularityRecorded'),
    decision: optional(positive),
  }),
  record({ kind: constant('confirm-key-loss'), report: ref('OfficerKeyReportedLost') }),
  record({ kind: constant('settle-dispute'), dispute: ref('ClaimDisputed'), holder: optional(origin) }),
  record({ kind: constant('dismiss-witness'), witness: ref('WitnessAppointed') }),
  /** The map comes with the motion; everybody can read it before it is voted. */
  record({ kind: constant('draw-territory'), geojson: map }),
  /** The rule is one of `packages/supply`; its classes, weights and floors are a file, by its hash. */
  record({ kind: constant('adopt-sharing-rule'), rule: choice(...sharingRules), parameters: hash }),
  record({
    kind: constant('adopt-plan'),
    rule: ref('SharingRuleAdopted'),
    problem: hash,
    plan: hash,
    /** SHA-256 of the lines of each part, as canonical JSON. */
    parts: list(hash, 96),
    replaces: optional(ref('PlanAdopted')),
  }),
  record({
    kind: constant('ask-sitting'),
    of: origin,
    matters: list(matter, matters.length),
    texts: optional(list(askedText, matters.length)),
  }),
);

/** The page of acts has a table of them. */
export const proposal = explained(anyProposal, 'a proposal, of one of the kinds below');

export type Proposal = TypeOf<typeof proposal>;
export type ProposalOf<K extends Proposal['kind']> = Extract<Proposal, { readonly kind: K }>;
