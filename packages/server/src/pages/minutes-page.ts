import { type BodyState, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { wordsOfHead } from './body-aside.ts';
import { capital } from './body-sittings.ts';
import { contentOf } from './disclosed.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { type MinutesLine, type MinutesPart, minutesRecord } from './minutes-record.ts';
import { minutesTexts } from './minutes-texts.ts';
import { actPath, bodyPath, officeSaid, type Visit } from './visit.ts';

type Sitting = NonNullable<ReturnType<typeof sittingAt>>;

const sittingAt = ({ state }: BookView, index: number) => tableGet(state.sittings, index);

/**
 * The minutes of a sitting, made from its acts, on paper: two copies with lines to sign on. What acts say are offices,
 * blocks and numbers, so no name stands here that nobody has written into a motion.
 */
export async function minutesPage(visit: Visit, book: BookView, index: number): Promise<Page | null> {
  const { words } = visit;
  const sitting = sittingAt(book, index);
  if (sitting === undefined) return null;
  const formats = visit.formats(book.state);
  const kind = words.sitting.title(words.terms.sittingKind[sitting.kind], formats.day(sitting.startsAt));
  const parts = (await minutesRecord(visit, book, index)) ?? [];
  const { minutes, corrections } = sitting;
  const texts = minutes === null ? null : await minutesTexts(visit, book, minutes, corrections);
  const copy = (number: number): Html =>
    html`<article class="sheet"><p class="soft copy">${words.minutes.copy(number)} · ${words.minutes.copies}</p><h1>${words.minutes.title}: ${kind}</h1><p><strong>${book.title}</strong> <span class="soft">${book.origin}</span></p>${standing(visit, book, sitting)}${texts}${texts === null ? null : html`<h2>${words.minutes.acts}</h2>`}${recordOf(visit, book, { ...sitting, index }, parts)}${headOf(visit, book)}${signatures(visit, book.state)}</article>`;
  return {
    title: `${words.minutes.title}: ${kind}`,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title: capital(kind), path: `${bodyPath(book)}/sittings/${index}` },
    ],
    body: html`<div class="sheets">${copy(1)}${copy(2)}</div>`,
  };
}

/** Part by part, in the order that statutes want; each line with the act that it stands on, and its day where that is another. */
function recordOf(
  visit: Visit,
  book: BookView,
  { index, startsAt, late }: Sitting & { readonly index: number },
  parts: readonly MinutesPart[],
): Html {
  const { words } = visit;
  const by = (act: number): Html =>
    html`<a href="${visit.link(actPath(book, act))}">${capital(words.body.act(act))}</a>`;
  // What was decided on paper stands in the act that entered it, all of it.
  const entered = late ? html` <span class="soft">${by(index)}</span>` : null;
  const formats = visit.formats(book.state);
  const held = formats.day(startsAt);
  const line = ({ act, said, text, at, code }: MinutesLine): Html =>
    html`<li value="${act}">${said}${text === null ? null : html`<blockquote>${contentOf(text)}</blockquote>`}<p class="soft">${by(act)} · ${formats.day(at) === held ? formats.hour(at) : formats.time(at)} · ${words.minutes.code} <span class="words">${code.slice(0, 5)} ${code.slice(5)}</span></p></li>`;
  return html`${parts.map(({ part, said, lines }, i) => {
    const { title, nothing } = words.minutes.parts[part];
    const empty = said.length === 0 && lines.length === 0;
    return html`<section class="minutes-part"><h2>${i + 1}. ${title}</h2>${said.map((one) => html`<p>${one}${part === 'when' ? null : entered}</p>`)}${empty ? html`<p>${nothing}</p>` : null}${lines.length === 0 ? null : html`<ol class="record">${lines.map(line)}</ol>`}</section>`;
  })}`;
}

/** Where the minutes are on their way: a draft, approved, corrected since. */
function standing(visit: Visit, book: BookView, { kind, minutes, corrections }: Sitting): Html {
  const { words } = visit;
  const byVote = book.state.statute?.rules.minutes.approval === 'sitting' && kind !== 'founding';
  const draft = byVote ? words.minutes.draftForVote : words.minutes.draft;
  const by = (act: number, said: string): Html => html`<a href="${visit.link(actPath(book, act))}">${said}</a>`;
  const said = minutes === null ? draft : by(minutes, words.minutes.approved(minutes));
  const since = corrections.map((act) => html` ${by(act, words.minutes.corrected(act))}`);
  return html`<p class="soft">${said}${since}</p>`;
}

/** The paper and the book tie each other down: the same words come out of the same number of acts, for everybody. */
function headOf(visit: Visit, book: BookView): Html {
  const { words } = visit;
  const { number } = visit.formats(book.state);
  return html`<p class="head-words"><a href="${visit.link(`${bodyPath(book)}/book`)}">${words.minutes.head(number(book.head.size))}</a>: <strong class="words">${wordsOfHead(visit, book)}</strong><br><span class="soft">${words.minutes.headNote}</span></p>`;
}

/** One line for each office of the statute. */
function signatures(visit: Visit, { statute }: BodyState): Html {
  const offices = statute?.rules.offices.map(({ office }) => office) ?? [];
  return html`<section><h2>${visit.words.minutes.sign}</h2><ul class="signatures">${offices.map((office) => html`<li>${officeSaid(visit, office)}</li>`)}</ul></section>`;
}
