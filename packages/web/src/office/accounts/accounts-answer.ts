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
  readonly judged: { readonly act: number; readonly until: string; readonly outcome: 'approved' | 'rejected' } | null;
  readonly sittings: readonly CalledSitting[];
}
