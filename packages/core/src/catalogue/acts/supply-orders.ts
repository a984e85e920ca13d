import { aLot, allotment, amount, amountOrNone, sharingRules, signedByOfficer } from '../../supply/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, elsewhere, hash, list, optional, origin, positive, ref, time } from '../fields.ts';

const supply = actsOf('supply', 'implemented');

export const NeedDeclared = supply('NeedDeclared', {
  by: ['anyone'],
  article: 'supply',
  data: {
    site: ref('SiteRegistered'),
    item: ref('ItemNamed'),
    quantity: amount,
    until: time,
    /** Who said so: the site's own hand, where no officer of the committee has. */
    hand: optional(ref('HandEnrolled')),
  },
  effect: 'A site needs this much until then, capped by people served and the voted standard.',
});

export const NeedCountersigned = supply('NeedCountersigned', {
  by: ['anyone'],
  article: 'supply',
  data: { need: ref('NeedDeclared'), officer: signedByOfficer },
  cites: ['OfficersElected', 'BodyFounded'],
  effect: 'An officer of the site’s assembly has signed the need: the assembly answers for it.',
});

export const NeedFoundOver = supply('NeedFoundOver', {
  by: ['officer'],
  article: 'supply',
  data: {
    need: ref('NeedDeclared'),
    declared: amount,
    found: amountOrNone,
    countedBy: choice('committee', 'assembly', 'both'),
  },
  effect:
    'More was declared than was found to be needed. It stands beside the site’s next need; nobody is punished by a formula.',
});

export const SharingRuleAdopted = supply('SharingRuleAdopted', {
  by: ['vote'],
  article: 'supply',
  data: { vote: ref('VoteOpened'), rule: choice(...sharingRules), parameters: hash },
  effect:
    'From now on this rule says who gets what: its name in `packages/supply`, and the file of its classes, weights and floors by hash.',
});

export const PlanAdopted = supply('PlanAdopted', {
  by: ['vote', 'officer'],
  article: 'supply.allocation',
  data: {
    rule: ref('SharingRuleAdopted'),
    problem: hash,
    plan: hash,
    /** SHA-256 of the lines of each part, as canonical JSON. */
    parts: list(hash, 96),
    replaces: optional(ref('PlanAdopted')),
    until: optional(time),
    vote: optional(ref('VoteOpened')),
  },
  effect:
    'This plan, which anyone can recompute from its inputs and the rule, is carried out once all its parts are entered. What it replaces binds no more; what was handed over stays.',
});

export const AllocationAdopted = supply('AllocationAdopted', {
  by: ['officer'],
  article: 'supply.allocation',
  data: { plan: ref('PlanAdopted'), part: positive, parts: positive, lines: list(allotment, 64) },
  effect: 'So much of these lots is for these sites, and for nobody else, as long as the plan holds.',
});

export const TripDispatched = supply('TripDispatched', {
  by: ['officer'],
  article: 'supply',
  data: {
    plan: ref('PlanAdopted'),
    vehicle: ref('VehicleRegistered'),
    lines: list(allotment, 32),
    hand: ref('HandEnrolled'),
  },
  discloses: { route: 'members' },
  effect: 'A vehicle is to bring this there; the crew’s hand signs. Goods move by hand-overs alone.',
  reversedBy: 'TripEnded',
});

export const TripEnded = supply('TripEnded', {
  by: ['officer'],
  article: 'supply',
  data: { trip: ref('TripDispatched') },
  effect: 'The trip is over. What it did not bring can be sent with another; what came back is a hand-over.',
});

export const LotOffered = supply('LotOffered', {
  by: ['officer'],
  article: 'supply',
  data: { lot: aLot, site: ref('SiteRegistered'), quantity: amount, to: origin, until: time },
  sealed: true,
  effect: 'Until then this may pass to another body’s book by its acceptance, and nobody here can allocate it.',
  reversedBy: 'OfferLapsed',
});

export const LotAccepted = supply('LotAccepted', {
  by: ['officer'],
  article: 'supply',
  data: {
    offer: elsewhere,
    item: ref('ItemNamed'),
    site: ref('SiteRegistered'),
    quantity: amount,
    bestBefore: optional(time),
  },
  cites: ['LotOffered', 'ActSealed'],
  sealed: true,
  effect: 'Before the offer’s time was over: the lot belongs to this book now.',
});

export const LotDeclined = supply('LotDeclined', {
  by: ['officer'],
  article: 'supply',
  data: { offer: elsewhere },
  cites: ['LotOffered', 'ActSealed'],
  sealed: true,
  effect: 'This body will not accept the offer, so that whoever made it is free again.',
});

export const LotPassed = supply('LotPassed', {
  by: ['anyone'],
  article: 'supply',
  data: { offer: ref('LotOffered'), acceptance: elsewhere },
  cites: ['LotAccepted', 'ActSealed'],
  effect: 'The other book has accepted in time: what was offered left the depot and is passed on.',
});

export const OfferLapsed = supply('OfferLapsed', {
  by: ['anyone'],
  article: 'supply',
  data: {
    offer: ref('LotOffered'),
    declined: optional(elsewhere),
    /** The book that goes on from the one to which it was offered, whose end was lost: nobody can accept it any more. */
    succeeded: optional(origin),
    /** Of the other book's last act. */
    heardOf: time,
  },
  /** Where nobody has answered, the last act of the other book. */
  cites: ['LotDeclined', 'ActSealed', 'any act'],
  effect:
    'The other body has declined, or its book goes beyond the offer’s time without an acceptance, or was lost and goes on in another: none can come after. The lot is free again.',
});
