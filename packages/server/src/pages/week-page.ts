import { tableEntries } from '@cabildo/core';
import { handedInTo, waitsToBeJudged } from '../app/committee-accounts.ts';
import { delegationsHere } from '../app/delegations-here.ts';
import type { BookView } from '../app/node.ts';
import { petitionsHere } from '../app/petitions-here.ts';
import { accountsPath } from './accounts-path.ts';
import { capital } from './body-sittings.ts';
import { consultationPath } from './consultation-path.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { qrCode } from './qr.ts';
import { actPath, bodyPath, officeSaid, type Visit } from './visit.ts';
import { minutesWaiting } from './week-minutes.ts';
import { partOf } from './week-part.ts';
import { questionsWaiting } from './week-questions.ts';

const weekPath = (book: Pick<BookView, 'name'>): string => `${bodyPath(book)}/week`;

/**
 * What waits for a body, to print and pin in its hall. It is for whoever passes by: offices, seats and numbers, never persons, and
 * nothing that is not public in its book.
 */
export async function weekPage(visit: Visit, book: BookView): Promise<Page | null> {
  if (book.kind !== 'body') return null;
  const { words, now } = visit;
  const { date } = visit.formats(book.state);
  const parts = [
    await questionsWaiting(visit, book),
    consultationsOf(visit, book),
    ...(await delegationsOf(visit, book)),
    await accountsToJudge(visit, book),
    await petitionsOf(visit, book),
    dutiesOf(visit, book),
    minutesWaiting(visit, book),
  ].filter((part) => part !== null);
  return {
    title: `${words.week.title}: ${book.title}`,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<div class="sheets"><article class="sheet week"><p class="of">${book.title}</p><h1>${words.week.title}</h1><p>${words.week.asOf(date(now))}</p>${sittingsAhead(visit, book)}${parts.length === 0 ? html`<p>${words.week.nothing}</p>` : parts}${againOn(visit, book)}</article></div>`,
  };
}

function sittingsAhead(visit: Visit, book: BookView): Html {
  const { words, link } = visit;
  const { time } = visit.formats(book.state);
  const ahead = tableEntries(book.state.sittings)
    .filter(([, { closedAt, calledOff, late }]) => closedAt === null && !calledOff && !late)
    .toSorted(([, a], [, b]) => (a.startsAt < b.startsAt ? -1 : 1));
  const lines = ahead.map(([index, { kind, startsAt, place, opened, notice }]) => {
    const what =
      notice.length === 0
        ? html`<p>${words.week.ordinary}</p>`
        : html`<ol>${notice.map(({ matter, title }) => html`<li>${title}${matter === 'ordinary' ? null : html` <span class="soft">${words.terms.matter[matter]}</span>`}</li>`)}</ol>`;
    const now = opened === null ? null : html` <strong>${words.week.open}</strong>`;
    return html`<strong><a href="${link(`${bodyPath(book)}/sittings/${index}`)}">${capital(words.terms.sittingKind[kind])}</a></strong>${now}<br>${time(startsAt)} · ${place}${what}`;
  });
  return (
    partOf(words.week.sittings, lines) ??
    html`<section><h2>${words.week.sittings}</h2><p>${words.week.noSitting}</p></section>`
  );
}

function consultationsOf(visit: Visit, book: BookView): Html | null {
  const { words, link } = visit;
  const { day } = visit.formats(book.state);
  const lines = tableEntries(book.state.consultations)
    .filter(([, { closed }]) => closed === null)
    .map(
      ([index, { title, deadline }]) =>
        html`<a href="${link(consultationPath(book, Number(index)))}">${title}</a><br>${words.week.until(day(deadline))}`,
    );
  return partOf(words.week.consultations, lines);
}

async function delegationsOf(visit: Visit, book: BookView): Promise<readonly (Html | null)[]> {
  const { week } = visit.words;
  const { day, number } = visit.formats(book.state);
  const { seats } = await delegationsHere(visit.node, book, { kind: 'anyone' }, 'public');
  // A mandate is told to all seats in one body at once.
  const mandates = new Set(
    seats.flatMap(({ title: body, mandates: asked }) =>
      asked.flatMap(({ title, instruction }) => (instruction === null ? [week.mandateOn(title, body)] : [])),
    ),
  );
  const reports = seats.flatMap(({ title, seat, due }) => {
    if (due === null) return [];
    return [(due <= visit.now ? week.reportLate : week.report)(title, number(seat), day(due))];
  });
  const toJudge = seats.flatMap(({ title, seat, reports: made }) =>
    made
      .filter(({ judged }) => judged === null)
      .map(
        ({ act, at }) =>
          html`${week.reportOf(title, number(seat), day(at))} <a href="${visit.link(actPath(book, act))}">${visit.words.body.act(act)}</a>`,
      ),
  );
  return [partOf(week.mandates, [...mandates]), partOf(week.reports, reports), partOf(week.toJudge, toJudge)];
}

/** What committees have handed in, and this body has to approve or reject. */
async function accountsToJudge(visit: Visit, book: BookView): Promise<Html | null> {
  const { words, link } = visit;
  const { calendarDay } = visit.formats(book.state);
  const lines = (await handedInTo(visit.node, book))
    .filter(waitsToBeJudged)
    .map(
      ({ committee, report }) =>
        html`<a href="${link(accountsPath(committee))}">${words.week.accountsOf(committee.title, calendarDay(report.until))}</a>`,
    );
  return partOf(words.week.accounts, lines);
}

async function petitionsOf(visit: Visit, book: BookView): Promise<Html | null> {
  const { week } = visit.words;
  const { day, number } = visit.formats(book.state);
  const { petitions } = await petitionsHere(visit.node, book, { kind: 'anyone' });
  const lines = petitions
    .filter(({ gathering }) => gathering)
    .map(({ petition, against, target, needed, of, until, phones, paper, ...seat }) => {
      const whom =
        against === 'delegate'
          ? week.whom.delegate(number(seat.seat ?? 0), seat.title ?? target)
          : against === 'presidium'
            ? week.whom.presidium
            : week.whom[against](against === 'officer' ? officeSaid(visit, target) : target);
      // Signatures on phones lie at the body's own node: of a copy nobody here knows them.
      const figures = book.remote
        ? week.signaturesNeeded(number(needed), number(of))
        : week.signatures(number(phones + paper), number(needed), number(of));
      return html`<strong><a href="${visit.link(actPath(book, petition))}">${whom}</a></strong><br>${figures} ${week.signUntil(day(until))}`;
    });
  return partOf(week.petitions, lines);
}

/** A demand of members, a petition that reached its number, a pact behind the body's back. */
function dutiesOf(visit: Visit, book: BookView): Html | null {
  const { words, now, link } = visit;
  const { day, list } = visit.formats(book.state);
  const lines = tableEntries(book.state.obligations)
    .filter(([, { sitting }]) => sitting === null)
    .map(([act, { matters, due }]) => {
      const on = list([...new Set(matters.map((matter) => words.terms.matter[matter]))]);
      const said = (due <= now ? words.week.dutyLate : words.week.dutyBy)(on, day(due));
      return html`${said} <a href="${link(actPath(book, Number(act)))}">${words.body.act(Number(act))}</a>`;
    });
  return partOf(words.week.duties, lines);
}

/** Paper is old as soon as it hangs: the way to what holds now. */
function againOn({ words, base }: Visit, book: BookView): Html {
  const path = weekPath(book);
  return html`<p class="soft">${words.week.names}</p><div class="codes"><figure>${qrCode(`${base}${path}`, words.week.page)}<figcaption><a href="${path}">${words.week.page}</a></figcaption></figure></div>`;
}
