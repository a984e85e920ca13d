import {
  choice,
  constant,
  count,
  elsewhere,
  hash,
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
  yesNo,
} from '../catalogue/fields.ts';
import { consultationRule } from '../consultation/fields.ts';
import { exemptionLimits } from '../measure/essential.ts';
import { withheld } from '../measure/fields.ts';
import { proposal } from '../motion/proposal.ts';
import { conditionFields } from '../resolution/fields.ts';
import { askedText } from '../sitting/notice.ts';
import { matter } from '../statute/fields.ts';
import { goodsStandings } from './goods-fields.ts';
import { moneyStandings } from './money-fields.ts';

const carried = ref('DecisionCarried');
const demandState = choice('open', 'offered', 'met', 'broken', 'dropped');

const condition = record({
  ...conditionFields,
  certified: optional(record({ at: time, happened: choice('yes', 'no', 'not-agreed') })),
});

/** What stands when a book ends, as it stands; numbers are those of the book that goes on. */
export const standing = oneOf(
  record({
    kind: constant('resolution'),
    matter,
    title: text(200),
    textHash: hash,
    status: choice('in-force', 'suspended', 'conditional'),
    adoptedAt: time,
    /** What it does once it is ratified, where it has not done so yet. */
    proposal,
    hasActed: yesNo,
    /** The bases have been asked and have ratified it. */
    ratified: optional(yesNo),
    pactWith: optional(text(120)),
    /** Of a measure that has not begun yet, or a lifting: where its place is committed to. */
    withheld: optional(withheld),
    condition: optional(condition),
    challenges: optional(list(record({ body: origin, claimedMatter: matter }), 64)),
  }),
  record({
    kind: constant('measure'),
    resolution: carried,
    what: text(120),
    place: optional(text(160)),
    area: optional(text(160)),
    withheld: optional(list(withheld, 16)),
    from: time,
    essential: list(text(120), 16),
    exempt: list(record({ service: text(120), resolution: carried, limits: exemptionLimits }), 64),
    lifted: optional(
      record({ how: choice('end', 'suspend', 'narrow', 'move'), resolution: carried, to: optional(text(160)) }),
    ),
  }),
  record({
    kind: constant('demand-list'),
    resolution: carried,
    demands: list(
      record({
        text: text(200),
        state: demandState,
        before: demandState,
        reportedAt: optional(time),
        challenged: optional(yesNo),
      }),
      64,
    ),
  }),
  record({
    kind: constant('obligation'),
    matters: list(matter, 12),
    due: time,
    texts: optional(list(askedText, 12)),
  }),
  /** That other bodies attest those in office; those before can object until then, each with the key that is named here. */
  record({
    kind: constant('recovery'),
    due: time,
    keys: list(record({ office: text(40), key: publicKey, until: time }), 16),
  }),
  /**
   * Nobody attests those in office: who was attested last, since when they are replaced, and whom this book knew then. Those alone
   * can attest an election in the book that goes on, and those before alone can object to it.
   */
  record({
    kind: constant('officers-before'),
    at: time,
    keys: list(record({ office: text(40), key: publicKey, until: time }), 16),
    known: list(record({ body: origin, as: choice('above', 'neighbour', 'below') }), 24),
  }),
  record({ kind: constant('audit-order'), below: origin, sample: positive, due: time }),
  /** Whose turn joint seats were in the last sitting that was held, and since when: the next one's comes in this book. */
  record({ kind: constant('joint-turns'), turns: list(record({ body: origin, since: time }), 8) }),
  record({
    kind: constant('consultation'),
    resolution: carried,
    title: text(200),
    textHash: hash,
    issuedAt: time,
    deadline: time,
    bases: count,
    rule: consultationRule,
    throughTiers: yesNo,
    /** Under what names bases were asked in the books before: answers to those are answers to this. */
    names: list(elsewhere, 32),
    /** Bodies below that waited when the question was put: they belong in this book, and are not asked. */
    waiting: optional(list(origin, 64)),
    reopened: list(record({ below: origin, until: time }), 64),
    challengedBy: list(origin, 64),
  }),
  ...goodsStandings,
  ...moneyStandings,
);

export type Standing = TypeOf<typeof standing>;
