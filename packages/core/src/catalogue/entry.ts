import type { Fields, Values } from './fields.ts';

/** Who may bring an act about: an office's role in the body, a standing outside it, or a procedure of the statute. */
export type Role =
  | 'convener'
  | 'presidium'
  | 'secretary'
  | 'teller'
  | 'officer'
  /** An officer whose term has run out and whom nobody has followed yet: may convene the election, nothing else. */
  | 'former-officer'
  /** Held a key until the last election: may sign that election, the hand-over, nothing else. */
  | 'outgoing-officer'
  | 'member'
  | 'delegate'
  /** Holds a numbered slip of an open cabildo: votes in that sitting, nothing else. */
  | 'slip'
  | 'operator'
  | 'anyone';

export type Procedure = 'vote' | 'statute' | 'node';

export type Subject =
  | 'body'
  | 'statute'
  | 'roll'
  | 'officers'
  | 'affiliation'
  | 'sitting'
  | 'motion'
  | 'vote'
  | 'delegation'
  | 'mandate'
  | 'recall'
  | 'resolution'
  | 'measure'
  | 'consultation'
  | 'demands'
  | 'petition'
  | 'dispute'
  | 'book'
  | 'ballot'
  | 'supply'
  | 'passage'
  | 'accounts';

/** One row of the act catalogue. */
export interface ActEntry<N extends string = string, D extends Fields = Fields> {
  readonly name: N;
  readonly version: number;
  /** `planned` rows fix names and meaning; nothing writes them yet. */
  readonly status: 'implemented' | 'planned';
  readonly subject: Subject;
  /** Whose book holds it, seen from the body that acts. */
  readonly book: 'own' | 'above' | 'below' | 'node';
  readonly by: readonly (Role | Procedure)[];
  /** The article of the statute that it rests on, a path in the statute's data. */
  readonly article: string;
  readonly data: D;
  /** What is committed here and lies beside the book: slot → who may read it. */
  readonly discloses: Readonly<Record<string, 'public' | 'members' | 'officers'>>;
  /** Acts of other books that it must cite. */
  readonly cites: readonly string[];
  /** Takes effect in other bodies, therefore only once an `ActSealed` carries enough officers' signatures. */
  readonly sealed: boolean;
  readonly effect: string;
  readonly reversedBy: string | null;
}

type Row<N extends string, D extends Fields> = Partial<Omit<ActEntry<N, D>, 'name' | 'data' | 'effect' | 'subject'>> & {
  readonly data: D;
  readonly by: readonly (Role | Procedure)[];
  readonly article: string;
  readonly effect: string;
};

/** Rows of one subject. What most rows share is left out of them: own book, version 1, nothing disclosed, cited or sealed. */
export const actsOf =
  (subject: Subject, status: 'implemented' | 'planned') =>
  <const N extends string, const D extends Fields>(name: N, row: Row<N, D>): ActEntry<N, D> => ({
    version: 1,
    book: 'own',
    discloses: {},
    cites: [],
    sealed: false,
    reversedBy: null,
    ...row,
    name,
    subject,
    status,
  });

export type DataOf<E> = E extends ActEntry<string, infer D> ? Values<D> : never;
