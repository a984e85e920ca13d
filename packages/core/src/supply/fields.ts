import {
  choice,
  constant,
  type Field,
  integer,
  oneOf,
  optional,
  origin,
  positive,
  publicKey,
  record,
  ref,
  signature,
  type TypeOf,
  text,
} from '../catalogue/fields.ts';
import { essentialServices } from '../measure/essential.ts';

/** What goods are for: the services of `measure/essential.ts`, and all others. The class decides whether life passes. */
export const cargo = choice(...essentialServices, 'goods');

const siteKinds = [
  'plant',
  'depot',
  'clinic',
  'kitchen',
  'school',
  'hall',
  'shelter',
  'neighbourhood',
  'other',
] as const;

/** Goods are kept in a plant or a depot, and used everywhere else. */
export const siteKind = choice(...siteKinds);

const named = (pattern: string, reads: string): Field<string> => ({
  schema: { type: 'string', pattern },
  reads,
  optional: false,
});

/** `GLP10`: an item's name in accounts. */
export const symbol = named('^[A-Z][A-Z0-9]{1,11}$', 'symbol of an item');

/** 16 random bytes that the giver's phone made, in lower-case hexadecimal digits. */
export const handOverId = named('^[0-9a-f]{32}$', '16 bytes, hexadecimal');

/**
 * Of an item whose stocks could put people in danger: what everybody is shown is whole steps of so many units, or less, as the
 * statute says (`supply/shown.ts`).
 */
export const sensitiveStock = record({ step: integer(2, 2 ** 31 - 1) });

/** Where something is, in whole hundredths of a degree of WGS 84: about a kilometre. */
export const roughPosition = record({ east: integer(-18_000, 18_000), north: integer(-9_000, 9_000) });

/** How many are coming, as everybody is told: the order of magnitude. */
const contingentSizes = ['tens', 'hundreds', 'thousands', 'ten-thousands'] as const;
export const contingentSize = choice(...contingentSizes);
export type ContingentSize = TypeOf<typeof contingentSize>;

/** Whole units of an item: nothing in a book is a fraction. */
export const amount = integer(1, 2 ** 31 - 1);
export const amountOrNone = integer(0, 2 ** 31 - 1);

/** What the registers say of a site, whatever kind it is; `area` and `near`: where it is, as roughly as everybody may know. */
export const siteSaid = {
  title: text(80),
  peopleServed: amountOrNone,
  assembly: optional(origin),
  area: optional(text(80)),
  near: optional(roughPosition),
};

/** Where something is, or whose a hand is: a site or a vehicle. */
export const place = ref('SiteRegistered or VehicleRegistered');

export const aLot = ref('LotReceived or LotAccepted or StockCounted');

export const handOverKind = choice('load', 'relay', 'deliver', 'direct', 'return');

/** `received` is of what was given, `damaged` of what was received. */
export const handOverLine = record({
  lot: aLot,
  item: ref('ItemNamed'),
  given: amount,
  received: amountOrNone,
  damaged: amountOrNone,
});

export type HandOverLine = TypeOf<typeof handOverLine>;

/** By a hand that is enrolled for the place. */
export const signedByHand = record({ hand: ref('HandEnrolled'), signature });

/** By an officer of the assembly that a site belongs to, with the key enrolled there for the office. */
export const signedByOfficer = record({ book: origin, key: publicKey, signature });

export const confirmedBy = oneOf(
  record({ kind: constant('hand'), hand: ref('HandEnrolled'), signature }),
  record({ kind: constant('officer'), book: origin, key: publicKey, signature }),
);

export const lotAmount = record({ lot: aLot, quantity: amount });

/** What a lot's part is for. */
export const allotment = record({ lot: aLot, site: ref('SiteRegistered'), quantity: amount });

/** Rules of `packages/supply`, and no others: nothing a rule may look at is about a person (DESIGN section 5, invariant 12). */
export const sharingRules = ['leximin', 'proportional', 'equal-awards', 'equal-losses', 'talmud'] as const;

/** The statute's article: who may carry out a voted rule, how many count, how long an allocation and a hand hold. */
export const supplyArticle = optional(
  record({
    allocation: choice('vote', 'officers'),
    counters: optional(integer(2, 4)),
    allocationDays: optional(positive),
    handDays: optional(positive),
  }),
);

/** A sum of amounts. */
export const total = integer(0, 2 ** 53 - 1);
