import type { BookView } from '../app/node.ts';
import { bodyPath } from './visit.ts';

export const consultationPath = (book: Pick<BookView, 'name'>, index: number): string =>
  `${bodyPath(book)}/consultations/${index}`;
