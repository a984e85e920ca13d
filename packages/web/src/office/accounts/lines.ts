import { amountOf } from '@cabildo/core';
import { isAccount } from './account-field.tsx';
import type { Accounts, Line, Money } from './accounts-answer.ts';

/** As the rules have it. */
export const mostLines = 24;

/** One line of an entry as it is being written. */
export interface TypedLine {
  readonly key: number;
  readonly account: string;
  /** Into the account; otherwise out of it. */
  readonly into: boolean;
  readonly amount: string;
  readonly symbol: string;
}

const moneyOf = ({ commodities }: Accounts, symbol: string): Money | undefined =>
  commodities.find((one) => one.symbol === symbol) ?? commodities[0];

/** Null as long as it is no amount above zero with no more digits than its money has. */
export function amountIn(known: Accounts, { amount, symbol }: Pick<TypedLine, 'amount' | 'symbol'>): number | null {
  const read = amountOf(amount, moneyOf(known, symbol)?.decimals ?? 0);
  return read !== null && read > 0 ? read : null;
}

export function lineOf(known: Accounts, typed: TypedLine): Line | null {
  const amount = amountIn(known, typed);
  if (amount === null || !isAccount(typed.account)) return null;
  const commodity = moneyOf(known, typed.symbol)?.symbol ?? '';
  return { account: typed.account, commodity, amount: typed.into ? amount : -amount };
}

interface Sum {
  readonly commodity: string;
  readonly sum: number;
}

/** Of each money whose amounts do not come to zero, what is too much (or, below zero, too little) in the accounts. */
export function leftOf(known: Accounts, lines: readonly TypedLine[]): readonly Sum[] {
  const sums = new Map<string, number>();
  for (const typed of lines) {
    const commodity = moneyOf(known, typed.symbol)?.symbol ?? '';
    const amount = amountIn(known, typed) ?? 0;
    sums.set(commodity, (sums.get(commodity) ?? 0) + (typed.into ? amount : -amount));
  }
  return [...sums].map(([commodity, sum]) => ({ commodity, sum })).filter(({ sum }) => sum !== 0);
}
