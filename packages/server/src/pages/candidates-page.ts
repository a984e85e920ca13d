import { tableGet } from '@cabildo/core';
import { answerMark } from '@cabildo/web/look/answer-marks';
import type { HeldContest, HeldElection, Standing } from '../app/held-election.ts';
import type { BookView } from '../app/node.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { badge } from './parts.ts';
import { actPath, bodyPath, officeSaid, type Visit } from './visit.ts';

export const candidatesPath = (book: Pick<BookView, 'name'>, motion: number): string =>
  `${bodyPath(book)}/candidates/${motion}`;

/**
 * Who stands in an election, for the hall's wall and for the booth, and afterwards what came of it: ballots and archive have numbers
 * alone. It is for everybody, so it names only those who asked for it (DESIGN 7); beside every other number there is a line to write on.
 */
export async function candidatesPage(visit: Visit, book: BookView, index: number): Promise<Page | null> {
  const { words } = visit;
  const election = await visit.node.election(book.origin, index, null);
  if (election === null) return null;
  const { title } = election;
  return {
    title: `${words.candidates.title}: ${title}`,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title, path: actPath(book, index) },
    ],
    body: html`<div class="sheets"><article class="sheet poster"><p class="of">${book.title}</p><p class="calls-to">${words.candidates.title}</p><h1>${title}</h1>${election.contests.map((contest) => contestOf(visit, book, contest))}${standing(visit, book, election)}<p class="soft">${words.candidates.names}</p><ul class="signatures"><li>${words.candidates.by}</li></ul></article></div>`,
  };
}

/** Until the vote is opened others may stand: the way there is for whoever is signed in on the phone, and not printed. */
function standing({ words }: Visit, book: BookView, { motion, vote }: HeldElection): Html | null {
  if (vote !== null) return null;
  const sitting = tableGet(book.state.motions, motion)?.sitting;
  const way = html`<p class="not-on-paper"><a class="button" href="/office/candidates/${book.name}/${sitting}">${words.candidates.stand}</a></p>`;
  return html`<p><strong>${words.candidates.stillOpen}</strong></p>${book.remote ? null : way}`;
}

function contestOf(visit: Visit, book: BookView, contest: HeldContest): Html {
  const { number, list } = visit.formats(book.state);
  const { candidates: words } = visit.words;
  const { offices, seats, marks, candidates, counted } = contest;
  const title =
    offices.length > 0
      ? list(offices.map((office) => officeSaid(visit, office)))
      : words.seats(list(seats.map(number)));
  if (candidates.length === 0) return html`<section><h2>${title}</h2><p>${words.nobody}</p></section>`;
  const asked = marks === null ? words.rank : words.mark(number(marks));
  const how = counted === null ? html`<p>${asked}</p>` : html`<p class="soft">${actLink(visit, book, counted)}</p>`;
  const rows = candidates.map((one) => rowOf(visit, book, contest, one));
  return html`<section><h2>${title}</h2>${how}<ul class="plain candidates">${rows}</ul></section>`;
}

const actLink = ({ link, words }: Visit, book: BookView, act: number): Html =>
  html`<a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`;

function rowOf(visit: Visit, book: BookView, { offices, seats, counted }: HeldContest, one: Standing): Html {
  const { link, words } = visit;
  const { number } = visit.formats(book.state);
  const { place, votes } = one;
  const office = place === null ? undefined : offices[place - 1];
  const at =
    place === null
      ? undefined
      : office !== undefined
        ? officeSaid(visit, office)
        : words.body.seat(seats[place - 1] ?? 0);
  const figure =
    votes === null || counted === null
      ? null
      : html` <a href="${link(actPath(book, counted))}">${words.candidates.votes(number(votes))}</a>`;
  const elected = at === undefined ? null : html` ${badge('green', words.candidates.elected(at))}`;
  return html`<li>${markOf(one.number)}<strong>${number(one.number)}</strong>${nameOf(visit, one)}${figure}${elected}</li>`;
}

/** The same beside the same number in the booth. */
function markOf(candidate: number): Html {
  const { shape, colour } = answerMark(candidate);
  return html`<span class="answer-mark ${`colour-${colour}`}" aria-hidden="true">${shape}</span>`;
}

function nameOf({ words }: Visit, { name, withdrawn }: Standing): Html {
  if (withdrawn) return html`<span class="soft">${words.candidates.withdrawn}</span>`;
  if (name !== null) return html`<span>${name}</span>`;
  return html`<span class="to-write" role="img" aria-label="${words.candidates.toWrite}"></span>`;
}
