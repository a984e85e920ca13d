import type { Sentences } from '../../answers.ts';

/** Of `GET …/petitions`, as far as these screens read it. */
export interface Target {
  readonly against: 'delegate' | 'officer' | 'presidium' | 'public-office';
  readonly target: string;
  /** Of an office: what people call it. */
  readonly called?: Sentences;
  /** Of a seat: the body in which it is. */
  readonly above?: string;
  readonly title?: string;
  readonly seat?: number;
}

export interface Petition extends Target {
  readonly petition: number;
  readonly needed: number;
  readonly of: number;
  readonly until: string;
  readonly gathering: boolean;
  readonly phones: number;
  readonly paper: number;
  readonly reached: number | null;
  readonly due: string | null;
  readonly sitting: number | null;
  readonly recalled: number | null;
  readonly mine: {
    readonly signed: boolean;
    readonly counts: { readonly round: number; readonly entered: boolean } | null;
  } | null;
}

export interface Petitions {
  readonly petitions: readonly Petition[];
  readonly about: readonly Target[];
  readonly offsetMinutes: number;
}
