/** Why a command was refused: data, never an exception. The sentence in Spanish and English is made from it. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The statute's article, as a path in its data; `design` for rules that no statute can change. */
  readonly article: string;
  /** What would have been needed, and what there was. */
  readonly needed?: number | string;
  readonly present?: number | string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export const refusalCodes = [
  'not-allowed',
  'term-over',
  'not-found',
  'body-exists',
  'body-not-founded',
  'provisional-over',
  'already-proven',
  'statute-contradiction',
  'offices-missing',
  'minutes-not-sealed',
  'too-few-witnesses',
  'evidence-missing',
  'not-affiliated',
  'already-affiliated',
  'affiliation-not-requested',
  'notice-too-short',
  'only-election-may-be-convened',
  'sitting-not-open',
  'sitting-already-open',
  'sitting-closed',
  'too-early',
  'second-call-too-early',
  'not-counted',
  'counts-differ',
  'wrong-round',
  'already-counted',
  'recount-by-others',
  'two-tellers-needed',
  'not-on-roll',
  'waiting-time',
  'not-in-notice',
  'text-differs-from-notice',
  'no-quorum',
  'quorum-for-matter',
  'after-closing-hour',
  'proposal-does-not-fit-matter',
  'matter-not-in-statute',
  'method-not-allowed',
  'mandated-not-by-hands',
  'already-put-to-vote',
  'vote-closed',
  'vote-still-open',
  'not-in-electorate',
  'already-voted',
  'more-hands-than-people',
  'against-mandate',
  'come-back-and-ask',
  'term-cannot-be-extended',
  'term-too-long',
  'office-not-in-statute',
  'holder-twice',
  'no-such-seat',
  'entitlement-exceeded',
  'election-not-sealed',
  'officers-unattested',
  'credential-expired',
  'credential-not-yet-valid',
  'body-unproven',
  'delegate-recalled',
  'already-accredited',
  'no-recall-found',
  'already-presented',
  'not-suspended',
  'already-consulted',
  'consultation-closed',
  'consultation-still-open',
  'no-answer-found',
  'answer-after-deadline',
  'already-received',
  'already-sealed',
  'signature-not-valid',
  'nothing-disclosed',
  'already-erased',
  'measure-not-in-force',
  'late-entry-in-future',
  'text-changed',
  'minutes-already-approved',
  'sitting-still-open',
  'too-long-for-an-act',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

export const refuse = (code: RefusalCode, article: string, more: Omit<Refusal, 'code' | 'article'> = {}): Refused => ({
  ok: false,
  refusal: { code, article, ...more },
});

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
}
