/** A committee’s accounts: it hands them in, and those who formed it judge them (decision 0017, Open books). */
import { lineage } from '../affiliation/lineage.ts';
import type { BodyState } from '../state.ts';
import type { PresentedReport } from './state.ts';

export const presentedAt = ({ accounts }: Pick<BodyState, 'accounts'>, act: number): PresentedReport | null =>
  (accounts.presented ?? []).find((report) => report.act === act) ?? null;

/** The one that those who formed the committee have still to judge: there is never more than one. */
export const presentedNow = ({ accounts }: Pick<BodyState, 'accounts'>): PresentedReport | null =>
  (accounts.presented ?? []).find(({ settled }) => settled === null) ?? null;

/** What one of those who formed the committee is called in its charter, in whichever book it goes on. */
export const parentNamed = ({ body }: Pick<BodyState, 'body'>, book: string): string | null =>
  body?.charter?.parents.find((parent) => lineage(book).includes(parent.body))?.body ?? null;

/** One that rejects is enough; what was given together is approved by all who gave it. Null: some have still to say. */
export function outcomeOf(
  { body }: Pick<BodyState, 'body'>,
  judged: readonly Pick<PresentedReport['judged'][number], 'parent' | 'outcome'>[],
): 'approved' | 'rejected' | null {
  if (judged.some(({ outcome }) => outcome === 'rejected')) return 'rejected';
  const parents = body?.charter?.parents ?? [];
  const approved = parents.filter((parent) => judged.some((one) => one.parent === parent.body));
  return parents.length > 0 && approved.length === parents.length ? 'approved' : null;
}
