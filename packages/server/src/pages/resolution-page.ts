import { type ActData, statusAt, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { type Resolution, statusBadge, voteFigures } from './body-resolutions.ts';
import { sittingLink } from './body-sittings.ts';
import { ownAct, standingMeter, standingWords } from './consultation-parts.ts';
import { consultationPath } from './consultation-path.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { kinOf, presentText, tasksOf } from './motion-parts.ts';
import { badge, section, table } from './parts.ts';
import { standingOfResolution } from './resolution-standing.ts';
import { moverOf, seatsOfVote } from './resolution-votes.ts';
import { type ConsultationState, consultationAt, tallyWords, voteAt } from './rules.ts';
import { actPath, bodyPath, titleOf, type Visit } from './visit.ts';
import { outcomeBadge, voteResult } from './vote-parts.ts';

/** Behind these the rest is folded; where there are thousands, they are on the consultation's own page. */
const ANSWERS_SHOWN = 40;
const FOLDED = 400;

/** The whole way of a resolution. `key` is the act that adopted it, or `<late sitting>.<decision>`. */
export async function resolutionPage(visit: Visit, book: BookView, key: string): Promise<Page | null> {
  const { words } = visit;
  const resolution = tableGet(book.state.resolutions, key);
  if (resolution === undefined) return null;
  const consultation = consultationAt(book.state, resolution.consultation);
  return {
    title: resolution.title,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<div class="head"><h1>${resolution.title}</h1>${statusBadge(visit, statusAt(book.state, resolution, visit.now))}</div>
<p class="soft">${words.resolution.matter}: ${words.terms.matter[resolution.matter]}</p>${notes(visit, book, resolution)}${standingOfResolution(visit, book, resolution)}
<h2>${words.resolution.way}</h2><ol class="way">${await motionStep(visit, book, resolution)}${await voteStep(visit, book, resolution)}${adoptedStep(visit, book, key, resolution)}${consultationStep(visit, book, resolution, consultation)}${outcomeStep(visit, book, resolution, consultation)}</ol>${
      consultation === undefined
        ? null
        : answersOf(visit, book, consultation, consultationPath(book, resolution.consultation ?? 0))
    }${carriedOut(visit, book, key, resolution)}${await breachesOf(visit, book, resolution)}`,
  };
}

/** Who is to carry it out, and whether they have; or that nobody is. */
function carriedOut(visit: Visit, book: BookView, key: string, resolution: Resolution): Child {
  const tasks = tasksOf(visit, book, key);
  if (tasks !== null || statusAt(book.state, resolution, visit.now) !== 'in-force') return tasks;
  return section(visit.words.resolution.tasks, html`<p class="soft">${visit.words.way.noTask}</p>`, 'tasks');
}

const step = (name: string, body: Child, id?: string): Html =>
  html`<li class="card"${id === undefined ? null : html` id="${id}"`}><h3>${name}</h3>${body}</li>`;

function notes(visit: Visit, book: BookView, { pactWith, lifts, status }: Resolution): Child {
  const { words, link } = visit;
  return [
    pactWith === null
      ? null
      : status === 'suspended'
        ? html`<p class="card ochre">${words.resolution.pact(pactWith)}</p>`
        : html`<p class="soft">${words.resolution.pactWith(pactWith)}</p>`,
    lifts === null
      ? null
      : html`<p class="card ochre">${words.resolution.lifts(words.terms.lifting[lifts.how])} <a href="${link(actPath(book, lifts.measure))}">${tableGet(book.state.measures, lifts.measure)?.what ?? words.body.act(lifts.measure)}</a></p>`,
  ];
}

async function motionStep(visit: Visit, book: BookView, { motion, sitting }: Resolution): Promise<Html> {
  const { words, link } = visit;
  const held = tableGet(book.state.sittings, sitting);
  const where = held === undefined ? null : html`<p class="soft">${sittingLink(visit, book, sitting, held)}</p>`;
  if (motion === null) return step(words.resolution.step.late, where);
  const text = await presentText(visit, book, motion);
  return step(
    words.resolution.step.motion,
    html`${where}${text}<p class="figures"><a href="${link(actPath(book, motion))}">${words.body.act(motion)}</a></p>${moverOf(visit, book, motion)}${kinOf(visit, book, motion)}`,
  );
}

async function voteStep(visit: Visit, book: BookView, { vote: index }: Resolution): Promise<Html | null> {
  const vote = voteAt(book.state, index);
  if (vote === undefined || index === null) return null;
  return step(
    visit.words.resolution.step.vote,
    html`<p>${outcomeBadge(visit, vote)}</p>${voteResult(visit, book, index, vote)}${await seatsOfVote(visit, book, index)}`,
  );
}

function adoptedStep(visit: Visit, book: BookView, key: string, resolution: Resolution): Html {
  const { words, link } = visit;
  const act = Math.trunc(Number(key));
  const figures =
    resolution.motion === null
      ? voteFigures(visit, book, resolution)
      : html`<a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`;
  return step(
    words.resolution.step.adopted,
    html`<p class="figures">${visit.formats(book.state).time(resolution.adoptedAt)} · ${figures}</p>`,
  );
}

function consultationStep(
  visit: Visit,
  book: BookView,
  { status, consultation: index }: Resolution,
  consultation: ConsultationState | undefined,
): Html | null {
  const { words, link } = visit;
  const name = words.resolution.step.consultation;
  if (consultation === undefined || index === null)
    return status === 'suspended'
      ? step(name, html`<p>${badge('ochre', words.resolution.awaits)}</p>`, 'consultation')
      : null;
  const outcome = consultation.closed?.outcome;
  const state =
    outcome === undefined
      ? badge('ochre', words.resolution.open)
      : badge(outcome === 'ratified' ? 'green' : 'red', words.resolution.settled[outcome]);
  return step(
    name,
    html`<p>${state}</p>${standingMeter(visit, book.state, consultation)}<p class="soft">${standingWords(visit, book.state, consultation)} · <a href="${link(actPath(book, index))}">${words.body.act(index)}</a></p>`,
    'consultation',
  );
}

function outcomeStep(
  visit: Visit,
  book: BookView,
  resolution: Resolution,
  consultation: ConsultationState | undefined,
): Html | null {
  const closed = consultation?.closed;
  if (closed === null || closed === undefined) return null;
  const { words, link } = visit;
  return step(
    words.resolution.step.outcome,
    html`<p>${statusBadge(visit, statusAt(book.state, resolution, visit.now))} <a href="${link(actPath(book, closed.act))}">${words.body.act(closed.act)}</a></p>`,
  );
}

function answersOf(visit: Visit, book: BookView, { answers, bases }: ConsultationState, whole: string): Html {
  const { words, link } = visit;
  const formats = visit.formats(book.state);
  const all = tableEntries(answers);
  if (all.length === 0)
    return section(
      words.resolution.answersTitle,
      html`<p class="card soft">${words.resolution.noAnswers}</p><p><a href="${link(whole)}">${words.consultation.link}</a></p>`,
    );
  const row = ([base, answer]: (typeof all)[number]): Child[] => {
    const known = visit.books.get(base);
    const title = titleOf(visit, book.state, base);
    const votes = html`${tallyWords(words, formats, answer)} <span class="soft">${words.body.present(formats.number(answer.yes + answer.no + answer.abstain), formats.number(answer.roll))}</span>`;
    return [
      known === undefined ? title : html`<a href="${link(bodyPath(known))}">${title}</a>`,
      badge(answer.answer === 'yes' ? 'green' : 'red', words.terms.choice[answer.answer]),
      votes,
      html`${formats.day(answer.heldAt)} · <a href="${link(actPath(book, answer.act))}">${words.body.act(answer.act)}</a>${ownAct(visit, answer.from)}`,
    ];
  };
  const { base, answer, votes, held, answersTitle, answersOf: caption } = words.resolution;
  const columns = [base, answer, votes, held];
  const said = caption(formats.number(all.length), formats.number(bases));
  const [first, rest] = [all.slice(0, ANSWERS_SHOWN), all.slice(ANSWERS_SHOWN)];
  const folded = (): Html =>
    html`<details><summary>${words.body.and(formats.number(rest.length))}</summary>${table(said, columns, rest.map(row))}</details>`;
  return section(
    answersTitle,
    html`${table(said, columns, first.map(row))}${rest.length === 0 || rest.length > FOLDED ? null : folded()}<p><a href="${link(whole)}">${words.consultation.link}</a></p>`,
    'answers',
  );
}

/** Breaches are the acts right after the closing of the vote. */
async function breachesOf(visit: Visit, book: BookView, { vote }: Resolution): Promise<Html | null> {
  const { words, link, node } = visit;
  const closed = voteAt(book.state, vote)?.closed;
  if (book.state.body?.kind !== 'delegate' || closed === null || closed === undefined) return null;
  const breaches = (await node.acts(book.origin, closed.act + 1, 200)).map(readAct).flatMap(({ act, row }) => {
    if (act?.act !== 'MandateBreached') return [];
    const data = act.data as ActData<'MandateBreached'>;
    return data.vote === vote ? [{ data, index: row.index }] : [];
  });
  if (breaches.length === 0) return null;
  const instructions = words.terms.instruction as Readonly<Record<string, string>>;
  const items = breaches.map(({ data, index }) => {
    const below = titleOf(visit, book.state, data.below);
    const seat = data.seat === undefined ? below : `${below}, ${words.body.seat(data.seat)}`;
    return html`<li>${words.resolution.breach(seat, instructions[data.mandate] ?? data.mandate, words.terms.choice[data.cast])} · <a href="${link(actPath(book, index))}">${words.body.act(index)}</a></li>`;
  });
  return section(words.resolution.breaches, html`<ul class="card list">${items}</ul>`);
}
