/** What `/api/bodies/<body>/queues.json` answers: cards by commitment, queues in their order, and what went out by mark. Of nobody. */
export interface Queues {
  readonly origin: string;
  /** Of the body: hours are typed by its clock. */
  readonly offsetMinutes: number;
  readonly households: number;
  /** Cards that are not void. */
  readonly out: number;
  readonly cards: readonly { readonly number: number; readonly commitment: string; readonly void: boolean }[];
  readonly queues: readonly Queue[];
  readonly complaints: readonly Complaint[];
}

export interface Queue {
  readonly queue: number;
  readonly goods: string;
  readonly portions: number;
  readonly source: string;
  /** From when on the seed may be drawn. */
  readonly at: string;
  readonly cards: number;
  readonly drawn: { readonly seed: string } | null;
  readonly order: readonly number[] | null;
  readonly marks: readonly { readonly mark: string; readonly portions: number; readonly servings: readonly string[] }[];
  readonly served: number;
  readonly disputed: number;
  readonly portionsOut: number;
  readonly closings: readonly { readonly act: number; readonly served: number }[];
}

export interface Complaint {
  readonly complaint: number;
  readonly queue: number;
  readonly about: 'turn' | 'portion' | 'card' | 'treatment' | 'other';
  readonly outcome: string | null;
}
