import type { BookView } from '../app/node.ts';
import { bodyPath } from './visit.ts';

export const accountsPath = (book: Pick<BookView, 'name'>): string => `${bodyPath(book)}/accounts`;

/** Whether there is anything on its page. */
export const keepsAccounts = ({ state }: Pick<BookView, 'state'>): boolean => state.accounts.commodities.size > 0;
