import type { Citation } from './facts/citation.ts';
import type { BookFacts } from './facts/of-books.ts';
import type { NodeFacts } from './facts/of-the-node.ts';
import type { SecretFacts } from './secret/facts.ts';

export type { Citation } from './facts/citation.ts';
export type { AnswerFact, BookFacts, ElectionFact, MandateFact } from './facts/of-books.ts';
export type {
  Ballot,
  BaseBelow,
  BlockEntry,
  CardEntry,
  Channel,
  Choice,
  DemandEntry,
  HeldAnswer,
  NodeFacts,
  PresenceEntry,
  UrnEntry,
} from './facts/of-the-node.ts';

/**
 * What a decision may need from outside the body's own book. `needs(state, command)` names it, the shell
 * looks it up (other books, the vault, a hash), `decide` gets what was found. An act that relies on a fact of
 * another book copies the value and carries the citations.
 */
export type Facts = BookFacts & NodeFacts & SecretFacts;
export type FactName = keyof Facts;
export type Need = { readonly [K in FactName]: { readonly fact: K } & Readonly<Facts[K]['ask']> }[FactName];
export type NeedOf<K extends FactName> = { readonly fact: K } & Readonly<Facts[K]['ask']>;

/** One looked-up fact; `found` is null where the book or vault does not have it. */
export interface Finding<K extends FactName = FactName> {
  readonly need: NeedOf<K>;
  readonly found: Facts[K]['found'] | null;
  /** Of the acts of another book that establish it. */
  readonly cites: readonly Citation[];
  /** For a fact of another book: the verifier key under which this node knows that book. */
  readonly bookKey: string | null;
}

export type Evidence = readonly Finding[];

const bookFactNames: ReadonlySet<string> = new Set([
  'founding',
  'founding-witness',
  'affiliation-request',
  'committee-formed',
  'claim',
  'split',
  'seats-given',
  'end',
  'above',
  'roll-shown',
  'audit-order',
  'election',
  'recall',
  'mandate',
  'seat-attended',
  'vote-closed',
  'member-count',
  'forwarded',
  'motion-text',
  'affiliates',
  'admission',
  'measure',
  'resolution',
  'challenge',
  'motion-answer',
  'consultation',
  'answer',
  'sitting-asked',
  'key-report',
  'key-loss',
  'officers-elected',
  'election-attested',
  'lot-offer',
  'lot-answer',
  'officer-key',
  'accounts-presented',
  'accounts-judged',
] satisfies (keyof BookFacts)[]);

export type BookNeed = { readonly [K in keyof BookFacts]: NeedOf<K> }[keyof BookFacts];

export const isBookNeed = (need: Need): need is BookNeed => bookFactNames.has(need.fact);

export const needKey = (need: Need): string =>
  JSON.stringify(Object.entries(need).sort(([a], [b]) => (a < b ? -1 : 1)));

const byNeed = new WeakMap<Evidence, ReadonlyMap<string, Finding>>();

function indexed(evidence: Evidence): ReadonlyMap<string, Finding> {
  const known = byNeed.get(evidence);
  if (known !== undefined) return known;
  const made = new Map(evidence.map((finding) => [needKey(finding.need as unknown as Need), finding]));
  byNeed.set(evidence, made);
  return made;
}

/** What was found for a need; a need that `needs` did not name is a bug. */
export function findingFor<K extends FactName>(evidence: Evidence, need: NeedOf<K>): Finding<K> {
  const key = needKey(need as unknown as Need);
  const finding = indexed(evidence).get(key);
  if (finding === undefined) throw new Error(`decide looked for a fact that needs() did not name: ${key}`);
  return finding as Finding<K>;
}
