/** One person in one body on this phone. Several may share a phone: each has a queue and a key of their own. */
export interface Person {
  /** Of this phone alone; it is sent nowhere. */
  readonly id: string;
  readonly body: string;
  /** The whole name of the body's book: what a signature is over. */
  readonly origin: string | null;
  readonly title: string;
  /** The bearer: sent to this node only, and never in an address. */
  readonly token: string;
  readonly signedIn: boolean;
  /** Tells two cards apart, and says nothing of either: whoever scans the same card again is the same person. */
  readonly card: number | null;
  /** When this person was last shown, in milliseconds: the page opens with the last one. */
  readonly shown: number;
}
