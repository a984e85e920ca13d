/** Of `GET …/correspondence`. */
export interface Correspondence {
  readonly questions: readonly QuestionAbove[];
  readonly waiting: readonly MotionWaiting[];
  readonly received: readonly MotionReceived[];
  readonly sent: readonly MotionSent[];
  /** How many there are of each that are not said here: the older ones. */
  readonly more: Readonly<Record<'questions' | 'waiting' | 'received' | 'sent', number>>;
}

export interface QuestionAbove {
  /** The book of the body that asks, its name here, and its title. */
  readonly asker: string;
  readonly name: string;
  readonly body: string;
  readonly consultation: number;
  readonly title: string;
  readonly text: string | null;
  readonly textHash: string;
  readonly issuedAt: string;
  readonly deadline: string;
  readonly outcome: 'ratified' | 'rejected' | null;
  readonly through: readonly string[];
  readonly answer: {
    readonly act: number | null;
    readonly answer: 'yes' | 'no';
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
    readonly sealed: boolean;
    readonly arrived: boolean;
  } | null;
  readonly sitting: {
    readonly sitting: number;
    readonly place: string;
    readonly startsAt: string;
    readonly opened: boolean;
    readonly motion: number | null;
  } | null;
}

export interface MotionWaiting {
  readonly below: string;
  readonly body: string;
  readonly act: number;
  readonly title: string;
}

export interface MotionReceived {
  readonly received: number;
  readonly body: string;
  readonly title: string;
  readonly text: string | null;
  readonly due: string | null;
  readonly overdue: boolean;
  readonly tabled: number | null;
  readonly fate: string;
  readonly answer: { readonly act: number; readonly fate: string; readonly sealed: boolean } | null;
  /** The one that is open now. */
  readonly sitting: number | null;
}

export interface MotionSent {
  readonly sent: number;
  readonly body: string;
  readonly title: string;
  readonly sealed: boolean;
  readonly listed: number | null;
  readonly due: string | null;
  readonly tabled: number | null;
  readonly answer: {
    readonly act: number;
    readonly fate: string;
    readonly sealed: boolean;
    readonly reasons: string | null;
    readonly written: boolean;
  } | null;
}
