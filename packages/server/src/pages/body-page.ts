import type { BodyState } from '@cabildo/core';
import { forks as forksKnown } from '../app/exchange/forks.ts';
import type { BookView } from '../app/node.ts';
import { answersGiven, measuresJoined, measuresOf, sentUp } from './body-actions.ts';
import { asideOf } from './body-aside.ts';
import { type Listed, notCarried, resolutionsIn, resolutionsOf } from './body-resolutions.ts';
import { delegatesOf, seatsBelow } from './body-seats.ts';
import { sittingsBefore, sittingsOf } from './body-sittings.ts';
import { delegateVoteLists, delegateVotes } from './delegate-votes.ts';
import { demandsOf } from './demands-page.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { type Alone, type Lists, listPage } from './listing.ts';
import { badge } from './parts.ts';
import { statutePath } from './statute-page.ts';
import { bodyPath, booksAbove, type Visit } from './visit.ts';

const lists: Lists = {
  sittings: sittingsBefore,
  'not-carried': notCarried,
  measures: measuresOf,
  joined: measuresJoined,
  demands: demandsOf,
  seats: seatsBelow,
  'sent-up': sentUp,
  answers: async (visit, book, alone) => answersGiven(visit, book, await booksAbove(visit, book.state), alone),
};

/** One list of what is on a body’s page. */
export async function bodyList(visit: Visit, book: BookView, alone: Alone): Promise<Page | null> {
  const votes = delegateVoteLists(await booksAbove(visit, book.state));
  const trail = [
    { title: visit.words.site.assemblies, path: '/' },
    { title: book.title, path: bodyPath(book) },
  ];
  return listPage(visit, book, { title: book.title, trail, alone, lists: { ...lists, ...votes } });
}

/** Everything about one body; `which` of its resolutions are listed, and from where. */
export async function bodyPage(visit: Visit, book: BookView, which: Listed): Promise<Page | null> {
  const { state } = book;
  const above = await booksAbove(visit, state);
  const [forks, aside] = await Promise.all([forksKnown(visit.node, book.origin), asideOf(visit, book, above)]);
  const trail = above.slice(0, 1).map(({ title, name }) => ({ title, path: bodyPath({ name }) }));
  const { words } = visit;
  if (which.from > 0 && which.from >= resolutionsIn(visit, book, which).length) return null;
  return {
    title: book.title,
    trail: [{ title: words.site.assemblies, path: '/' }, ...trail],
    body: html`<div class="head"><h1>${book.title}</h1>${standing(visit, state)}${
      book.remote ? badge('indigo', words.body.mirror, 'book') : null
    }${forks.length > 0 ? badge('red', words.body.forked, 'alert') : null}${
      book.readOnly === null ? null : badge('ochre', words.body.readOnly, 'alert')
    }</div>
<p class="soft">${state.body === null ? null : words.terms.bodyKind[state.body.kind]}${state.statute === null ? null : html` · <a href="${visit.link(statutePath(book))}">${state.statute.rules.title}</a>`}</p>
<div class="columns"><div>${sittingsOf(visit, book)}${resolutionsOf(visit, book, which)}${await measuresOf(visit, book)}${measuresJoined(visit, book)}${demandsOf(visit, book)}${delegatesOf(visit, book)}${await delegateVotes(visit, book, above)}${seatsBelow(visit, book)}${sentUp(visit, book)}${answersGiven(visit, book, above)}</div><aside>${aside}</aside></div>`,
  };
}

function standing({ words, now, ...visit }: Visit, state: BodyState): Html | null {
  const { body } = state;
  if (body === null) return null;
  if (body.proven !== null) return badge('green', words.body.proven, 'shield');
  if (now >= body.provisionalUntil) return badge('red', words.body.provisionalOver);
  return badge(
    'ochre',
    `${words.body.unproven}. ${words.body.provisional(visit.formats(state).day(body.provisionalUntil))}`,
  );
}
