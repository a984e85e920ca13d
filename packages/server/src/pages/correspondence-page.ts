import type { BookView } from '../app/node.ts';
import { correspondenceAsked } from './correspondence-asked.ts';
import { motionsReceived, motionsSent } from './correspondence-motions.ts';
import { correspondencePath } from './correspondence-path.ts';
import { html } from './html.ts';
import type { Page } from './layout.ts';
import { type Alone, type Lists, listPage } from './listing.ts';
import { bodyPath, type Visit } from './visit.ts';

const lists: Lists = { sent: motionsSent, received: motionsReceived };

/**
 * What a body's people need to be told: what they were asked and what came of it, and the fate of what they sent up; or one list of
 * it by itself.
 */
export async function correspondencePage(visit: Visit, book: BookView, alone: Alone | null): Promise<Page | null> {
  if (book.kind !== 'body') return null;
  const { words } = visit;
  const title = words.correspondence.title(book.title);
  if (alone !== null) {
    const trail = [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title: words.correspondence.link, path: correspondencePath(book) },
    ];
    return listPage(visit, book, { title, trail, alone, lists });
  }
  return {
    title,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<h1>${title}</h1>${await correspondenceAsked(visit, book)}${await motionsSent(visit, book)}${await motionsReceived(visit, book)}`,
  };
}
