import { type ActData, heldElection, isBare, type NoticeItem, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type ReadAct, readAct } from './acts.ts';
import { capital, presence } from './body-sittings.ts';
import { candidatesPath } from './candidates-page.ts';
import { textOf } from './disclosed.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { minutesTexts } from './minutes-texts.ts';
import { motionBadge } from './motion-parts.ts';
import { badge, facts, section } from './parts.ts';
import { lateDecisions } from './sitting-late.ts';
import { actPath, bodyPath, sentenceOf, titleOf, type Visit } from './visit.ts';
import { voteResult } from './vote-parts.ts';

type Sitting = NonNullable<ReturnType<typeof sittingAt>>;

const sittingAt = (book: BookView, index: number) => tableGet(book.state.sittings, index);

/** Acts are read from the convocation on; a sitting with more than this is shown as far as they go. */
const ACTS_READ = 2_000;

export async function sittingPage(visit: Visit, book: BookView, index: number): Promise<Page | null> {
  const { words, node } = visit;
  const sitting = sittingAt(book, index);
  if (sitting === undefined) return null;
  const formats = visit.formats(book.state);
  const acts = (await node.acts(book.origin, index, ACTS_READ)).map(readAct);
  const title = capital(words.sitting.title(words.terms.sittingKind[sitting.kind], formats.day(sitting.startsAt)));
  const [first] = acts;
  const late = first?.act?.act === 'SittingEnteredLate' ? (first.act.data as ActData<'SittingEnteredLate'>) : null;
  return {
    title,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<div class="head"><h1>${title}</h1>${stateBadge(visit, sitting)}</div>
${late === null ? null : html`<p class="card ochre">${words.sitting.lateNote(formats.time(late.heldAt), formats.time(first?.row.at ?? late.heldAt))} <a href="${visit.link(actPath(book, index))}">${words.body.act(index)}</a></p>`}
<div class="columns"><div>${late === null ? await motionsOf(visit, book, sitting, acts) : lateDecisions(visit, book, index, late)}${await minutesOf(visit, book, sitting)}<p><a href="${visit.link(`${bodyPath(book)}/sittings/${index}/minutes`)}">${words.minutes.print}</a>${late === null ? html` · <a href="${visit.link(`${bodyPath(book)}/sittings/${index}/poster`)}">${words.poster.link}</a> · <a href="${visit.link(`/api/bodies/${encodeURIComponent(book.name)}/sittings/${index}/calendar.ics`)}">${words.poster.calendar}</a>` : null}</p>${irregularitiesOf(visit, book, sitting, acts, late !== null)}</div><aside>${whenAndWhere(visit, book, index, sitting, acts)}${whoCounts(visit, book, index, sitting, acts)}${noticeOf(visit, sitting)}${seatsOf(visit, book, index, acts)}</aside></div>`,
  };
}

function stateBadge({ words }: Visit, sitting: Sitting): Html | null {
  if (sitting.late) return badge('ochre', words.sitting.late, 'book');
  if (sitting.opened === null) return null;
  return sitting.closedAt === null ? badge('indigo', words.body.openSitting) : null;
}

function whenAndWhere(visit: Visit, book: BookView, index: number, sitting: Sitting, acts: readonly ReadAct[]): Html {
  const { words, link } = visit;
  const { time } = visit.formats(book.state);
  const by = (at: string, act: number | undefined): Html =>
    html`${time(at)}${act === undefined ? null : html` · <a href="${link(actPath(book, act))}">${words.body.act(act)}</a>`}`;
  const convened = by(sitting.convenedAt, index);
  const opened = sitting.opened;
  return html`<section class="card">${facts([
    [words.sitting.place, sitting.place],
    [words.sitting.starts, time(sitting.startsAt)],
    [words.sitting.convened, sitting.late ? null : convened],
    [words.sitting.opened, sitting.late ? null : opened === null ? words.sitting.notOpened : by(opened.at, opened.act)],
    [
      words.sitting.closed,
      sitting.late
        ? null
        : sitting.closedAt === null
          ? opened === null
            ? null
            : words.sitting.stillOpen
          : by(sitting.closedAt, ofSitting(acts, 'SittingClosed', index)[0]?.act),
    ],
  ])}<h2>${words.sitting.quorum}</h2>${presence(visit, book, index, sitting)}</section>`;
}

function whoCounts(
  visit: Visit,
  book: BookView,
  index: number,
  sitting: Sitting,
  acts: readonly ReadAct[],
): Html | null {
  const { words, link } = visit;
  if (sitting.late || (sitting.tellers.length === 0 && sitting.opened === null)) return null;
  const { number } = visit.formats(book.state);
  const counts = ofSitting(acts, 'PresenceCounted', index).map(({ data, act }) => {
    const [a = 0, b = 0] = data.counts;
    return html`<li>${words.sitting.round(data.round)}: <a href="${link(actPath(book, act))}">${words.sitting.bothNumbers(number(a), number(b))}</a> ${data.agreed ? badge('green', words.sitting.agreed) : badge('red', words.sitting.differ)}</li>`;
  });
  return html`<section class="card"><h2>${words.sitting.tellers}</h2><p class="soft">${sitting.tellers.length === 0 ? words.sitting.noTellers : words.sitting.twoTellers}</p>${counts.length === 0 ? null : html`<ul class="plain">${counts}</ul>`}</section>`;
}

type OfSitting = 'PresenceCounted' | 'SeatAccredited' | 'IrregularityRecorded' | 'SittingClosed';

const ofSitting = <N extends OfSitting>(
  acts: readonly ReadAct[],
  name: N,
  sitting: number,
): readonly { readonly act: number; readonly data: ActData<N> }[] =>
  acts.flatMap(({ act }) =>
    act?.act === name && (act.data as ActData<N>).sitting === sitting
      ? [{ act: act.index, data: act.data as ActData<N> }]
      : [],
  );

function noticeOf({ words }: Visit, { notice, late }: Sitting): Html | null {
  if (late) return null;
  const textOf = (item: NoticeItem) =>
    item.textHash === undefined ? (isBare(item) ? words.sitting.textToBeNamed : null) : words.sitting.textFixed;
  const items = notice.map((item) => {
    const text = textOf(item);
    return html`<li>${item.title} <span class="soft">${words.terms.matter[item.matter]}${text === null ? null : ` · ${text}`}</span></li>`;
  });
  return html`<section class="card"><h2>${words.sitting.notice}</h2>${items.length === 0 ? html`<p class="soft">${words.sitting.noNotice}</p>` : html`<ol class="agenda">${items}</ol>`}</section>`;
}

/** A hall of delegations is folded: it would push everything else off the page. */
const SEATS_SHOWN = 24;

function seatsOf(visit: Visit, book: BookView, index: number, acts: readonly ReadAct[]): Html | null {
  const { words, link } = visit;
  const accredited = ofSitting(acts, 'SeatAccredited', index);
  if (accredited.length === 0) return null;
  const items = accredited.map(
    ({ act, data }) =>
      html`<li><a href="${link(actPath(book, act))}">${titleOf(visit, book.state, data.below)}</a> <span class="soft">${words.body.seat(data.seat)}</span></li>`,
  );
  const list = html`<ul class="plain">${items}</ul>`;
  const folded = html`<details><summary>${words.body.seats(items.length)}</summary>${list}</details>`;
  return html`<section class="card"><h2>${words.sitting.accredited}</h2>${items.length > SEATS_SHOWN ? folded : list}</section>`;
}

async function motionsOf(visit: Visit, book: BookView, sitting: Sitting, acts: readonly ReadAct[]): Promise<Html> {
  const { words, link } = visit;
  const cards = sitting.motions.map(async (index) => {
    const motion = tableGet(book.state.motions, index);
    const act = acts.find(({ row }) => row.index === index);
    if (motion === undefined) return null;
    const vote = motion.vote === null ? undefined : tableGet(book.state.votes, motion.vote);
    const text = act === undefined ? null : await textOf(visit, book, act);
    return html`<article class="card" id="motion-${index}"><div class="split"><h3>${motion.title}</h3>${motionBadge(visit, book.state, index)}</div><p class="soft">${words.terms.matter[motion.matter]} · <a href="${link(actPath(book, index))}">${words.body.act(index)}</a></p>${
      text === null ? null : html`<details><summary>${words.resolution.text}</summary>${text}</details>`
    }${heldElection(motion) === null ? null : html`<p><a href="${link(candidatesPath(book, index))}">${vote?.closed == null ? words.candidates.link : words.candidates.result}</a></p>`}${vote === undefined || motion.vote === null ? null : voteResult(visit, book, motion.vote, vote)}</article>`;
  });
  const body: Child =
    cards.length === 0 ? html`<p class="card soft">${words.sitting.noMotions}</p>` : await Promise.all(cards);
  return section(words.sitting.motions, body);
}

async function minutesOf(visit: Visit, book: BookView, { minutes, corrections, late }: Sitting): Promise<Html | null> {
  const { words } = visit;
  if (late && minutes === null) return null;
  if (minutes === null)
    return section(words.sitting.minutes, html`<p class="card soft">${words.sitting.noMinutes}</p>`);
  const texts = await minutesTexts(visit, book, minutes, corrections);
  return section(words.sitting.minutes, html`<div class="card minutes">${texts}</div>`);
}

function irregularitiesOf(
  visit: Visit,
  book: BookView,
  { irregularities }: Sitting,
  acts: readonly ReadAct[],
  late: boolean,
): Html | null {
  const { words, link } = visit;
  if (late) return null;
  if (irregularities.length === 0)
    return section(words.sitting.irregularities, html`<p class="soft">${words.sitting.noIrregularities}</p>`);
  const items = irregularities.map((index) => {
    const act = acts.find(({ row }) => row.index === index);
    return html`<li class="irregular">${sentenceOf(visit, book.state, act?.act ?? null)} <a href="${link(actPath(book, index))}">${words.body.act(index)}</a></li>`;
  });
  return section(words.sitting.irregularities, html`<ul class="card list">${items}</ul>`);
}
