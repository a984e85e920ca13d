import type { ActData } from '../catalogue/acts.ts';
import type { Time } from '../time.ts';

export interface Petition extends ActData<'PetitionOpened'> {
  readonly openedAt: Time;
  /** As its signatures were last counted: the number on paper that can be relied on, and in which round of counting. */
  readonly counted: {
    readonly act: number;
    readonly round: number;
    readonly signatures: number;
    /** On phones when that was written; until it is reached they go on. */
    readonly phones?: number;
    readonly reached: boolean;
  } | null;
}

/** One teller's count of the signatures of a petition; in the vault alone until the other has counted. */
export interface PetitionEntry {
  readonly round: number;
  readonly teller: string;
  readonly signatures: number;
}
