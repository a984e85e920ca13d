import { electionMethod, methodOption, vacancyRule } from '../../election/fields.ts';
import { countedMethod, decisionRule } from '../../statute/fields.ts';
import { raisedCard } from '../../vote/fields.ts';
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
  publicKey,
  record,
  ref,
  text,
  time,
  yesNo,
} from '../fields.ts';

const vote = actsOf('vote', 'implemented');

const tally = record({ yes: count, no: count, abstain: count });

export const VoteOpened = vote('VoteOpened', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'rules',
  data: {
    sitting: ref('SittingConvened'),
    motion: ref('MotionTabled'),
    method: countedMethod,
    rule: decisionRule,
    /** A second majority that must hold too. */
    and: optional(decisionRule),
    /** The vote on the same motion that decided nothing, taken again by another method. */
    again: optional(ref('VoteOpened')),
    /** What a delegation’s card weighs. */
    weights: optional(choice('seats', 'members')),
    /** Of the members that the cards weigh: how many are known to be in two bases. */
    doubleMembers: optional(count),
    /** Of a mixed vote, and of one in secret (`phones`: those who draw a credential): how many vote in which channel, frozen. */
    channels: optional(record({ hands: count, phones: count, papers: count })),
    /** Of those present: how many hold a slip of an open cabildo and are on no roll. */
    slips: optional(count),
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
    /** `people`: how many were in the block, where the teller counted them too. */
    entries: list(record({ yes: count, no: count, abstain: count, people: optional(count) }), 2),
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
    /** Where two majorities must hold: how each came out, in the order of the statute. */
    each: optional(list(choice('carried', 'rejected', 'tied'), 2)),
    /** Where delegations are counted: on which side each tally puts them; `abstain` are those on neither. */
    bodies: optional(list(tally, 2)),
    /** Of a mixed vote: what came by phone, which is in the tallies too. */
    phones: optional(tally),
    /** Of an election: people on its list or papers have counted it, because the hall had nobody else (`tellers.candidates`). */
    candidatesCounted: optional(yesNo),
    /** Root over the salted commitments of device votes; a voter’s receipt is a proof of inclusion. */
    ballots: optional(record({ count, root: hash })),
    /** Seats vote openly: who voted what, as an attachment; where the statute publishes totals alone it is disclosed to members. */
    rollCall: optional(record({ sha256: hash, bytes: count, mediaType: text(80) })),
  },
  discloses: { seats: 'members' },
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
    /** Absent: the card of the whole delegation. */
    seat: optional(positive),
    mandate: text(20),
    cast: raisedCard,
    /** The vote dropped out before the close, by a recall; that it was against the mandate stays on record. */
    dropped: optional(yesNo),
  },
  cites: ['MandateGiven', 'MandateDivided', 'ActSealed'],
  effect: 'The vote counted, is marked as against the mandate, and is reported to the base.',
});

export const VoteAnnulled = vote('VoteAnnulled', {
  by: ['vote', 'convener', 'presidium', 'former-officer'],
  article: 'rules',
  data: { vote: ref('VoteOpened'), reason: text(400), decidedBy: optional(ref('VoteOpened')) },
  effect:
    'The vote is void and is taken again. An open one is stopped by whoever opened it; a closed one only by a vote, and only if nothing has come of it.',
});

export const AcclamationRecorded = vote('AcclamationRecorded', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'rules',
  data: {
    sitting: ref('SittingConvened'),
    motion: ref('MotionTabled'),
    method: choice('acclamation', 'consensus'),
    asked: count,
    objections: count,
    countAsked: yesNo,
    carried: yesNo,
    /** What a count would have been held to. */
    rule: decisionRule,
    present: count,
    roll: count,
  },
  effect:
    'Decided without a count, objections asked for three times; one that asks for a count gets it, and consensus is without any. Carried, it stands as a vote that is closed.',
});

const urnPapers = record({ papers: count, yes: count, no: count, abstain: count, blank: count, spoilt: count });

export const UrnCounted = vote('UrnCounted', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'tellers',
  data: {
    vote: ref('VoteOpened'),
    /** The last one; those before it were recounted by other tellers. */
    round: positive,
    entries: list(urnPapers, 2),
    agreed: yesNo,
  },
  effect:
    'A paper urn was counted in public by two tellers; blank papers are abstentions, spoilt ones count for nothing. Written when the vote is closed.',
});

