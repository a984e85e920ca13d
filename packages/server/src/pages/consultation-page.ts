import { firstBook, settledOutcome, type Time, tableGet, tableValues } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type AskedBase, askedBases, below, type Figures, figuresOf, nextBelow } from './asked-bases.ts';
import { kitPath } from './consultation-kit.ts';
import { membersWords, overlapPart, ownAct, silenceWords, standingMeter, standingWords } from './consultation-parts.ts';
import { consultationPath } from './consultation-path.ts';
import { silentPath } from './consultation-silent.ts';
import { wallPath } from './consultation-wall.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { badge, meter, section, table } from './parts.ts';
import { type ConsultationState, fractionWords, standingOf, tallyWords } from './rules.ts';
import { actPath, bodyPath, titleOf, type Visit } from './visit.ts';

const SHOWN = 100;

export interface ConsultationView {
  /** Which page of the bases. */
  readonly from: number;
  /** Only the bases below this body on the way. */
  readonly body: string | null;
}

/** A consultation, tier by tier and base by base: who has answered what, who is silent, and what that means. */
export async function consultationPage(
  visit: Visit,
  book: BookView,
  index: number,
  { from, body }: ConsultationView,
): Promise<Page | null> {
  const { words } = visit;
  const consultation = tableGet(book.state.consultations, index);
  if (consultation === undefined) return null;
  const { bases, whole } = await askedBases(visit, book, index, consultation);
  const shown = below(bases, body);
  const key = `${consultation.resolution}${consultation.decision === undefined ? '' : `.${consultation.decision}`}`;
  const members = membersWords(visit, book.state, consultation);
  return {
    title: words.consultation.title(consultation.title),
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title: consultation.title, path: `${bodyPath(book)}/resolutions/${key}` },
    ],
    ...(consultation.closed === null ? { script: 'live' as const } : {}),
    body: html`<div class="head"${follows(book, consultation)}><h1>${words.consultation.title(consultation.title)}</h1><span data-live="state">${stateBadge(visit, consultation)}</span></div><div data-live="standing" role="status">${standingMeter(visit, book.state, consultation)}<p class="soft">${standingWords(visit, book.state, consultation)} · <a href="${visit.link(actPath(book, index))}">${words.body.act(index)}</a></p>${members === null ? null : html`<p class="soft"><a href="#bases">${members}</a></p>`}</div>${
      consultation.closed === null
        ? html`<p><a href="${visit.link(place(book, index, body, from))}">${words.consultation.again}</a></p>`
        : null
    }<ul class="plain"><li><a href="${visit.link(kitPath(book, index))}">${words.kit.link}</a></li><li><a href="${visit.link(silentPath(book, index))}">${words.kit.silentLink}</a></li><li><a href="${visit.link(wallPath(book, index))}">${words.consultation.wall}</a></li></ul><div data-live="bases">${meaning(visit, book, consultation)}${whole ? null : html`<p class="card ochre">${words.consultation.listNotHere}</p>`}${openedAgain(visit, book, consultation)}${overlapPart(visit, book.state, consultation)}${tiersOf(visit, book, index, { shown, body })}${basesOf(visit, book, index, { consultation, shown, from, body })}</div>`,
  };
}

/** Where whoever has a script is told of new answers. */
const follows = (book: BookView, { closed }: ConsultationState): Html | null =>
  closed === null ? html` data-follows="/api/bodies/${encodeURIComponent(book.name)}/events"` : null;

function stateBadge({ words }: Visit, { closed }: ConsultationState): Html {
  if (closed === null) return badge('ochre', words.consultation.open);
  return badge(closed.outcome === 'ratified' ? 'green' : 'red', words.resolution.settled[closed.outcome]);
}

/** The rule, what silence is, how long it lasts, and whether anything can still change it. */
function meaning(visit: Visit, book: BookView, consultation: ConsultationState): Html {
  const { words } = visit;
  const { rule } = consultation;
  const of = rule.of === 'bases' ? words.rule.bases : words.rule.answered;
  return html`<div class="card"><p>${words.consultation.rule(fractionWords(words, rule, of))} ${silenceWords(words, rule)}</p>${consultation.closed === null ? settledWords(visit, book, consultation) : null}</div>`;
}

function settledWords(visit: Visit, book: BookView, consultation: ConsultationState): Child {
  const { words } = visit;
  const { number, day } = visit.formats(book.state);
  const left = html`<p>${badge('ochre', timeLeft(visit, consultation))}</p>`;
  const { yes, no, silent } = standingOf(consultation, tableValues(consultation.answers));
  // Answers that a challenge has opened again may change: nothing is settled by them.
  const outcome =
    consultation.reopened.length > 0 ? null : settledOutcome(consultation.rule, { yes, no, bases: consultation.bases });
  if (outcome === null) return [left, html`<p>${words.consultation.notSettled}</p>`];
  const why = silent === 0 ? words.consultation.settledWhy.all : words.consultation.settledWhy[outcome](number(silent));
  return [
    left,
    html`<p>${badge(outcome === 'ratified' ? 'green' : 'red', words.consultation.settled[outcome])}</p><p>${why} ${words.consultation.settledNotYet(day(consultation.deadline))}</p>`,
  ];
}

function timeLeft({ words, now }: Visit, { deadline, reopened }: ConsultationState): string {
  const last = reopened.reduce((latest, { until }) => (until > latest ? until : latest), deadline);
  if (now >= last) return words.consultation.toClose;
  const days = daysBetween(now, last);
  return days === 0 ? words.consultation.lastDay : words.consultation.daysLeft(days);
}

const DAY_MS = 86_400_000;

const daysBetween = (from: Time, to: Time): number => Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);

