import {
  aLot,
  amount,
  amountOrNone,
  cargo,
  contingentSize,
  lotAmount,
  place,
  sensitiveStock,
  siteKind,
  siteSaid,
  symbol,
  total,
} from '../../supply/fields.ts';
import { actsOf } from '../entry.ts';
import { choice, hash, list, optional, positive, publicKey, record, ref, text, time, yesNo } from '../fields.ts';

const supply = actsOf('supply', 'implemented');

export const ItemNamed = supply('ItemNamed', {
  version: 2,
  by: ['officer'],
  article: 'supply',
  data: { symbol, title: text(80), unit: text(40), cargo, sensitive: optional(sensitiveStock) },
  effect:
    'Amounts of this are counted in whole units of it; its class says whether life passes. Of what is sensitive, pages show as much as the statute’s `publicity.sensitive` allows; the acts have exact amounts.',
});

export const SiteRegistered = supply('SiteRegistered', {
  version: 2,
  by: ['officer'],
  article: 'supply',
  data: {
    kind: siteKind,
    ...siteSaid,
  },
  discloses: { location: 'members' },
  effect:
    'A plant, depot, clinic, kitchen, school, shelter or neighbourhood takes part in the sharing. Where it is lies beside the book, and here only as roughly as was published; its assembly may sign for it.',
  reversedBy: 'SiteClosed',
});

export const SiteChanged = supply('SiteChanged', {
  by: ['officer'],
  article: 'supply',
  data: {
    site: ref('SiteRegistered'),
    ...siteSaid,
  },
  discloses: { location: 'members' },
  effect:
    'From now on this is what the registers say of the site, all of it; what was said before stays in its act. What kind of site it is stays, as goods lie there by it.',
});

export const SiteClosed = supply('SiteClosed', {
  by: ['officer'],
  article: 'supply',
  data: { site: ref('SiteRegistered') },
  effect: 'The site takes part no more, and its hands sign no more. What is there stays counted there.',
});

export const VehicleRegistered = supply('VehicleRegistered', {
  by: ['officer'],
  article: 'supply',
  data: { title: text(80), carries: list(record({ item: ref('ItemNamed'), quantity: amount }), 16) },
  discloses: { plate: 'officers' },
  effect: 'A vehicle carries so much of each. Its plate lies beside the book.',
  reversedBy: 'VehicleWithdrawn',
});

export const VehicleWithdrawn = supply('VehicleWithdrawn', {
  by: ['officer'],
  article: 'supply',
  data: { vehicle: ref('VehicleRegistered') },
  effect: 'The vehicle carries no more, and its hands sign no more.',
});

export const HandEnrolled = supply('HandEnrolled', {
  by: ['officer'],
  article: 'supply.handDays',
  data: { of: place, key: publicKey, until: time },
  effect: 'This key signs hand-overs for that site or vehicle until then. It names no person.',
  reversedBy: 'HandWithdrawn',
});

export const HandWithdrawn = supply('HandWithdrawn', {
  by: ['officer'],
  article: 'supply.handDays',
  data: { hand: ref('HandEnrolled') },
  effect: 'The key signs no more hand-overs; what it has signed stands.',
});

export const LotReceived = supply('LotReceived', {
  by: ['officer'],
  article: 'supply',
  data: {
    item: ref('ItemNamed'),
    site: ref('SiteRegistered'),
    quantity: amount,
    from: text(120),
    document: optional(hash),
    bestBefore: optional(time),
  },
  effect: 'So much came in from outside and is in this depot: a lot of this book.',
});

export const StockCounted = supply('StockCounted', {
  by: ['officer', 'member', 'delegate'],
  article: 'supply.counters',
  data: {
    site: ref('SiteRegistered'),
    item: ref('ItemNamed'),
    round: positive,
    counts: list(amountOrNone, 4),
    /** By what was on record before. */
    recorded: total,
    missing: list(lotAmount, 32),
    /** More than was on record is a lot of its own, of unknown origin. */
    found: optional(amount),
  },
  effect:
    'Several people counted, each without the others’ numbers; the smallest one is relied on. What is missing is lost, what is too much was found.',
});

export const LossRecorded = supply('LossRecorded', {
  by: ['officer'],
  article: 'supply',
  data: { lot: aLot, at: place, quantity: amount, reason: text(200) },
  effect: 'What was lost is written down, so that the sum holds.',
  reversedBy: 'LossReversed',
});

export const LossReversed = supply('LossReversed', {
  by: ['officer'],
  article: 'supply',
  data: {
    loss: ref('LossRecorded or StockCounted or HandOverRecorded or HandOverReported'),
    lot: aLot,
    at: place,
    quantity: amount,
    reason: text(200),
  },
  effect: 'What had been written off has turned up: it is at that place again.',
});

export const ContingentAnnounced = supply('ContingentAnnounced', {
  version: 2,
  by: ['officer'],
  article: 'supply',
  data: {
    /** Of the first version alone: how many. */
    people: optional(positive),
    /** Tens, hundreds, thousands: how many exactly lies beside the book. */
    size: optional(contingentSize),
    from: time,
    until: time,
  },
  discloses: { people: 'members', about: 'members' },
  effect:
    'People are coming who need beds and meals. How many exactly, who they are and where from lies beside the book.',
  reversedBy: 'AnnouncementWithdrawn',
});

export const PlacesOffered = supply('PlacesOffered', {
  by: ['officer'],
  article: 'supply',
  data: { site: ref('SiteRegistered'), what: choice('beds', 'meals'), count: positive, from: time, until: time },
  effect: 'A school, a union hall or a kitchen offers so many beds, or meals a day, in that time.',
  reversedBy: 'AnnouncementWithdrawn',
});

export const AnnouncementWithdrawn = supply('AnnouncementWithdrawn', {
  by: ['officer'],
  article: 'supply',
  data: { announcement: ref('ContingentAnnounced or PlacesOffered or RoadClosureReported') },
  effect: 'It does not hold any more.',
});

export const RoadClosureReported = supply('RoadClosureReported', {
  by: ['officer'],
  article: 'supply',
  data: { title: text(80), confirmed: yesNo, from: time, until: optional(time) },
  discloses: { place: 'members' },
  effect: 'A road is said to be closed there; plans go round it until the report is withdrawn or its time is over.',
  reversedBy: 'AnnouncementWithdrawn',
});
