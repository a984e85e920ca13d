export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** What a count adds: votes, and (where delegations are counted too) on which side each of them is. */
export interface Share {
  readonly tally: Tally;
  /** Delegations for, against, and (`abstain`) on neither side. */
  readonly bodies: Tally;
}

export const nobody: Tally = { yes: 0, no: 0, abstain: 0 };

export const sumTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({ yes: sum.yes + tally.yes, no: sum.no + tally.no, abstain: sum.abstain + tally.abstain }),
    nobody,
  );

export const sumShares = (shares: readonly Share[]): Share => ({
  tally: sumTallies(shares.map(({ tally }) => tally)),
  bodies: sumTallies(shares.map(({ bodies }) => bodies)),
});

export const turnoutOf = (tally: Tally): number => tally.yes + tally.no + tally.abstain;

/** Votes of people whom no delegation stands behind. */
export const votesAlone = (tally: Tally): Share => ({ tally, bodies: nobody });

/**
 * One delegation's votes: once more as a body, on the side that most of its votes are on. Divided equally it is on
 * neither, and counts in the base; without a vote it is not counted.
 */
export function ofDelegation(tally: Tally): Share {
  const { yes, no, abstain } = tally;
  if (turnoutOf(tally) === 0) return { tally, bodies: nobody };
  if (yes > no && yes > abstain) return { tally, bodies: { ...nobody, yes: 1 } };
  if (no > yes && no > abstain) return { tally, bodies: { ...nobody, no: 1 } };
  return { tally, bodies: { ...nobody, abstain: 1 } };
}
