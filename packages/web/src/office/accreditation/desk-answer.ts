/** Of `GET /api/bodies/{body}`, what a desk of credentials looks at. */
export interface DeskBody {
  readonly origin: string;
  /** The verifier key of this assembly's book. */
  readonly key: string;
  readonly state: {
    readonly affiliates: Readonly<Record<string, DeskAffiliate>>;
    readonly seats: Readonly<Record<string, DeskSeat>>;
  };
}

export interface DeskAffiliate {
  readonly title: string;
  readonly entitlement: number;
}

export interface DeskSeat {
  readonly sitting: number;
  readonly vacant: boolean;
  readonly holder: string;
  readonly until: string;
  readonly election: { readonly book: string; readonly index: number };
  readonly recalled: readonly { readonly holder: string; readonly act: number }[];
}

/** What the node said of one seat when the books were fetched: its credential, or why there is none. */
export interface Held {
  readonly credential: unknown;
  readonly refused: string | null;
}

/** What a desk holds of one sitting, on this machine: enough to check a credential without a network. */
export interface DeskKit {
  readonly body: DeskBody;
  readonly held: Readonly<Record<string, Held>>;
  /** Whom this desk let in, by their seats. The node may have known of a recall that the desk did not. */
  readonly letIn?: Readonly<Record<string, string>>;
}

export const seatKey = (below: string, seat: number): string => `${below}#${seat}`;
