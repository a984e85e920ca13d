import { statute } from '../../statute/fields.ts';
import { map } from '../../territory/fields.ts';
import { actsOf } from '../entry.ts';
import {
  bodyName,
  choice,
  count,
  elsewhere,
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
} from '../fields.ts';

const body = actsOf('body', 'implemented');
const statutes = actsOf('statute', 'implemented');
const roll = actsOf('roll', 'implemented');

export const BodyFounded = body('BodyFounded', {
  by: ['operator'],
  article: 'founding',
  data: {
    name: bodyName,
    title: text(120),
    kind: choice('base', 'delegate', 'committee'),
    convener: record({ holder, key: publicKey }),
    provisionalUntil: time,
    /** Of a part: where the body that divided itself names it. */
    splitFrom: optional(elsewhere),
  },
  cites: ['BodySplit', 'ActSealed'],
  effect: 'The body exists, provisional and unproven; its founder may convene the first sitting and nothing else.',
  reversedBy: 'BodyDissolved',
});

export const FoundingWitnessed = body('FoundingWitnessed', {
  by: ['presidium', 'secretary'],
  article: 'founding',
  data: { founding: elsewhere, leaf: hash },
  cites: ['BodyFounded', 'BodyProven'],
  sealed: true,
  effect: 'This body says that it knows the neighbouring body and saw it founded.',
});

export const BodyProven = body('BodyProven', {
  by: ['presidium', 'secretary'],
  article: 'founding',
  data: { minutes: ref('MinutesApproved'), witnesses: list(elsewhere, 8) },
  cites: ['FoundingWitnessed', 'ActSealed'],
  effect: 'The body is no longer provisional: its founding minutes are sealed and neighbours have witnessed them.',
});

export const BodyDissolved = body('BodyDissolved', {
  by: ['vote'],
  article: 'rules.dissolution',
  data: { vote: ref('VoteOpened'), assetsTo: text(200) },
  sealed: true,
  effect: 'The body decides nothing any more; its book stays. Its seats above count no more once that is shown there.',
});

export const BodySplit = body('BodySplit', {
  by: ['vote'],
  article: 'affiliation.splitting',
  data: {
    vote: ref('VoteOpened'),
    /** Its name among them: it goes on as one of them. */
    parts: list(record({ body: origin, members: count }), 16),
    /** In each body above: the seats of each part, in their order. */
    seats: list(record({ above: origin, seats: list(count, 16) }), 8),
    /** The day from which the parts decide, and the whole no more. */
    on: time,
  },
  cites: ['AffiliationAdmitted'],
  sealed: true,
  effect: 'The roll and the seats are divided among the parts; splitting adds no seats.',
});

export const TerritoryDrawn = body('TerritoryDrawn', {
  by: ['convener', 'vote'],
  article: 'founding',
  /** Without a vote: as it was founded. */
  data: { vote: optional(ref('VoteOpened')), geojson: map },
  effect: 'The body’s territory is the attached map.',
  reversedBy: 'TerritoryDrawn',
});

export const StatuteAdopted = statutes('StatuteAdopted', {
  by: ['convener', 'vote', 'statute'],
  article: 'amendment',
  data: { statute, sha256: hash, vote: optional(ref('VoteOpened')) },
  effect: 'These are the body’s rules from now on; terms of those in office stay as they were.',
  reversedBy: 'StatuteAdopted',
});

export const RollAuditOrdered = roll('RollAuditOrdered', {
  by: ['vote'],
  article: 'roll.sample',
  data: { vote: ref('VoteOpened'), below: origin, sample: positive, due: time },
  cites: ['RollCounted', 'RollAudited', 'ActSealed'],
  sealed: true,
  effect:
    'A body below has this many people of its roll looked for, before that day; a body that shows no audit by then shows nobody.',
});

export const RollAudited = roll('RollAudited', {
  by: ['officer'],
  article: 'roll.sample',
  data: { size: count, sampled: count, confirmed: count, orderedBy: elsewhere },
  cites: ['RollAuditOrdered', 'ActSealed'],
  sealed: true,
  effect: 'A sample of the roll was checked by order of the body above; what was not found counts no more there.',
});

export const RollCounted = roll('RollCounted', {
  by: ['secretary'],
  article: 'roll',
  data: { size: count, root: hash, doubleMembers: count },
  sealed: true,
  effect: 'The size of the roll on this day, with the overlap with other bases where it is known.',
});
