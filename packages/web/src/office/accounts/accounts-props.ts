import { amountText } from '@cabildo/core';
import type { Formats } from '../../shell/formats.ts';
import type { Session } from '../../shell/session.ts';
import type { Accounts } from './accounts-answer.ts';
import type { AccountsWords } from './words-es.ts';

export interface AccountsProps {
  readonly known: Accounts;
  readonly session: Session;
  readonly formats: Formats;
  readonly words: AccountsWords;
  /** Something was sent: how it stands is asked now. */
  readonly changed: () => Promise<void>;
}

/** `1234.50 BOB`, in the reader's way of writing numbers. */
export function moneySaid({ commodities }: Accounts, amount: number, symbol: string, { language }: Formats): string {
  const decimals = commodities.find((one) => one.symbol === symbol)?.decimals ?? 0;
  const text = amountText(amount, decimals);
  return `${language === 'es' ? text.replace('.', ',') : text} ${symbol}`;
}
