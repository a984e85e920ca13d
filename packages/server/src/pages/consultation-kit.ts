import { tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { silenceWords } from './consultation-parts.ts';
import { consultationPath } from './consultation-path.ts';
import { contentOf, disclosedBy } from './disclosed.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { presentText } from './motion-parts.ts';
import { qrCode } from './qr.ts';
import { type ConsultationState, consultationAt, fractionWords } from './rules.ts';
import { actPath, bodyPath, officeSaid, type Visit } from './visit.ts';

export const kitPath = (book: Pick<BookView, 'name'>, index: number, base: string | null = null): string =>
  `${consultationPath(book, index)}/kit${base === null ? '' : `?for=${encodeURIComponent(base)}`}`;

/** What lies beside the act that put the question. */
interface Sides {
  readonly for: string;
  readonly against: string;
}

/**
 * What a base needs to answer where there is no screen: a letter, the text with what was said for it and against it, a poster
 * for the wall, and a form for the result. `base`: whose name stands on it; without one there is a line to write it.
 */
export async function consultationKit(
  visit: Visit,
  book: BookView,
  index: number,
  base: string | null,
): Promise<Page | null> {
  const consultation = consultationAt(book.state, index);
  if (consultation === undefined) return null;
  const { words } = visit;
  const { title } = consultation;
  const name = base === null ? null : (visit.books.get(base)?.title ?? base);
  const to = html`<p class="for-base">${words.kit.to}: ${name === null ? blank() : html`<strong>${name}</strong>`}</p>`;
  return {
    title: words.kit.title(title),
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title: words.consultation.title(title), path: consultationPath(book, index) },
    ],
    body: html`<div class="sheets kit">${letter(visit, book, index, { consultation, to })}${await textAndSides(visit, book, index, consultation)}${ballotPoster(visit, book, consultation)}${resultForm(visit, book, index, { consultation, to })}</div>`,
  };
}

interface Sent {
  readonly consultation: ConsultationState;
  readonly to: Html;
}

const blank = (): Html => html`<span class="blank"></span>`;

function letter(visit: Visit, book: BookView, index: number, { consultation, to }: Sent): Html {
  const { words, base } = visit;
  const { kit } = words;
  const { date, hour, number } = visit.formats(book.state);
  const { title, deadline, rule, closed, bases } = consultation;
  const of = rule.of === 'bases' ? words.rule.bases : words.rule.answered;
  const page = `${base}${consultationPath(book, index)}`;
  const until =
    closed === null
      ? html`<div class="when"><p>${kit.until}</p><p class="date">${date(deadline)}</p><p>${hour(deadline)}</p></div>`
      : html`<p class="card ochre">${kit.over}</p>`;
  return html`<article class="sheet poster"><p class="of">${book.title}</p>${to}<p class="calls-to">${kit.letter}</p><p>${kit.asks(book.title)}</p><h1>${title}</h1>${until}
<section><h2>${kit.counted}</h2><p>${kit.once(number(bases))} (<a href="${visit.link(actPath(book, index))}">${words.body.act(index)}</a>) ${words.consultation.rule(fractionWords(words, rule, of))} ${silenceWords(words, rule)}</p></section>
<section><h2>${kit.answer}</h2><ol>${kit.steps.map((step) => html`<li>${step}</li>`)}</ol></section>
<div class="codes"><figure>${qrCode(page, kit.see)}<figcaption><a href="${visit.link(consultationPath(book, index))}">${kit.see}</a></figcaption></figure><div>${referenceOf(visit, book, index, consultation)}</div></div></article>`;
}

/** What the desk of a base asks for. */
const referenceOf = ({ words, link }: Visit, book: BookView, index: number, { textHash }: ConsultationState): Html =>
  html`<p class="soft">${words.kit.reference}: <strong class="words">${book.origin}</strong>, ${words.kit.act} <a href="${link(actPath(book, index))}"><strong>${index}</strong></a></p><p class="soft">${words.kit.print}: <span class="words">${textHash}</span></p>`;

async function textAndSides(
  visit: Visit,
  book: BookView,
  index: number,
  consultation: ConsultationState,
): Promise<Html> {
  const { kit } = visit.words;
  const resolution = tableGet(
    book.state.resolutions,
    `${consultation.resolution}${consultation.decision === undefined ? '' : `.${consultation.decision}`}`,
  );
  const motion = resolution?.motion ?? null;
  const text = motion === null ? null : await presentText(visit, book, motion);
  const missing = html`<p>${motion === null ? kit.textLate : kit.textNotHere}</p>`;
  const sides = await sidesOf(visit, book, index);
  const side = (name: string, said: string | undefined): Html =>
    html`<section><h3>${name}</h3>${said === undefined ? html`<div class="to-fill"></div>` : contentOf(said)}</section>`;
  return html`<article class="sheet"><h2>${kit.text}: ${consultation.title}</h2>${text ?? missing}${sides === null ? html`<p class="soft">${kit.unsaid}</p>` : null}<div class="sides">${side(kit.for, sides?.for)}${side(kit.against, sides?.against)}</div></article>`;
}

async function sidesOf(visit: Visit, book: BookView, index: number): Promise<Sides | null> {
  const row = await visit.node.act(book.origin, index);
  if (row === null) return null;
  const beside = (await disclosedBy(visit, book.state, readAct(row))).find(({ slot }) => slot === 'arguments');
  return beside?.state === 'open' ? (beside.content as Sides) : null;
}

const answers = ['yes', 'no', 'abstain'] as const;

function ballotPoster({ words }: Visit, { title: asker }: BookView, { title }: ConsultationState): Html {
  const { kit } = words;
  return html`<article class="sheet poster"><p class="of">${asker}</p><p class="calls-to">${kit.voted}</p><h2 class="asked">${kit.ratify}</h2><p class="date">${title}</p><ul class="plain choices">${answers.map((choice) => html`<li><strong>${kit.choices[choice]}</strong><span>${kit.choicesMean[choice]}</span></li>`)}</ul></article>`;
}

const blanks = ['held', 'place', 'roll', 'present', 'yes', 'no', 'abstain'] as const;

function resultForm(visit: Visit, book: BookView, index: number, { consultation, to }: Sent): Html {
  const { kit } = visit.words;
  const lines = blanks.map((one) => html`<div><dt>${kit.blanks[one]}</dt><dd>${blank()}</dd></div>`);
  const says = (['yes', 'no'] as const).map((choice) => html`<li><span class="box"></span>${kit.choices[choice]}</li>`);
  const offices = book.state.statute?.rules.offices.map(({ office }) => office) ?? [];
  return html`<article class="sheet"><h2>${kit.form}</h2>${to}<p><strong>${consultation.title}</strong></p>${referenceOf(visit, book, index, consultation)}<dl class="fill">${lines}</dl><p><strong>${kit.says}</strong></p><ul class="plain says">${says}</ul><p class="soft">${kit.formHow}</p><section><h3>${kit.sign}</h3><ul class="signatures">${offices.map((office) => html`<li>${officeSaid(visit, office)}</li>`)}</ul></section></article>`;
}
