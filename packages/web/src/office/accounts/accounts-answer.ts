/** Of `GET …/accounts`, as far as these screens read it. Amounts are in the smallest parts of their money. */
export interface Money {
  readonly symbol: string;
  readonly title: string;
  readonly decimals: number;
}

export interface Line {
  readonly account: string;
  readonly commodity: string;
  readonly amount: number;
}

export interface Entry {
  readonly act: number;
  readonly day: string;
  readonly words: string;
  readonly lines: readonly Line[];
  readonly reversed: boolean;
  readonly single: boolean;
  readonly own: boolean;
}

export interface ReportNow {
  readonly entry: number;
  readonly until: string;
  readonly entries: number;
  readonly single: number;
  readonly sums: readonly {
    readonly commodity: string;
    readonly assets: number;
    readonly income: number;
    readonly expenses: number;
  }[];
}

export interface CalledSitting {
  readonly sitting: number;
  readonly place: string;
  readonly startsAt: string;
  readonly opened: boolean;
  readonly items: readonly { readonly title: string; readonly textHash: string | null }[];
  readonly tabled: boolean;
}

type Outcome = 'approved' | 'rejected';

export interface Accounts {
  readonly today: string;
  readonly offsetMinutes: number;
  readonly noticeHours: number;
  readonly closed: string | null;
  readonly mayBook: boolean;
  readonly commodities: readonly Money[];
  readonly accounts: readonly string[];
  readonly opening: string | null;
  readonly entries: readonly Entry[];
  readonly report: ReportNow | null;
  readonly judged: { readonly act: number; readonly until: string; readonly outcome: Outcome } | null;
  readonly sittings: readonly CalledSitting[];
  readonly isCommittee: boolean;
  /** The sitting of this body that is open now. */
  readonly openSitting: number | null;
  readonly committees: readonly CommitteeAccounts[];
  readonly handedIn: HandedIn | null;
}

/** What a committee of this body has handed in, and what this body has said of it. */
export interface CommitteeAccounts {
  readonly committee: string;
  readonly title: string;
  /** Its name in addresses of this node. */
  readonly page: string;
  /** Its book is written by this node, which anybody may ask to write down what was said. */
  readonly isHere: boolean;
  readonly act: number;
  readonly until: string;
  readonly entries: number;
  readonly single: number;
  readonly sums: readonly (ReportNow['sums'][number] & { readonly decimals: number })[];
  readonly outcome: Outcome | null;
  readonly said: {
    readonly book: string;
    readonly act: number;
    readonly outcome: Outcome;
    readonly sealed: boolean;
    readonly shown: boolean;
  } | null;
  readonly tabled: boolean;
}

/** Of a committee: what it has handed in to those who formed it. */
export interface HandedIn {
  readonly act: number;
  readonly until: string;
  readonly settled: number | null;
  readonly parents: readonly {
    readonly body: string;
    readonly title: string;
    readonly said: { readonly act: number; readonly outcome: Outcome } | null;
    /** Sealed in its own book, and not in this one yet. */
    readonly found: { readonly book: string; readonly index: number; readonly outcome: Outcome } | null;
  }[];
}
