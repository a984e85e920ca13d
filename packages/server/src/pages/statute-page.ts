import {
  type ArticleChange,
  articleInWords,
  problemInWords,
  readStatute,
  type Statute,
  statuteDifferences,
  statuteProblems,
  tableEntries,
} from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { badge, section } from './parts.ts';
import { tallyWords, voteAt } from './rules.ts';
import { proposalsOpen, type Version, versionAt, versionsOf } from './statute-versions.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

const ARTICLES_NAMED = 6;

export const statutePath = (book: Pick<BookView, 'name'>, version?: number): string =>
  `${bodyPath(book)}/statute${version === undefined ? '' : `/${version}`}`;

/** The rules of a body as people would read them to each other: as they are, were once, or would be if a motion carried. */
export async function statutePage(visit: Visit, book: BookView, index: number | null): Promise<Page | null> {
  const { words } = visit;
  const { state } = book;
  if (book.kind !== 'body') return null;
  const trail = [
    { title: words.site.assemblies, path: '/' },
    { title: book.title, path: bodyPath(book) },
  ];
  if (state.statute === null && index === null)
    return {
      title: `${words.statute.title} · ${book.title}`,
      trail,
      body: html`<h1>${words.statute.title}</h1><p class="card">${words.statute.none}</p>`,
    };
  const version = await versionAt(visit, book, index ?? state.statute?.act ?? 0);
  if (version === null) return null;
  // The statute in force is read for what it says; what it changed is on the page of that version.
  const before = index === null ? null : await versionBefore(visit, book, version);
  return {
    title: `${version.rules.title} · ${book.title}`,
    trail: index === null ? trail : [...trail, { title: words.statute.title, path: statutePath(book) }],
    body: html`<article class="statute"><div class="head"><h1>${version.rules.title}</h1>${standing(visit, book, version)}</div>
<p class="soft">${book.title}</p>${adopted(visit, book, version)}${warnings(visit, book, version)}${changes(visit, book, before, version)}${articles(visit, version.rules)}</article>${await versionList(visit, book)}${forPrograms(visit, book, version)}`,
  };
}

/** Against which version the changes are told: of a proposal, the one in force. */
async function versionBefore(visit: Visit, book: BookView, version: Version): Promise<Version | null> {
  const adoptedOnes = versionsOf(book.state);
  const last = version.proposedBy?.open === true ? book.state.size : version.index;
  const before = adoptedOnes.findLast(({ index }) => index < last);
  return before === undefined ? null : versionAt(visit, book, before.index);
}

function standing({ words }: Visit, { state }: BookView, { index, proposedBy }: Version): Html {
  if (proposedBy?.open === true) return badge('ochre', words.statute.proposed);
  if (proposedBy !== null) return badge('red', words.statute.notAdopted, 'book');
  return state.statute?.act === index
    ? badge('green', words.statute.inForce)
    : badge('ochre', words.statute.replaced, 'book');
}

function adopted(visit: Visit, book: BookView, version: Version): Html {
  const { words, link } = visit;
  const { day } = visit.formats(book.state);
  const act = html`<a href="${link(actPath(book, version.index))}">${words.statute.act(version.index)}</a>`;
  if (version.proposedBy !== null) {
    const { open, title } = version.proposedBy;
    return html`<p class="lead">${open ? words.statute.tabled(title) : words.statute.wouldHaveBeen(title)} ${act}</p>`;
  }
  const next = versionsOf(book.state).find(({ index }) => index > version.index);
  const when =
    next === undefined ? words.statute.since(day(version.at)) : words.statute.ruled(day(version.at), day(next.at));
  return html`<p class="lead">${when} ${broughtBy(visit, book, version)} · ${act}</p>`;
}

/** The vote that made it, with its figures; or whose text a body began with. */
function broughtBy(visit: Visit, book: BookView, { vote, index }: Version): Child {
  const { words, link } = visit;
  const { state } = book;
  const found = voteAt(state, vote);
  if (found === undefined || vote === null)
    return state.predecessor === null && versionsOf(state)[0]?.index === index
      ? words.statute.byFounder
      : state.predecessor === null
        ? words.statute.byAssembly
        : words.statute.byPredecessor;
  const tally = found.closed?.tallies[0];
  const said =
    tally === undefined
      ? words.statute.byAssembly
      : words.statute.byVote(tallyWords(words, visit.formats(state), tally));
  const [key] = tableEntries(state.resolutions).find(([, resolution]) => resolution.vote === vote) ?? [];
  const to = key === undefined ? actPath(book, found.closed?.act ?? vote) : `${bodyPath(book)}/resolutions/${key}`;
  return html`${said} <a href="${link(to)}">${words.statute.seeVote}</a>`;
}