export const DelegationCardsCounted = vote('DelegationCardsCounted', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'tellers',
  data: {
    vote: ref('VoteOpened'),
    cards: list(
      record({
        below: origin,
        weight: count,
        round: positive,
        /** What each of the two tellers saw. */
        raised: list(raisedCard, 2),
        /** The base’s division, by which the weight is divided. */
        divided: optional(tally),
      }),
      24,
    ),
  },
  cites: ['MandateDivided', 'ActSealed'],
  effect: 'Each delegation’s card was raised and counted with its weight. Written when the vote is closed.',
});

export const LotAnnounced = vote('LotAnnounced', {
  by: ['convener', 'presidium', 'former-officer'],
  article: 'rules',
  data: { vote: ref('VoteOpened'), source: text(200), at: time },
  effect: 'Where the seed of a lot will come from, and when, is said beforehand.',
});

export const LotDrawn = vote('LotDrawn', {
  by: ['convener', 'presidium', 'teller', 'former-officer'],
  article: 'rules',
  data: {
    vote: ref('VoteOpened'),
    announced: ref('LotAnnounced'),
    /** What the source gave, as it was read out. */
    seed: text(400),
    /** SHA-256 of `cabildo/lot/v1`, book, vote and seed, a line each; of a contest also its number and which lot of it. */
    digest: hash,
    among: list(text(80), 64),
    drawn: text(80),
    /** Of an election that is counted: in which contest, and how it stands with this lot. */
    contest: optional(positive),
    outcome: optional(choice('carried', 'rejected', 'tied')),
  },
  effect: 'A tie was resolved by a lot in public; anyone can draw it again from the seed.',
});

export const CandidateEntered = vote('CandidateEntered', {
  by: ['member', 'delegate', 'convener', 'presidium', 'secretary', 'former-officer'],
  article: 'elections',
  data: {
    motion: ref('MotionTabled'),
    /** Which of the statute’s contests. */
    contest: positive,
    /** On the paper. */
    number: positive,
    holder,
    key: optional(publicKey),
    alternate: optional(holder),
    /** Where the statute has parity: whether this candidate counts for it. */
    woman: optional(yesNo),
  },
  discloses: { name: 'public' },
  effect:
    'Whoever holds that place on the paper can be elected; where a seat is to be filled, perhaps with an alternate. Named beside the book are those alone who asked for it.',
  reversedBy: 'CandidateWithdrawn',
});

export const CandidateWithdrawn = vote('CandidateWithdrawn', {
  by: ['member', 'delegate', 'convener', 'presidium', 'secretary', 'former-officer'],
  article: 'elections',
  data: { motion: ref('MotionTabled'), contest: positive, number: positive },
  effect: 'That candidate cannot be elected any more; papers pass the number over.',
});

export const ElectionCounted = vote('ElectionCounted', {
  by: ['convener', 'presidium', 'teller', 'secretary', 'former-officer'],
  article: 'elections',
  data: {
    vote: ref('VoteOpened'),
    contest: positive,
    method: electionMethod,
    /** Every option of the method that has a value. */
    options: list(methodOption, 24),
    vacancy: vacancyRule,
    seats: positive,
    /** The offices, or the numbers of the seats, in the order in which they are filled. */
    places: optional(list(text(40), 16)),
    papers: record({ valid: count, blank: count, invalid: count, spoilt: count }),
    /** So many of them were opened of a secret box, as sums; the others are of paper. */
    box: optional(count),
    /** The last one; those before it were typed again by other tellers. */
    round: positive,
    agreed: yesNo,
    /** With fewer papers than these only scrutineers see them. */
    publicFrom: positive,
    /** Candidates that were drawn by lot, in that order. */
    lots: list(positive, 64),
    /** By number; the first takes the first place. Empty while a lot is to be drawn, and where two counts differ. */
    elected: list(record({ number: positive, holder, stage: positive }), 16),
    lotsRequired: optional(
      record({
        stage: positive,
        purpose: choice('elect', 'exclude', 'transfer-first', 'order'),
        tied: list(positive, 64),
        draw: positive,
      }),
    ),
    /** Who has left a place since, in that order: the last of the places is filled by this count. */
    vacated: optional(list(positive, 64)),
    /** Acts after which the body had to elect: nobody need be convened for it any more. */
    answers: optional(list(ref('OfficerRecalled or OfficerResigned'), 8)),
    /** Every stage of the count, with the words that a teller reads out. */
    result: optional(record({ sha256: hash, bytes: count, mediaType: text(80) })),
  },
  discloses: { ballots: 'public', scrutiny: 'officers' },
  effect:
    'The papers of a contest are counted by the statute’s method. They lie beside the book, committed to here, so that whoever has them can count again; of a set too small for the public, scrutineers.',
});
