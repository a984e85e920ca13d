import { decisionRule } from '../../statute/fields.ts';
import { actsOf } from '../entry.ts';
import {
  choice,
  count,
  hash,
  holder,
  list,
  optional,
  origin,
  positive,
  record,
  ref,
  text,
  time,
  yesNo,
} from '../fields.ts';

const vote = actsOf('vote', 'implemented');
const votePlanned = actsOf('vote', 'planned');

const tally = record({ yes: count, no: count, abstain: count });

export const VoteOpened = vote('VoteOpened', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'rules',
  data: {
    sitting: ref('SittingConvened'),
    motion: ref('MotionTabled'),
    method: choice('hands', 'devices', 'roll-call'),
    rule: decisionRule,
    present: count,
    roll: count,
    /** Who may vote, frozen: their number and the root of the salted list. */
    electorate: record({ count, root: hash }),
  },
  effect: 'The vote is open. The list is frozen: it forbids additions, never removals. No tally is shown to anyone.',
  reversedBy: 'VoteAnnulled',
});

export const BlockCounted = vote('BlockCounted', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'tellers',
  data: {
    vote: ref('VoteOpened'),
    block: text(40),
    /** The last one; those before it were recounted by other tellers. */
    round: positive,
    entries: list(record({ yes: count, no: count, abstain: count }), 2),
    agreed: yesNo,
  },
  effect:
    'Two tellers counted the hands of a block, neither seeing the other’s numbers; both stand. Written when the vote is closed: until then nobody is told a number.',
});

export const VoteClosed = vote('VoteClosed', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'rules',
  data: {
    vote: ref('VoteOpened'),
    /** One tally, or two where tellers still differ: of each block’s first and second entries. */
    tallies: list(tally, 2),
    turnout: count,
    dropped: count,
    outcome: choice('carried', 'rejected', 'tied', 'undetermined', 'annulled'),
    /** Root over the salted commitments of device votes; a voter’s receipt is a proof of inclusion. */
    ballots: optional(record({ count, root: hash })),
    /** Seats vote openly: who voted what, as an attachment. */
    rollCall: optional(record({ sha256: hash, bytes: count, mediaType: text(80) })),
  },
  effect:
    'The result stands as the rule gives it; a tie is an outcome, and numbers that differ decide nothing unless every one of them does.',
  reversedBy: 'VoteAnnulled',
});

export const MandateBreached = vote('MandateBreached', {
  by: ['statute'],
  article: 'mandates.binding',
  data: {
    vote: ref('VoteOpened'),
    below: origin,
    seat: positive,
    mandate: text(20),
    cast: choice('yes', 'no', 'abstain'),
  },
  cites: ['MandateGiven', 'ActSealed'],
  effect: 'The vote counted, is marked as against the mandate, and is reported to the base.',
});

export const VoteAnnulled = votePlanned('VoteAnnulled', {
  by: ['vote', 'presidium'],
  article: 'rules',
  data: { vote: ref('VoteOpened'), reason: text(400) },
  effect: 'The vote is void and is taken again.',
});

export const AcclamationRecorded = votePlanned('AcclamationRecorded', {
  by: ['presidium'],
  article: 'acclamation',
  data: { motion: ref('MotionTabled'), asked: count, objections: count, countAsked: yesNo },
  effect: 'Decided without a count, objections asked for three times; one that asks for a count gets it.',
});

export const UrnCounted = votePlanned('UrnCounted', {
  by: ['teller'],
  article: 'tellers',
  data: { vote: ref('VoteOpened'), papers: count, entries: list(tally, 2), blank: count, spoilt: count },
  effect: 'A paper urn was counted in public by two tellers.',
});

export const DelegationCardsCounted = votePlanned('DelegationCardsCounted', {
  by: ['teller'],
  article: 'tellers',
  data: { vote: ref('VoteOpened'), cards: list(record({ below: origin, yes: count, no: count, abstain: count }), 64) },
  effect: 'Each delegation’s card was raised and counted with its weight.',
});

export const LotDrawn = votePlanned('LotDrawn', {
  by: ['presidium', 'teller'],
  article: 'lots',
  data: {
    vote: ref('VoteClosed'),
    among: list(text(80), 64),
    drawn: text(80),
    seed: hash,
    announced: ref('LotAnnounced'),
  },
  effect: 'A tie was resolved by a lot in public; the lot is part of the record.',
});

export const LotAnnounced = votePlanned('LotAnnounced', {
  by: ['presidium'],
  article: 'lots',
  data: { source: text(200), at: time },
  effect: 'Where the seed of a lot will come from is said beforehand.',
});

export const ElectionCounted = votePlanned('ElectionCounted', {
  by: ['teller'],
  article: 'elections',
  data: {
    vote: ref('VoteOpened'),
    method: text(40),
    options: hash,
    seats: positive,
    ballots: hash,
    result: hash,
    elected: list(holder, 64),
  },
  discloses: { count: 'public' },
  effect:
    'The count of an election with its method, options, ballots’ commitment and full result, to be recounted by anyone.',
});
