/** A numbered slip that was just given out. */
export interface Slip {
  readonly number: number;
  /** Shown once; none for whoever raises a card or votes on paper. */
  readonly code: string | null;
}

/** As a card's: what is after `#` reaches no server. */
export const slipAddress = (body: string, code: string): string =>
  `${location.origin}/phone#${new URLSearchParams({ body, card: code })}`;
