/** The links from what was pressed on this phone to the head of the book. */
export interface ReceiptCheck {
  /** The ballot says what was pressed here; null if it was pressed elsewhere. */
  readonly asPressed: boolean | null;
  /** It is among the ballots that were counted. */
  readonly counted: boolean;
  /** The act that closed the vote holds the code of just these ballots. */
  readonly closed: boolean;
  /** That act is in the book, under its head. */
  readonly inBook: boolean;
  readonly head: { readonly size: number; readonly root: string } | null;
}

export const holds = ({ asPressed, counted, closed, inBook }: ReceiptCheck): boolean =>
  asPressed !== false && counted && closed && inBook;
