import type { ArticleChange, FormField, Section, Statute, StatuteFault } from '@cabildo/core';

// What the node says of a draft (`/api/bodies/<body>/statute/trial`, `/schema/statute-form.json`).

export interface Problem {
  readonly problem: string;
  readonly article: string;
  readonly says: string;
}

export interface Trial {
  readonly verdict: string;
  readonly verdictSaid: string;
  readonly says: readonly string[];
}

export interface Tried {
  readonly draft: Trial;
  readonly present: Trial | null;
}

export interface PastTried extends Tried {
  readonly vote: number;
  readonly title: string;
  readonly at: string;
  readonly outcome: string;
}

export interface DraftRead {
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
  readonly advice: readonly Problem[];
  readonly changes: readonly ArticleChange[] | null;
  readonly imagined: Tried | { readonly refused: string } | null;
  readonly past?: readonly PastTried[];
}

export interface Template {
  readonly name: string;
  readonly kind: 'base' | 'delegate';
  readonly title: string;
  readonly statute: Statute;
}

export interface StatuteForm {
  readonly articles: readonly FormField[];
  readonly templates: readonly Template[];
}

export type Fault = StatuteFault;

/** What is being written: it may have holes that are no statute yet. */
export type DraftStatute = Readonly<Record<string, unknown>>;