function warnings({ words, under }: Visit, { state }: BookView, { rules, proposedBy }: Version): Html | null {
  const problems = statuteProblems(rules, state.body?.kind ?? null);
  if (problems.length === 0) return null;
  const items = problems.map(
    (problem) => html`<li><a href="#${problem.article.split('.')[0] ?? ''}">${problemInWords(problem, under)}</a></li>`,
  );
  return html`<section class="card ochre"><h2>${words.statute.warnings}</h2><ul>${items}</ul><p class="soft">${proposedBy === null ? words.statute.warningsNote : words.statute.proposedWarnings}</p></section>`;
}

function changes(visit: Visit, book: BookView, before: Version | null, after: Version): Html | null {
  if (before === null) return null;
  const { words, under } = visit;
  const changed = statuteDifferences(before.rules, after.rules, under);
  const sentences = (name: 'del' | 'ins', all: readonly string[]): Child =>
    all.length === 0
      ? null
      : html`<p class="soft">${name === 'del' ? words.statute.gone : words.statute.come}</p><ul class="plain">${all.map((one) => html`<li>${name === 'del' ? html`<del>${one}</del>` : html`<ins>${one}</ins>`}</li>`)}</ul>`;
  const items = changed.map(
    ({ article, title, gone, come }) =>
      html`<li><h3><a href="#${article}">${title}</a></h3>${sentences('del', gone)}${sentences('ins', come)}</li>`,
  );
  return section(
    words.statute.changes,
    changed.length === 0
      ? html`<p class="card soft">${words.statute.noChanges}</p>`
      : html`<p class="soft">${words.statute.changesFrom(visit.formats(book.state).day(before.at))}</p><ul class="card list">${items}</ul>`,
    'changes',
  );
}

/** Each article in words; what the statute leaves out says what its absence means. */
function articles({ words, under }: Visit, rules: Statute): Html {
  const items = readStatute(rules, under).map(
    ({ article, title, sentences }) =>
      html`<section class="article" id="${article}"><h3>${title}</h3>${Object.hasOwn(rules, article) ? null : html`<p class="soft">${words.statute.unsaid}</p>`}<ul class="plain">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`,
  );
  return html`<h2>${words.statute.articles}</h2><div class="articles">${items}</div>`;
}

async function versionList(visit: Visit, book: BookView): Promise<Html> {
  const { words, link, under } = visit;
  const { state } = book;
  const formats = visit.formats(state);
  const all = await Promise.all(versionsOf(state).map(({ index }) => versionAt(visit, book, index)));
  const items = all.map((version, position) => {
    if (version === null) return null;
    const before = all[position - 1];
    const changed =
      before === undefined || before === null
        ? words.statute.first
        : words.statute.changed(
            formats.list(changedArticles(visit, statuteDifferences(before.rules, version.rules, under))),
          );
    return html`<li><a href="${link(statutePath(book, version.index))}">${words.statute.version(formats.day(version.at))}</a> ${standing(visit, book, version)} <span class="soft">${changed} · <a href="${link(actPath(book, version.index))}">${words.statute.act(version.index)}</a></span></li>`;
  });
  const waiting = proposalsOpen(state).map(
    ({ index, title }) => html`<li><a href="${link(statutePath(book, index))}">${title}</a></li>`,
  );
  return html`${waiting.length === 0 ? null : section(words.statute.waiting, html`<ul class="card list">${waiting}</ul>`, 'proposed')}${section(words.statute.versions, html`<ul class="card list">${items.reverse()}</ul>`, 'versions')}`;
}

function changedArticles({ words, under }: Visit, changed: readonly ArticleChange[]): readonly string[] {
  const names = changed.map(({ article }) => articleInWords(article, under));
  const more = names.length - ARTICLES_NAMED;
  return more < 2 ? names : [...names.slice(0, ARTICLES_NAMED), words.statute.more(more)];
}

const forPrograms = ({ words, link }: Visit, book: BookView, { index }: Version): Html =>
  html`<p class="soft for-programs">${words.statute.forPrograms}: <a href="/schema/statute.json">${words.statute.schema}</a> · <a href="${link(actPath(book, index))}">${words.statute.bytes}</a></p>`;
