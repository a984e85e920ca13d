import {
  isSuspended,
  matterRule,
  measureAt,
  type Passing,
  placeWithheld,
  servicesExempt,
  type Time,
  tableEntries,
  tableGet,
} from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { correspondencePath } from './correspondence-path.ts';
import { type Html, html } from './html.ts';
import { type Alone, cut } from './listing.ts';
import { badge, section } from './parts.ts';
import { fractionWords } from './rules.ts';
import { statutePath } from './statute-page.ts';
import { actPath, bodyPath, titleOf, type Visit } from './visit.ts';

const SHOWN = 20;

type Measure = Parameters<typeof measureAt>[1];

/** As a page of a body shows a list of its own; `alone`: that list by itself. */
const listed = <T>(visit: Visit, book: BookView, list: string, all: readonly T[], alone: Alone | null) =>
  cut(visit, { path: bodyPath(book), list, all, size: SHOWN, alone });

export async function measuresOf(visit: Visit, book: BookView, alone: Alone | null = null): Promise<Html | null> {
  const { words, link, now } = visit;
  const formats = visit.formats(book.state);
  const { shown, rest } = listed(visit, book, 'measures', tableEntries(book.state.measures).toReversed(), alone);
  if (shown.length === 0) return null;
  const cards = shown.map(async ([key, measure]) => {
    const { what, from, lifted, resolution } = measure;
    const place = await placeOf(visit, book, measure);
    const standing = measureAt(book.state, measure, now);
    const state =
      standing === 'over' || (lifted !== null && standing === 'suspended')
        ? badge('red', words.body.lifted(liftedHow(visit, lifted?.how ?? 'end')))
        : standing === 'called'
          ? badge('green', words.body.inForce)
          : badge('ochre', standing === 'waiting' ? words.body.begins : words.terms.status.suspended);
    const exempt = servicesExempt(book.state, measure, now);
    const passes =
      exempt.length === 0
        ? null
        : html`<p class="soft">${words.body.passes(formats.list(exempt.map((one) => passingWords(visit, formats.day, one))))}</p>`;
    return html`<article class="card"><div class="split"><h3><a href="${link(actPath(book, Number(key)))}">${what}</a></h3>${state}</div><p class="soft">${words.body.measureFrom(place, formats.time(from))} · ${words.body.decidedBy} <a href="${link(`${bodyPath(book)}/resolutions/${resolution}`)}">${words.resolution.title} ${resolution}</a></p>${standing === 'over' ? null : lifters(visit, book)}${lifted === null ? null : liftedBy(visit, book, lifted)}${passes}${standing === 'called' ? html`<p><a href="${link('/pass')}">${words.supply.blockPage}</a></p>` : null}</article>`;
  });
  return section(words.body.measures, [await Promise.all(cards), rest]);
}

/** Who may end it, narrow it or move it, by the statute in force (DESIGN section 6, Lifting). */
function lifters(visit: Visit, { state, title, name }: BookView): Html | null {
  const { words, link } = visit;
  if (state.statute === null) return null;
  const { rules } = state.statute;
  const rule = matterRule(rules, 'lifting')?.rule;
  const article = html`<a href="${link(`${statutePath({ name })}#rules`)}">${words.lifters.article}</a>`;
  if (rule === undefined) return html`<p class="soft">${words.lifters.nobody} ${article}</p>`;
  const by = words.lifters.by(title, fractionWords(words, rule, words.terms.base[rule.of]));
  const { ratification } = rules;
  const of = ratification.of === 'bases' ? words.rule.bases : words.rule.answered;
  const then = !isSuspended(state, rules, 'lifting')
    ? null
    : state.body?.kind === 'committee'
      ? words.lifters.parents
      : words.lifters.ratified(fractionWords(words, ratification, of));
  return html`<p class="soft">${by} ${then} ${article}</p>`;
}

const liftedBy = ({ words, link }: Visit, book: BookView, { act, resolution }: NonNullable<Measure['lifted']>): Html =>
  html`<p class="soft">${words.lifters.over} <a href="${link(`${bodyPath(book)}/resolutions/${resolution}`)}">${words.resolution.title} ${resolution}</a> · <a href="${link(actPath(book, act))}">${words.body.act(act)}</a></p>`;