function openedAgain(visit: Visit, book: BookView, { reopened }: ConsultationState): Html | null {
  if (reopened.length === 0) return null;
  const { words, link } = visit;
  const { day } = visit.formats(book.state);
  const items = reopened.map(
    ({ below: base, until, act }) =>
      html`<li>${words.consultation.challenge(titleOf(visit, book.state, base), day(until))} · <a href="${link(actPath(book, act))}">${words.body.act(act)}</a></li>`,
  );
  return section(
    words.consultation.challenges,
    html`<ul class="card list">${items}</ul><p class="soft">${words.consultation.suspendedMeanwhile}</p>`,
  );
}

interface Chosen {
  readonly shown: readonly AskedBase[];
  readonly body: string | null;
}

const place = (book: BookView, index: number, body: string | null, from = 0): string => {
  const asked = [
    ...(body === null ? [] : [`below=${encodeURIComponent(body)}`]),
    ...(from === 0 ? [] : [`from=${from}`]),
  ];
  return `${consultationPath(book, index)}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
};

/** Each body of the next tier with what its bases say; a link goes one tier down. */
function tiersOf(visit: Visit, book: BookView, index: number, { shown, body }: Chosen): Html | null {
  const { words, link } = visit;
  const { number } = visit.formats(book.state);
  const groups = [...nextBelow(shown, body)];
  const bodies = groups.filter(([next]) => next !== null).length;
  if (bodies === 0 && body === null) return null;
  const name = body === null ? book.title : titleOf(visit, book.state, body);
  const row = (title: Child, figures: Figures): Child[] => [
    title,
    number(figures.asked),
    number(figures.yes),
    number(figures.no),
    number(figures.silent),
    meter(
      words.resolution.bases(number(figures.yes), number(figures.no), number(figures.silent)),
      figures.asked,
      [
        { tone: 'yes', value: figures.yes },
        { tone: 'no', value: figures.no },
      ],
      null,
    ),
  ];
  const rows = groups
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
    .map(([next, bases]) =>
      row(
        next === null
          ? words.consultation.directly
          : html`<a href="${link(place(book, index, next))}#tiers">${titleOf(visit, book.state, next)}</a>`,
        figuresOf(bases),
      ),
    );
  const { tier, asked, yes, no, silent } = words.consultation;
  const up =
    body === null
      ? null
      : html`<p><a href="${link(place(book, index, null))}#tiers">${words.consultation.whole}</a> · <strong>${name}</strong></p>`;
  const groupTable = table(
    words.consultation.tiersOf(number(bodies), name),
    [tier, asked, yes, no, silent, words.consultation.answer],
    rows,
  );
  return section(words.consultation.tiers, html`${up}${groupTable}`, 'tiers');
}

function basesOf(
  visit: Visit,
  book: BookView,
  index: number,
  { consultation, shown, from, body }: Chosen & { readonly consultation: ConsultationState; readonly from: number },
): Html {
  const { words, link } = visit;
  const { number } = visit.formats(book.state);
  const first = Math.max(0, Math.min(from, Math.floor((shown.length - 1) / SHOWN) * SHOWN));
  const page = shown.slice(first, first + SHOWN);
  const rows = page.map((base) => baseRow(visit, book, consultation, base));
  const { base, answer, votes, held } = words.consultation;
  const pages: Child = [
    first > 0
      ? html`<a rel="prev" href="${link(place(book, index, body, Math.max(0, first - SHOWN)))}#bases">${words.consultation.previous}</a>`
      : null,
    first + SHOWN < shown.length
      ? html`<a rel="next" href="${link(place(book, index, body, first + SHOWN))}#bases">${words.consultation.next}</a>`
      : null,
  ];
  const caption = words.consultation.basesOf(
    number(shown.length === 0 ? 0 : first + 1),
    number(first + page.length),
    number(shown.length),
  );
  return section(
    words.consultation.bases,
    html`${table(caption, [base, answer, votes, held], rows)}<p class="pages">${pages}</p>`,
    'bases',
  );
}

/** What a base said, by how many of those on its roll: "31 present of 412". */
function baseRow(
  visit: Visit,
  book: BookView,
  { reopened }: ConsultationState,
  { base, title, between, answer }: AskedBase,
): readonly Child[] {
  const { words, link } = visit;
  const formats = visit.formats(book.state);
  const known = visit.books.get(base);
  const way =
    between.length === 0
      ? null
      : html`<br><span class="soft">${words.consultation.way} ${between.map((body) => titleOf(visit, book.state, body)).join(' › ')}</span>`;
  const name = html`${known === undefined ? title : html`<a href="${link(bodyPath(known))}">${title}</a>`}${way}`;
  const again = reopened.some((one) => one.below === firstBook(base))
    ? badge('ochre', words.consultation.reopened)
    : null;
  if (answer === undefined)
    return [name, html`<span class="soft">${words.consultation.noAnswer}</span> ${again}`, '', ''];
  const present = answer.yes + answer.no + answer.abstain;
  const { doubleMembers } = answer;
  const double = doubleMembers === undefined ? '' : ` · ${words.consultation.double(formats.number(doubleMembers))}`;
  return [
    name,
    html`${badge(answer.answer === 'yes' ? 'green' : 'red', words.terms.choice[answer.answer])} ${again}`,
    html`${tallyWords(words, formats, answer)} <span class="soft">${words.body.present(formats.number(present), formats.number(answer.roll))}${double}</span>`,
    html`${formats.day(answer.heldAt)} · <a href="${link(actPath(book, answer.act))}">${words.body.act(answer.act)}</a>${ownAct(visit, answer.from)}`,
  ];
}
