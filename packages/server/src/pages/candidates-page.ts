import { candidatesIn, contestQuestions, heldElection, rankedRefusal, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { disclosedBy } from './disclosed.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

export const candidatesPath = (book: Pick<BookView, 'name'>, motion: number): string =>
  `${bodyPath(book)}/candidates/${motion}`;

/**
 * Who stands in an election, for the hall's wall and for the booth: ballots and archive have numbers alone. It is for everybody, so
 * it names only those who asked for it (DESIGN 7); beside every other number there is a line to write on.
 */
export async function candidatesPage(visit: Visit, book: BookView, index: number): Promise<Page | null> {
  const { words } = visit;
  const motion = tableGet(book.state.motions, index);
  if (motion === undefined || heldElection(motion) === null) return null;
  const isMarked = rankedRefusal(book.state, index) === null;
  const contests = await Promise.all(
    contestQuestions(book.state, index).map(async (contest) => {
      const { number, list } = visit.formats(book.state);
      const offices = contest.places.flatMap((place) => ('office' in place ? [place.office] : []));
      const seats = contest.places.flatMap((place) => ('seat' in place ? [number(place.seat)] : []));
      const title = offices.length > 0 ? list(offices) : words.candidates.seats(list(seats));
      const rows = await candidatesOf(visit, book, index, contest.contest);
      const how = isMarked ? words.candidates.mark(number(contest.max)) : words.candidates.rank;
      return html`<section><h2>${title}</h2>${rows.length === 0 ? html`<p>${words.candidates.nobody}</p>` : html`<p>${how}</p><ul class="plain candidates">${rows}</ul>`}</section>`;
    }),
  );
  const stillOpen = motion.vote === null ? html`<p><strong>${words.candidates.stillOpen}</strong></p>` : null;
  return {
    title: `${words.candidates.title}: ${motion.title}`,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title: motion.title, path: actPath(book, index) },
    ],
    body: html`<div class="sheets"><article class="sheet poster"><p class="of">${book.title}</p><p class="calls-to">${words.candidates.title}</p><h1>${motion.title}</h1>${contests}${stillOpen}<p class="soft">${words.candidates.names}</p><ul class="signatures"><li>${words.candidates.by}</li></ul></article></div>`,
  };
}

async function candidatesOf(visit: Visit, book: BookView, motion: number, contest: number): Promise<readonly Html[]> {
  const { number } = visit.formats(book.state);
  return Promise.all(
    candidatesIn(book.state, motion, contest).map(
      async ({ act, withdrawn }, at) =>
        html`<li><strong>${number(at + 1)}</strong>${withdrawn ? html`<span class="soft">${visit.words.candidates.withdrawn}</span>` : await nameOf(visit, book, act)}</li>`,
    ),
  );
}

async function nameOf(visit: Visit, book: BookView, act: number): Promise<Html> {
  const row = await visit.node.act(book.origin, act);
  const said = row === null ? [] : await disclosedBy(visit, book.state, readAct(row));
  const name = said.find(({ slot }) => slot === 'name');
  if (name?.state === 'open') return html`<span>${String(name.content)}</span>`;
  return html`<span class="to-write" role="img" aria-label="${visit.words.candidates.toWrite}"></span>`;
}
