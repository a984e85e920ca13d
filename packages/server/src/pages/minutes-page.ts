import { type BodyState, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type ReadAct, readAct } from './acts.ts';
import { wordsOfHead } from './body-aside.ts';
import { capital } from './body-sittings.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { minutesTexts } from './minutes-texts.ts';
import { facts } from './parts.ts';
import { bodyPath, sentenceOf, type Visit } from './visit.ts';

type Sitting = NonNullable<ReturnType<typeof sittingAt>>;

const sittingAt = ({ state }: BookView, index: number) => tableGet(state.sittings, index);

/** As on the page of the sitting. */
const ACTS_READ = 2_000;

/** Seals and what concerns no sitting are written beside it while it lasts; they are no part of its minutes. */
const BESIDE: ReadonlySet<string> = new Set([
  'ActSealed',
  'WitnessAppointed',
  'ErasureRecorded',
  'OfficerKeyReplaced',
  'OfficerKeyReportedLost',
  'OfficerKeyRestored',
]);

/**
 * The minutes of a sitting, made from its acts, on paper: two copies with lines to sign on. What acts say are offices,
 * blocks and numbers, so no name stands here that nobody has written into a motion.
 */
export async function minutesPage(visit: Visit, book: BookView, index: number): Promise<Page | null> {
  const { words, node } = visit;
  const sitting = sittingAt(book, index);
  if (sitting === undefined) return null;
  const formats = visit.formats(book.state);
  const kind = words.sitting.title(words.terms.sittingKind[sitting.kind], formats.day(sitting.startsAt));
  const acts = (await node.acts(book.origin, index, ACTS_READ)).map(readAct);
  const { minutes, corrections } = sitting;
  const texts = minutes === null ? null : await minutesTexts(visit, book, minutes, corrections);
  const copy = (number: number): Html =>
    html`<article class="sheet"><p class="soft copy">${words.minutes.copy(number)} · ${words.minutes.copies}</p><h1>${words.minutes.title}: ${kind}</h1><p><strong>${book.title}</strong> <span class="soft">${book.origin}</span></p>${facts(
      [
        [words.sitting.place, sitting.place],
        [words.sitting.starts, formats.time(sitting.startsAt)],
        [words.sitting.opened, sitting.opened === null ? null : formats.time(sitting.opened.at)],
        [words.sitting.closed, sitting.closedAt === null ? null : formats.time(sitting.closedAt)],
      ],
    )}${standing(visit, book.state, sitting)}${texts}${record(visit, book, index, acts)}${headOf(visit, book)}${signatures(visit, book.state)}</article>`;
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

/** The acts that its minutes rest on: from its convocation, and from its opening to its close. */
function actsOfSitting(state: BodyState, index: number, acts: readonly ReadAct[]): readonly ReadAct[] {
  const sitting = tableGet(state.sittings, index);
  if (sitting === undefined) return [];
  const names = (act: ReadAct): number | undefined =>
    (act.act?.data as { readonly sitting?: number } | undefined)?.sitting;
  const isClose = (act: ReadAct): boolean => act.row.act === 'SittingClosed' && names(act) === index;
  const close = acts.find(isClose)?.row.index ?? (sitting.late ? index : Number.POSITIVE_INFINITY);
  const open = sitting.opened?.act ?? Number.POSITIVE_INFINITY;
  return acts.filter((act) => {
    const at = act.row.index;
    // Minutes belong to the sitting that has approved them by its vote; of this one they are what is printed here.
    if (act.row.act === 'MinutesApproved') return votedOn(act) && at >= open && at <= close;
    if (at === index || names(act) === index) return true;
    return at >= open && at <= close && names(act) === undefined && !BESIDE.has(act.row.act);
  });
}

const votedOn = ({ act }: ReadAct): boolean =>
  (act?.data as { readonly vote?: number } | undefined)?.vote !== undefined;

function record(visit: Visit, book: BookView, index: number, all: readonly ReadAct[]): Html {
  const { words } = visit;
  const formats = visit.formats(book.state);
  const acts = actsOfSitting(book.state, index, all);
  if (acts.length === 0) return html`<p>${words.minutes.noActs}</p>`;
  const rows = acts.map(
    ({ row, act }) =>
      html`<li value="${row.index}"><span>${sentenceOf(visit, book.state, act) ?? row.act}</span> <span class="soft">${formats.time(row.at)} · ${words.minutes.code} <span class="words">${row.code.slice(0, 5)} ${row.code.slice(5)}</span></span></li>`,
  );
  return html`<h2>${words.minutes.acts}</h2><ol class="record">${rows}</ol>`;
}

/** Where the minutes are on their way: a draft, approved, corrected since. */
function standing({ words }: Visit, { statute }: BodyState, { kind, minutes, corrections }: Sitting): Html {
  const byVote = statute?.rules.minutes.approval === 'sitting' && kind !== 'founding';
  const draft = byVote ? words.minutes.draftForVote : words.minutes.draft;
  const said = minutes === null ? draft : words.minutes.approved(minutes);
  const since = corrections.map((act) => words.minutes.corrected(act));
  return html`<p class="soft">${[said, ...since].join(' ')}</p>`;
}

/** The paper and the book tie each other down: the same words come out of the same number of acts, for everybody. */
function headOf(visit: Visit, book: BookView): Html {
  const { words } = visit;
  const { number } = visit.formats(book.state);
  return html`<p class="head-words">${words.minutes.head(number(book.head.size))}: <strong class="words">${wordsOfHead(visit, book)}</strong><br><span class="soft">${words.minutes.headNote}</span></p>`;
}

/** One line for each office of the statute. */
function signatures({ words }: Visit, { statute }: BodyState): Html {
  const offices = statute?.rules.offices.map(({ office }) => office) ?? [];
  return html`<h2>${words.minutes.sign}</h2><ul class="signatures">${offices.map((office) => html`<li>${office}</li>`)}</ul>`;
}
