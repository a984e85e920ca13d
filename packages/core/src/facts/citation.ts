/** Where in another book it is written that something is so: an act, and a head that covers it. */
export interface Citation {
  readonly book: string;
  readonly index: number;
  readonly leaf: string;
  readonly size: number;
  readonly root: string;
}