/** Measures of bodies above that this one has joined, or out of which it has taken its own people. */
export function measuresJoined(visit: Visit, book: BookView, alone: Alone | null = null): Html | null {
  const { words, link, books } = visit;
  const { shown, rest } = listed(visit, book, 'joined', tableEntries(book.state.measuresJoined).toReversed(), alone);
  if (shown.length === 0) return null;
  const items = shown.map(([key, { act, how }]) => {
    const at = key.lastIndexOf('#');
    const above = books.get(key.slice(0, at));
    const named = `${titleOf(visit, book.state, key.slice(0, at))}, ${words.body.act(Number(key.slice(at + 1)))}`;
    const measure =
      above === undefined ? named : html`<a href="${link(actPath(above, Number(key.slice(at + 1))))}">${named}</a>`;
    return html`<li><div class="split"><span>${measure}</span>${badge(how === 'joined' ? 'green' : 'ochre', words.joined[how], how === 'joined' ? 'check' : 'minus')}</div><p class="figures"><a href="${link(actPath(book, act))}">${words.body.act(act)}</a></p></li>`;
  });
  return section(
    words.joined.title,
    html`<ul class="list">${items}</ul>${rest}<p class="soft">${words.joined.note}</p>`,
  );
}

/** Where it stands, as everybody may read it: in the book, published since it ended, or as the area alone. */
async function placeOf({ node, words }: Visit, book: BookView, measure: Measure): Promise<string | null> {
  const kept = placeWithheld(measure);
  if (kept === null) return measure.place ?? measure.area ?? null;
  const file = kept.on.book === book.origin ? await node.disclosures(book.origin, kept.on.index, 'public') : null;
  const published = file?.slots.place?.disclosure;
  if (typeof published === 'string') return published;
  return measure.area === undefined ? words.body.placeForMembers : words.body.areaOnly(measure.area);
}

const passingWords = ({ words }: Visit, day: (time: Time) => string, { service, limits }: Passing): string => {
  const { passing } = words.terms;
  return passing.limited(passing.service[service] ?? service, limits ?? {}, day);
};

const liftedHow = ({ words }: Visit, how: string): string =>
  (words.terms.lifting as Readonly<Record<string, string>>)[how] ?? how;

/** What this base has answered to bodies above. */
export function answersGiven(
  visit: Visit,
  book: BookView,
  above: readonly BookView[],
  alone: Alone | null = null,
): Html | null {
  const { words, link } = visit;
  const { shown, rest } = listed(visit, book, 'answers', tableEntries(book.state.answers).toReversed(), alone);
  const all = html`<p><a href="${link(correspondencePath(book))}">${words.correspondence.link}</a></p>`;
  if (shown.length === 0) return alone === null ? all : null;
  const items = shown.map(([key, { answer, act }]) => {
    const at = key.lastIndexOf('#');
    const asker = above.find(({ origin }) => origin === key.slice(0, at));
    const consultation = asker === undefined ? undefined : tableGet(asker.state.consultations, key.slice(at + 1));
    const title =
      asker === undefined || consultation === undefined
        ? titleOf(visit, book.state, key.slice(0, at))
        : html`<a href="${link(`${bodyPath(asker)}/resolutions/${consultation.resolution}`)}">${consultation.title}</a>`;
    const said = badge(answer === 'yes' ? 'green' : 'red', words.body.answered(words.terms.choice[answer]));
    return html`<li><div class="split"><span>${title}</span>${said}</div><p class="figures">${asker?.title} · <a href="${link(actPath(book, act))}">${words.body.act(act)}</a></p></li>`;
  });
  return section(words.body.asked, html`<ul class="list">${items}</ul>${rest}${all}`);
}

const fateTone = { carried: 'green', rejected: 'red', 'not-taken': 'ochre', referred: 'ochre' } as const;

/** Motions that this body has sent up, and what became of each above as far as its own book knows. */
export function sentUp(visit: Visit, book: BookView, alone: Alone | null = null): Html | null {
  const { words, link } = visit;
  const { shown, rest } = listed(visit, book, 'sent-up', tableEntries(book.state.forwarded).toReversed(), alone);
  if (shown.length === 0) return null;
  const items = shown.map(([key, { title, to, answer }]) => {
    // What became of it was said above; where that book is not here, our own act of sending it stands for it.
    const above = answer === null ? undefined : visit.holding(to, answer.act);
    const [holder, act] = above === undefined ? [book, Number(key)] : [above, answer?.act ?? 0];
    const fate =
      answer === null
        ? badge('ochre', words.sentUp.waiting)
        : badge(fateTone[answer.fate], words.terms.fate[answer.fate]);
    return html`<li><div class="split"><a href="${link(actPath(book, Number(key)))}">${title}</a>${fate}</div><p class="figures">${titleOf(visit, book.state, to)} · <a href="${link(actPath(holder, act))}">${words.body.act(act)}</a></p></li>`;
  });
  return section(words.sentUp.title, html`<ul class="list">${items}</ul>${rest}`, 'sent-up');
}
