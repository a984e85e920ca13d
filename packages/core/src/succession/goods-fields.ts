import {
  choice,
  constant,
  count,
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
  handOverId,
  handOverKind,
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

const meant = { lot: carried, site: carried, quantity: amount, left: amountOrNone };

/** Of goods, as they stand when a book ends: registers, lots and where they are, plans and trips under way, what is not settled. */
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
  /** One that signs no more is there because a trip under way names it. */
  record({ kind: constant('hand'), of: carried, key: publicKey, until: time, withdrawn: optional(yesNo) }),
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
  /** All its parts were in the book. One that binds no more goes on for the trips that are under way by it. */
  record({
    kind: constant('plan'),
    /** Absent where another rule is in force by now. */
    rule: optional(carried),
    problem: hash,
    plan: hash,
    parts: list(hash, 96),
    until: optional(time),
    ended: yesNo,
  }),
  record({ kind: constant('allotments'), plan: carried, lines: list(record(meant), 48) }),
  record({
    kind: constant('trip'),
    plan: carried,
    vehicle: carried,
    hand: carried,
    lines: list(record(meant), 32),
    /** In which book before the last one its route lies. */
    beside: optional(elsewhere),
  }),
  /** Provisional: one side has signed. `written`: what its text says, which names the places and lots as the book before did. */
  record({
    kind: constant('hand-over'),
    id: handOverId,
    is: handOverKind,
    from: carried,
    to: carried,
    trip: optional(carried),
    madeAt: time,
    recordedAt: time,
    lines: list(
      record({
        lot: carried,
        item: carried,
        given: amount,
        received: amountOrNone,
        damaged: amountOrNone,
        /** How much of what was missing has turned up. */
        reversed: optional(amount),
      }),
      24,
    ),
    written: record({
      book: origin,
      from: count,
      to: count,
      trip: optional(count),
      lots: list(record({ lot: count, item: count }), 24),
    }),
  }),
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
