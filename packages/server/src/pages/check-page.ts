import { actCode, base64Encode, equalBytes, type Hash } from '@cabildo/book';
import { statusAt, tableEntries, tableGet } from '@cabildo/core';
import { stepsToHead } from '../app/act-proof.ts';
import type { ActRow, BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { wordsOfHead } from './body-aside.ts';
import { statusBadge } from './body-resolutions.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { badge, facts, section } from './parts.ts';
import { qrCode } from './qr.ts';
import { REFERENCE_MOST, readReference } from './reference.ts';
import { sightingsOf } from './sightings.ts';
import { actPath, bodyPath, filesPath, officeSaid, sentenceOf, type Visit } from './visit.ts';

export function checkForm({ words, language }: Visit, reference: string): Html {
  const { how, field, go } = words.check;
  return html`<p class="soft" id="check-how">${how}</p><form action="/check" method="get"><input type="hidden" name="lang" value="${language}"><label for="reference">${field}</label><div class="row"><input id="reference" name="reference" required maxlength="${REFERENCE_MOST}" value="${reference.slice(0, REFERENCE_MOST)}" autocomplete="off" spellcheck="false" aria-describedby="check-how"><button>${go}</button></div></form>`;
}

/** “I was told that…”: what the act says to which somebody refers, and that it is in the book. */
export async function checkPage(visit: Visit, reference: string): Promise<Page> {
  const { words } = visit;
  if (reference.trim() === '') return page(visit, '', null);
  if (reference.length > REFERENCE_MOST) return refused(visit, words.check.tooLong(REFERENCE_MOST), '');
  const read = readReference(reference);
  if (read.by === 'nothing')
    return refused(visit, words.check.notRead(quoted(reference.trim().slice(0, 60))), reference);
  if (read.by === 'code') return ofCode(visit, read.code, reference);
  if (read.by === 'leaf') return ofLeaf(visit, read.leaf as Hash, reference);
  const { book: name, index } = read;
  const book = await visit.node.book(name);
  if (book === null || book.kind !== 'body') return refused(visit, words.check.noBook(quoted(name)), reference, 404);
  const row = await visit.node.act(book.origin, index);
  const { number } = visit.formats(book.state);
  if (row === null) return refused(visit, words.check.noAct(book.title, index, number(book.size - 1)), reference, 404);
  return page(visit, reference, await actShown(visit, book, row));
}

/** In a sentence of ours: what turns the direction of reading would turn ours as well. */
const quoted = (text: string): string => text.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');

async function ofCode(visit: Visit, code: string, reference: string): Promise<Page> {
  const rows = await visit.node.actsByCode(code);
  if (rows.length === 0) return refused(visit, visit.words.codePage.none(code), reference, 404);
  return found(visit, rows, reference);
}

/** The code of an act is the beginning of its hash. */
async function ofLeaf(visit: Visit, leaf: Hash, reference: string): Promise<Page> {
  const rows = await visit.node.actsByCode(actCode(leaf));
  const same = rows.filter((row) => equalBytes(row.leaf, leaf));
  return same.length === 0 ? refused(visit, visit.words.check.noLeaf, reference, 404) : found(visit, same, reference);
}

async function found(visit: Visit, rows: readonly ActRow[], reference: string): Promise<Page> {
  const shown = await Promise.all(
    rows.map(async (row) => {
      const book = await visit.node.book(row.origin);
      return book === null ? null : actShown(visit, book, row);
    }),
  );
  return page(visit, reference, [
    rows.length > 1 ? html`<p class="card ochre">${visit.words.codePage.several}</p>` : null,
    shown,
  ]);
}

const page = (visit: Visit, reference: string, found: Child): Page => ({
  title: visit.words.check.title,
  trail: [{ title: visit.words.site.assemblies, path: '/' }],
  body: html`<h1>${visit.words.check.title}</h1>${checkForm(visit, reference)}${found}`,
});

function refused(visit: Visit, why: string, reference: string, status = 400): Page {
  const { check } = visit.words;
  const some = [...visit.books.values()].find(({ kind }) => kind === 'body');
  const example = check.examples('4K7QA 0B2TZ', some?.name ?? 'asamblea');
  return { ...page(visit, reference, html`<p class="card red" role="alert">${why} ${example}</p>`), status };
}

async function actShown(visit: Visit, book: BookView, row: ActRow): Promise<Html> {
  const { words, link } = visit;
  const act = readAct(row);
  const formats = visit.formats(book.state);
  const said = sentenceOf(visit, book.state, act.act) ?? `${row.act}. ${words.actPage.unknown}`;
  return html`<section class="card"><div class="split"><h2>${words.check.found}</h2>${badge('green', words.body.act(row.index), 'book')}</div><p class="lead">${said}</p>${facts(
    [
      [words.check.book, html`<a href="${link(bodyPath(book))}">${book.title}</a>`],
      [words.actPage.when, formats.time(row.at)],
      [words.actPage.by, officeSaid(visit, act.by.office)],
      [words.actPage.code, html`<strong class="words">${row.code.slice(0, 5)} ${row.code.slice(5)}</strong>`],
      [words.actPage.leaf, html`<code>${base64Encode(row.leaf)}</code>`],
      [words.check.resolution, fate(visit, book, row.index)],
    ],
  )}<p><a href="${link(actPath(book, row.index))}">${words.check.act}</a></p></section>${await proofOf(visit, book, row)}${passOn(visit, row)}`;
}

/** For whoever stands beside, and on paper: what leads here again. */
function passOn({ words, base }: Visit, { code }: ActRow): Html {
  const address = `${base}/check?reference=${code}`;
  return html`<div class="codes"><figure>${qrCode(address, words.check.qr)}</figure><div><h2>${words.check.passOn}</h2><p>${words.check.passOnHow}</p><p class="soft"><code>${address}</code></p></div></div>`;
}

/** The resolutions to which this act belongs, as they stand today. */
function fate(visit: Visit, book: BookView, index: number): Child {
  const { state } = book;
  const vote = tableGet(state.votes, index) === undefined ? null : index;
  const found = tableEntries(state.resolutions).filter(
    ([key, one]) =>
      Math.trunc(Number(key)) === index ||
      one.motion === index ||
      (vote !== null && one.vote === vote) ||
      tableGet(state.votes, one.vote ?? -1)?.closed?.act === index,
  );
  if (found.length === 0) return null;
  return html`<ul class="plain">${found.map(
    ([key, one]) =>
      html`<li><a href="${visit.link(`${bodyPath(book)}/resolutions/${key}`)}">${one.title}</a> ${statusBadge(visit, statusAt(state, one, visit.now))}</li>`,
  )}</ul>`;
}

async function proofOf(visit: Visit, book: BookView, row: ActRow): Promise<Html> {
  const { words } = visit;
  const { number, time } = visit.formats(book.state);
  const steps = await stepsToHead(visit.node, book, row);
  if (steps === null) return section(words.check.proof, html`<p class="card red">${words.check.unproven}</p>`);
  const seen = (await sightingsOf(visit, book)).filter(({ size }) => size > row.index);
  const witnesses =
    seen.length === 0
      ? words.check.seenBefore
      : html`<ul class="plain">${seen.map(({ witness, size, at }) => html`<li>${words.bookPage.witnessed(witness, number(size), time(at))}</li>`)}</ul>`;
  return section(
    words.check.proof,
    html`<div class="card"><p>${words.check.proven(row.index, number(book.size), number(steps))}</p>${facts([
      [words.body.headWords, html`<strong class="words">${wordsOfHead(visit, book)}</strong>`],
      [words.body.witnesses, witnesses],
    ])}<p>${words.check.yourself} <a href="${filesPath(book)}/proof/${row.index}.tlog-proof" download>${words.check.download}</a> · <a href="${visit.link(`${bodyPath(book)}/book`)}">${words.body.checkLink}</a></p></div><p class="soft">${words.check.limits}</p>`,
  );
}
