/** What the node answers about an election (`GET /ballot/api/{election}`, docs/decisions/0010). */
export type Stage = 'keys' | 'trial' | 'credentials' | 'ready' | 'open' | 'closed' | 'opened';

export interface AskedQuestion {
  readonly question: string;
  readonly answers: readonly string[];
  readonly blank: boolean;
  readonly min: number;
  readonly max: number;
}

export interface TrusteeSeat {
  readonly seat: number;
  readonly list?: string;
  /** SHA-256 of the public key, once it is named in the book. */
  readonly key?: string;
  readonly steps: readonly string[];
}

export interface Status {
  readonly election: string;
  readonly body: string;
  readonly motion: number;
  readonly title: string;
  readonly group: string;
  readonly stage: Stage;
  readonly questions: readonly AskedQuestion[];
  /** Among candidates: of each question the names of its answers, null of whoever did not ask to be named. */
  readonly names?: readonly (readonly (string | null)[])[] | null;
  readonly threshold: number;
  readonly trustees: readonly TrusteeSeat[];
  readonly halves: readonly {
    readonly teller: number;
    readonly file: string;
    readonly halves: number;
    readonly inBook: boolean;
  }[];
  readonly excluded: { readonly file: string; readonly left: number } | null;
  readonly files: { readonly election: string; readonly trustees: string; readonly credentials: string } | null;
  readonly head: string | null;
  readonly ballots: number;
  /** Of a motion. */
  readonly result: { readonly yes: number; readonly no: number; readonly abstain: number } | null;
  /** Of each question the blank ballots first, then the votes for each answer. */
  readonly rows: readonly (readonly number[])[] | null;
}
