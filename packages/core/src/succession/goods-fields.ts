import {
  choice,
  constant,
  elsewhere,
  hash,
  integer,
  list,
  optional,
  origin,
  publicKey,
  record,
  ref,
  text,
  time,
  yesNo,
} from '../catalogue/fields.ts';
import {
  amount,
  amountOrNone,
  cargo,
  roughPosition,
  sensitiveStock,
  sharingRules,
  siteKind,
  symbol,
  total,
} from '../supply/fields.ts';

const carried = ref('DecisionCarried');
const mostSum = 2 ** 53 - 1;

/** Below zero: something left there that nobody has shown to have come. */
const atPlaces = list(record({ place: carried, quantity: integer(-mostSum, mostSum) }), 64);

/** Of goods, as they stand when a book ends: registers, lots and where they are, what is offered. Orders are given anew. */
export const goodsStandings = [
  record({
    kind: constant('item'),
    symbol,
    title: text(80),
    unit: text(40),
    cargo,
    sensitive: optional(sensitiveStock),
  }),
  record({
    kind: constant('site'),
    title: text(80),
    is: siteKind,
    peopleServed: amountOrNone,
    assembly: optional(origin),
    area: optional(text(80)),
    near: optional(roughPosition),
    closed: yesNo,
    /** In which book before the last one the words lie that are not in any. */
    beside: optional(elsewhere),
  }),
  record({
    kind: constant('vehicle'),
    title: text(80),
    carries: list(record({ item: carried, quantity: amount }), 16),
    withdrawn: yesNo,
    beside: optional(elsewhere),
  }),
  record({ kind: constant('hand'), of: carried, key: publicKey, until: time }),
  record({ kind: constant('sharing-rule'), rule: choice(...sharingRules), parameters: hash }),
  record({
    kind: constant('need'),
    site: carried,
    item: carried,
    quantity: amount,
    until: time,
    declaredAt: time,
    countersigned: yesNo,
    found: optional(amountOrNone),
  }),
  record({
    kind: constant('lot'),
    item: carried,
    site: carried,
    by: choice('outside', 'found', 'accepted'),
    received: total,
    lost: total,
    passed: total,
    bestBefore: optional(time),
    places: atPlaces,
  }),
  /** Of a lot that is in more places than fit into one act. */
  record({ kind: constant('lot-places'), lot: carried, places: atPlaces }),
  /** Under the name that it has in the book where it was made: it is answered under that. */
  record({
    kind: constant('offer'),
    lot: carried,
    site: carried,
    quantity: amount,
    to: origin,
    until: time,
    name: elsewhere,
  }),
] as const;
