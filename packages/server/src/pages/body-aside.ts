import { base64Decode, headWords } from '@cabildo/book';
import { tableEntries, tableHas } from '@cabildo/core';
import { inOrder } from '../app/directory.ts';
import type { BookView } from '../app/node.ts';
import { accountsLink } from './accounts-page.ts';
import { treePath } from './home-bodies.ts';
import { type Child, type Html, html } from './html.ts';
import { mapPath } from './map-page.ts';
import { badge, facts, icon } from './parts.ts';
import { sightingsOf } from './sightings.ts';
import { hasSupply, supplyPath } from './supply-parts.ts';
import { actPath, bodyPath, officeSaid, type Visit } from './visit.ts';

const BELOW_SHOWN = 12;
/** More than that are a page of the tree. */
const FOLDED = 60;

export async function asideOf(visit: Visit, book: BookView, above: readonly BookView[]): Promise<Child> {
  return [
    answersTo(visit, book, above),
    officersOf(visit, book),
    supplyOf(visit, book),
    await accountsLink(visit, book),
    await checkIt(visit, book),
  ];
}

function answersTo(visit: Visit, book: BookView, above: readonly BookView[]): Html {
  const { words, link } = visit;
  const { state } = book;
  const known = new Set(above.map(({ origin }) => origin));
  const strangers = tableEntries(state.requests).filter(([origin]) => !known.has(origin));
  const upper: Child = [
    above.map(
      (upperBook) =>
        html`<li><a class="node" href="${link(bodyPath(upperBook))}">${upperBook.title}</a>${tableHas(upperBook.state.affiliates, book.origin) ? null : html` <span class="soft">${words.body.notAdmitted}</span>`}</li>`,
    ),
    strangers.map(([origin]) => html`<li><span class="node">${origin}</span></li>`),
  ];
  return html`<section class="card"><h2>${words.body.answersTo}</h2>${
    state.requests.size === 0
      ? html`<p class="soft">${words.body.nobodyAbove}</p>`
      : html`<p class="soft">${words.body.above}</p><ul class="ladder">${upper}</ul>`
  }<p class="node here" aria-current="page">${book.title}</p>${belowOf(visit, book)}${territoryOf(visit, book)}</section>`;
}

function belowOf(visit: Visit, book: BookView): Html | null {
  const { words, link } = visit;
  const { state } = book;
  // A body whose book goes on in another is here once, by that one; one that has left is not.
  const all = tableEntries(state.affiliates)
    .filter(([, { succeededBy, ended }]) => succeededBy === undefined && ended === undefined)
    .toSorted(([, a], [, b]) => inOrder.compare(a.title, b.title));
  if (all.length === 0) return null;
  const item = ([origin, { title, entitlement, act }]: (typeof all)[number]): Html => {
    const known = visit.books.get(origin);
    return html`<li>${known === undefined ? html`<span class="node">${title}</span>` : html`<a class="node" href="${link(bodyPath(known))}">${title}</a>`} <a class="soft" href="${link(actPath(book, act))}">${words.body.seats(entitlement)}</a></li>`;
  };
  const rest = all.slice(BELOW_SHOWN);
  return html`<p class="soft">${words.body.below}</p><ul class="ladder">${all.slice(0, BELOW_SHOWN).map(item)}</ul>${
    rest.length === 0
      ? null
      : rest.length > FOLDED
        ? html`<p><a href="${link(treePath(book))}">${words.body.and(visit.formats(state).number(rest.length))}</a></p>`
        : html`<details><summary>${words.body.and(visit.formats(state).number(rest.length))}</summary><ul class="ladder">${rest.map(item)}</ul></details>`
  }<p><a href="${link(mapPath(book.name))}">${words.map.link}</a></p>`;
}

/** The act that voted the map of its territory. */
function territoryOf({ words, link }: Visit, book: BookView): Html | null {
  const territory = book.state.body?.territory;
  if (territory === undefined) return null;
  return html`<p>${words.map.own}: <a href="${link(actPath(book, territory.act))}">${words.body.act(territory.act)}</a></p>`;
}

function officersOf(visit: Visit, book: BookView): Html {
  const { words, link, now } = visit;
  const formats = visit.formats(book.state);
  const all = tableEntries(book.state.officers);
  const rows = all.map(([office, { from, until, act }]): [Child, Child] => [
    officeSaid(visit, office),
    html`${now < until ? null : badge('red', words.body.termOver)} ${words.body.term(formats.day(from), formats.day(until))} · <a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`,
  ]);
  // Whoever is to be replaced must see it where they look for their office.
  const claim = tableEntries(book.state.recoveries).findLast(([, { objected, due }]) => objected === null && now < due);
  const open =
    claim === undefined
      ? null
      : html`<p><strong>${words.body.recoveryOpen(formats.time(claim[1].due))}</strong> <a href="${link(actPath(book, Number(claim[0])))}">${words.body.act(Number(claim[0]))}</a></p>`;
  return html`<section class="card"><h2>${words.body.officers}</h2>${open}${rows.length === 0 ? html`<p class="soft">${words.body.noOfficers}</p>` : facts(rows)}</section>`;
}

function supplyOf({ words, link }: Visit, book: BookView): Html | null {
  return hasSupply(book.state)
    ? html`<section class="card"><p><a href="${link(supplyPath(book))}">${words.supply.link}</a></p></section>`
    : null;
}

async function checkIt(visit: Visit, book: BookView): Promise<Html> {
  const { words, link } = visit;
  const seen = await sightingsOf(visit, book);
  const names = new Set(seen.map(({ witness }) => witness));
  const whole = link(`${bodyPath(book)}/book`);
  return html`<section class="card"><h2>${icon('shield')} ${words.body.checkIt}</h2><p class="soft">${words.body.checkHow}</p>${facts(
    [
      [words.body.size, html`<a href="${whole}">${words.home.acts(visit.formats(book.state).number(book.size))}</a>`],
      [words.body.headWords, html`<strong class="words">${wordsOfHead(visit, book)}</strong>`],
      [
        words.body.witnesses,
        names.size === 0 ? words.body.noWitness : html`<a href="${whole}">${words.body.seenBy(names.size)}</a>`,
      ],
    ],
  )}<p><a href="${whole}">${words.body.checkLink}</a></p><p class="soft">${words.calendar.forPrograms}: <a href="${link(`/api/bodies/${encodeURIComponent(book.name)}/calendar.ics`)}">${words.calendar.link}</a> · <a href="/api/bodies/${encodeURIComponent(book.name)}/popolo.json">Popolo</a></p></section>`;
}

export function wordsOfHead({ under }: Visit, { head }: BookView): string {
  const root = base64Decode(head.root);
  return root === undefined ? '' : headWords(root, under).join(' · ');
}
