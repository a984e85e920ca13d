import {
  type AnnouncedText,
  type BodyState,
  matterRule,
  plusMinutes,
  quorumNeeded,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { capital } from './body-sittings.ts';
import { contentOf, disclosedBy, textAmong } from './disclosed.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { qrCode } from './qr.ts';
import { bodyPath, type Visit } from './visit.ts';

type Sitting = NonNullable<ReturnType<typeof sittingAt>>;

const sittingAt = ({ state }: BookView, index: number) => tableGet(state.sittings, index);

/**
 * A convocation for a wall: what, when, where, on what, and how many must come. Of a sitting that was entered from paper there
 * is none, because nobody was called to it by this book.
 */
export async function posterPage(visit: Visit, book: BookView, index: number): Promise<Page | null> {
  const { words } = visit;
  const sitting = sittingAt(book, index);
  if (sitting === undefined || sitting.late) return null;
  const formats = visit.formats(book.state);
  const kind = capital(words.terms.sittingKind[sitting.kind]);
  const title = `${words.poster.title}: ${words.sitting.title(words.terms.sittingKind[sitting.kind], formats.day(sitting.startsAt))}`;
  const called = sitting.calledOff ? html`<p class="called-off"><strong>${words.poster.calledOff}</strong></p>` : null;
  return {
    title,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      {
        title: capital(words.sitting.title(words.terms.sittingKind[sitting.kind], formats.day(sitting.startsAt))),
        path: `${bodyPath(book)}/sittings/${index}`,
      },
    ],
    body: html`<div class="sheets"><article class="sheet poster">${called}<p class="of">${book.title}</p><p class="calls-to">${words.poster.title}</p><h1>${kind}</h1>${whenAndWhere(visit, book, sitting)}${await agendaOf(visit, book, index, sitting)}${callsOf(visit, book, sitting)}${await codesOf(visit, book, index)}</article></div>`,
  };
}

/** The hour as large as it can be: whoever passes by takes it along. */
function whenAndWhere(visit: Visit, { state }: BookView, { startsAt, place }: Sitting): Html {
  const { date, hour } = visit.formats(state);
  const [at = '', ...zone] = hour(startsAt).split(' ');
  return html`<div class="when"><p class="date">${capital(date(startsAt))}</p><p class="at">${at} <small>${zone.join(' ')}</small></p><p class="where">${place}</p></div>`;
}

async function agendaOf(visit: Visit, book: BookView, index: number, sitting: Sitting): Promise<Html> {
  const { words } = visit;
  const { notice, agenda, named } = sitting;
  if (notice.length === 0)
    return html`<section><h2>${words.poster.agenda}</h2><p>${words.poster.noAgenda}</p></section>`;
  const items = (agenda ?? notice.map((_, i) => i)).flatMap((item) => {
    const announced = notice[item];
    return announced === undefined ? [] : [{ item, ...announced }];
  });
  const shown = items.map(async ({ item, matter, title, textHash }) => {
    const act = named.find((one) => one.item === item)?.act ?? index;
    const what = matter === 'ordinary' ? null : html` <span class="soft">${words.terms.matter[matter]}</span>`;
    return html`<li><strong>${title}</strong>${what}${textHash === undefined ? null : await fixedText(visit, book, { act, item, textHash })}</li>`;
  });
  return html`<section><h2>${words.poster.agenda}</h2><ol class="items">${await Promise.all(shown)}</ol></section>`;
}

interface Announced {
  /** Beside which its words lie, if whoever convened gave them. */
  readonly act: number;
  readonly item: number;
  readonly textHash: string;
}

/** The words behind a hash: as they were announced, or as a motion of this book has them; else where to ask for them. */
async function fixedText(visit: Visit, book: BookView, announced: Announced): Promise<Html> {
  const { words, node } = visit;
  const { textHash } = announced;
  const said = await announcedText(visit, book, announced);
  if (said !== null) return html`<p class="soft">${words.poster.fixed}</p><blockquote>${contentOf(said)}</blockquote>`;
  const [known] = tableEntries(book.state.motions).find(([, motion]) => motion.textHash === textHash) ?? [];
  const row = known === undefined ? null : await node.act(book.origin, Number(known));
  const text = row === null ? undefined : textAmong(await disclosedBy(visit, book.state, readAct(row)));
  if (text?.state !== 'open') return html`<p class="soft">${words.poster.fixedElsewhere}</p>`;
  return html`<p class="soft">${words.poster.fixed}</p><blockquote>${contentOf(text.content)}</blockquote>`;
}

async function announcedText(visit: Visit, book: BookView, { act, item }: Announced): Promise<string | null> {
  const row = await visit.node.act(book.origin, act);
  const [said] = row === null ? [] : await disclosedBy(visit, book.state, readAct(row));
  if (said?.state !== 'open') return null;
  const texts = Array.isArray(said.content) ? (said.content as readonly AnnouncedText[]) : [];
  return typeof said.content === 'string' ? said.content : (texts.find((one) => one.item === item)?.text ?? null);
}

/** The hours of both calls and how many each needs, in plain words. */
function callsOf(visit: Visit, { state }: BookView, { startsAt, roll, notice }: Sitting): Html | null {
  const rules = state.statute?.rules;
  if (rules === undefined) return null;
  const { words } = visit;
  const { number, hour, list } = visit.formats(state);
  const { first, second, minutesBetween } = rules.calls;
  const onlyFirst = [
    ...new Set(
      notice.filter(({ matter }) => needsFirst(state, matter)).map(({ matter }) => words.terms.matter[matter]),
    ),
  ];
  const lines = [
    words.poster.first(hour(startsAt), number(quorumNeeded(first, roll)), number(roll)),
    words.poster.second(hour(plusMinutes(startsAt, minutesBetween)), number(quorumNeeded(second, roll))),
    ...(onlyFirst.length === 0 ? [] : [words.poster.firstCallOnly(list(onlyFirst))]),
    // At midnight the day is over anyway.
    ...(rules.closing.hour === 24 ? [] : [words.poster.closing(`${String(rules.closing.hour).padStart(2, '0')}:00`)]),
  ];
  return html`<section><h2>${words.poster.calls}</h2>${lines.map((line) => html`<p>${line}</p>`)}</section>`;
}

function needsFirst({ statute }: BodyState, matter: Sitting['notice'][number]['matter']): boolean {
  const rule = statute === null ? undefined : matterRule(statute.rules, matter);
  return rule !== undefined && rule.quorum === undefined && !rule.secondCall;
}

/** Two codes for a camera, and the act's own for whoever has none: it can be read over a radio. */
async function codesOf(visit: Visit, book: BookView, index: number): Promise<Html> {
  const { words, node, base } = visit;
  const act = await node.act(book.origin, index);
  const page = `${base}${bodyPath(book)}/sittings/${index}`;
  const entry = `${base}/api/bodies/${encodeURIComponent(book.name)}/sittings/${index}/calendar.ics`;
  const code = (label: string, address: string): Html =>
    html`<figure>${qrCode(address, label)}<figcaption><a href="${address.slice(base.length)}">${label}</a></figcaption></figure>`;
  const spoken =
    act === null
      ? null
      : html`<p class="soft">${words.poster.code}: <strong class="words">${act.code.slice(0, 5)} ${act.code.slice(5)}</strong></p>`;
  return html`<div class="codes">${code(words.poster.page, page)}${code(words.poster.entry, entry)}<div>${spoken}<ul class="signatures"><li>${words.poster.by}</li></ul></div></div>`;
}
