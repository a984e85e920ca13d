/** Of `GET …/delegations`. */
export interface Delegations {
  readonly days: number | null;
  /** The sitting of this body that is open now. */
  readonly sitting: number | null;
  readonly seats: readonly SeatAbove[];
}

export interface SeatAbove {
  readonly above: string;
  readonly title: string;
  readonly seat: number;
  readonly until: string;
  readonly recalled: number | null;
  readonly mine: 'holder' | 'alternate' | null;
  readonly votes: readonly VoteAbove[];
  readonly mandates: readonly {
    readonly motion: number;
    readonly title: string;
    readonly instruction: string | null;
  }[];
  readonly reports: readonly {
    readonly act: number;
    readonly at: string;
    readonly text: string | null;
    readonly judged: { readonly act: number; readonly outcome: 'approved' | 'rejected' } | null;
    /** It is before the sitting that is open now. */
    readonly tabled: boolean;
  }[];
  readonly missed: number | null;
  readonly due: string | null;
}

interface VoteAbove {
  readonly vote: number;
  readonly title: string;
  readonly outcome: string;
  readonly reported: boolean;
}
