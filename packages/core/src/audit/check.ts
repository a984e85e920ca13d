import { canonicalText } from '../canonical.ts';
import type { ActName } from '../catalogue/acts.ts';
import type { Act } from '../fold.ts';
import type { BodyState } from '../state.ts';

/** An act as a book holds it, with the authority under which it was written where the auditor has it. */
export type AuditedAct = Act & { readonly by?: { readonly office: string; readonly article: string } };

/** What an act says against what follows from the acts before it. Not a verdict: it is for people to judge. */
export interface Difference {
  readonly index: number;
  readonly act: string;
  readonly code: DifferenceCode;
  readonly says: string;
  readonly recalculated: string;
}

export type DifferenceCode =
  | 'time'
  | 'index'
  | 'unknown-act'
  | 'cannot-follow'
  | 'authority'
  | 'roll'
  | 'notice'
  | 'quorum'
  | 'count'
  | 'rule'
  | 'electorate'
  | 'outcome'
  | 'effect'
  | 'term'
  | 'statute'
  | 'entitlement'
  | 'recalled'
  | 'suspension'
  | 'consultation'
  | 'enrolment'
  | 'order';

type Found = Omit<Difference, 'index' | 'act'>;

/** One act against the state before it. */
export type Check<N extends ActName> = (state: BodyState, act: Act<N>) => readonly (Found | null)[];

export type Checks = { readonly [N in ActName]?: Check<N> };

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : canonicalText(value ?? null);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
};

/** A difference if the two are not the same data. */
export const same = (code: DifferenceCode, says: unknown, recalculated: unknown): Found | null =>
  canonicalText(says ?? null) === canonicalText(recalculated ?? null)
    ? null
    : { code, says: shown(says), recalculated: shown(recalculated) };

/** A difference unless the condition holds; `recalculated` says what it is. */
export const holds = (condition: boolean, code: DifferenceCode, says: unknown, recalculated: unknown): Found | null =>
  condition ? null : { code, says: shown(says), recalculated: shown(recalculated) };
