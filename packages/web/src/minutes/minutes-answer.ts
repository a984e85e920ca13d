/** The minutes of a sitting as its acts have written them so far: `GET …/sittings/{n}/minutes`. */
export interface MinutesAnswer {
  readonly sitting: number;
  readonly size: number;
  /** The head of the book as words: they tie a paper to the book. */
  readonly head: string;
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly kind: string;
  readonly startsAt: string;
  readonly closed: boolean;
  readonly late: boolean;
  readonly approval: 'officers' | 'sitting';
  readonly approvedBy: number | null;
  readonly offices: readonly string[];
  readonly notice: readonly { readonly matter: string; readonly title: string; readonly textHash: string | null }[];
  readonly parts: readonly AnsweredPart[];
  readonly motions: readonly { readonly motion: number; readonly title: string }[];
}

interface AnsweredPart {
  readonly part: string;
  readonly title: string;
  readonly nothing: string;
  readonly said: readonly string[];
  readonly lines: readonly { readonly act: number; readonly said: string; readonly text: string | null }[];
}
