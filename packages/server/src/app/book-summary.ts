import type { Time } from '@cabildo/core';

/** A book without what it says. */
export interface BookSummary {
  readonly origin: string;
  readonly name: string;
  readonly kind: 'body' | 'heads';
  readonly remote: boolean;
  readonly title: string;
  readonly vkey: string;
  readonly size: number;
  readonly at: Time;
  readonly readOnly: string | null;
  readonly source: string | null;
  readonly predecessor: string | null;
}
