export interface RollFact {
  readonly index: number;
  readonly size: number;
  /** `order` is the act above that asked for it; `size` the roll of which the sample was taken. */
  readonly audit: {
    readonly order: number;
    readonly size: number;
    readonly sampled: number;
    readonly confirmed: number;
  } | null;
}
