import type { BookView } from '../app/node.ts';
import { bodyPath } from './visit.ts';

export const correspondencePath = (book: Pick<BookView, 'name'>): string => `${bodyPath(book)}/correspondence`;
