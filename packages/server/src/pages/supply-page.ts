import { planHolds, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { textOf } from './disclosed.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { type Alone, cut, type Lists, listPage } from './listing.ts';
import { badge, facts, section } from './parts.ts';
import { supplyMap } from './supply-map.ts';
import { actLinks, amountsOf, sumShown, supplyPath } from './supply-parts.ts';
import { passagesOf } from './supply-passages.ts';
import { placeTitle, unsettledOf } from './supply-unsettled.ts';
import { bodyPath, titleOf, type Visit } from './visit.ts';

/** Items on the page; each has a page of its own. */
const ITEMS = 12;
const SHOWN = 12;

const lists: Lists = {
  unsettled: (visit, book, alone) => unsettledOf(visit, book, null, alone),
  coming: comingOf,
  offers: offersOf,
};

/** What came, what went where, who was left out and why, of one committee; or one list of it by itself. */
export async function supplyPage(visit: Visit, book: BookView, alone: Alone | null): Promise<Page | null> {
  const { words } = visit;
  if (alone !== null) {
    const trail = [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
      { title: words.supply.all, path: supplyPath(book) },
    ];
    return listPage(visit, book, { title: words.supply.title(book.title), trail, alone, lists });
  }
  const passages = await passagesOf(visit, book);
  const items = itemsOf(visit, book);
  return {
    title: words.supply.title(book.title),
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<h1>${words.supply.title(book.title)}</h1><p class="lead">${words.supply.lead}</p>${
      items === null ? html`<p class="card">${words.supply.nothing}</p>` : await bindingOf(visit, book)
    }${items}${unsettledOf(visit, book, null)}${supplyMap(visit, book)}${comingOf(visit, book)}${offersOf(visit, book)}${passages}`,
  };
}

function itemsOf(visit: Visit, book: BookView): Html | null {
  const { words, link } = visit;
  const all = tableEntries(book.state.supply.items);
  if (all.length === 0) return null;
  const cards = all
    .slice(0, ITEMS)
    .map(
      ([key, { title, symbol, unit }]) =>
        html`<article class="card"><h3><a href="${link(supplyPath(book, key))}">${title}</a></h3><p class="soft">${symbol} · ${words.supply.unit(unit)}</p>${sumShown(visit, book, Number(key))}<p><a href="${link(`${supplyPath(book, key)}#sites`)}">${words.supply.sitesOf(title)}</a></p></article>`,
    );
  const rest = all
    .slice(ITEMS)
    .map(([key, { title }]) => html`<li><a href="${link(supplyPath(book, key))}">${title}</a></li>`);
  return section(
    words.supply.items,
    html`${cards}${rest.length === 0 ? null : html`<ul class="plain inline">${rest}</ul>`}`,
    'items',
  );
}

/** The rule and the plan that hold, with what was put before the assembly when it adopted the plan. */
async function bindingOf(visit: Visit, book: BookView): Promise<Html> {
  const { words, now } = visit;
  const formats = visit.formats(book.state);
  const { rule, plans } = book.state.supply;
  const found = tableEntries(plans).findLast(([, one]) => planHolds(one, now));
  const said: Child =
    rule === null
      ? html`<span class="soft">${words.supply.noRule}</span>`
      : html`${words.supply.rules[rule.rule]} · ${actLinks(visit, book, [rule.act])}`;
  if (found === undefined)
    return facts([
      [words.supply.rule, said],
      [words.supply.plan, html`<span class="soft">${words.supply.noPlan}</span>`],
    ]);
  const [key, { until, entered, parts, vote }] = found;
  const days = until === null ? null : words.supply.planFrom(formats.day(until));
  const entry = words.supply.planParts(formats.number(entered.length), formats.number(parts.length));
  const reasons = vote === undefined ? null : await reasonsOf(visit, book, vote);
  return html`${facts([
    [words.supply.rule, said],
    [words.supply.plan, html`${days}${days === null ? null : ' · '}${entry} · ${actLinks(visit, book, [Number(key)])}`],
  ])}${reasons}`;
}

async function reasonsOf(visit: Visit, book: BookView, vote: number): Promise<Html | null> {
  const motion = tableGet(book.state.votes, vote)?.motion;
  const row = motion === undefined ? null : await visit.node.act(book.origin, motion);
  const text = row === null ? null : await textOf(visit, book, readAct(row));
  return text === null
    ? null
    : html`<details class="card"><summary>${visit.words.supply.reasons}</summary>${text}<p class="figures">${actLinks(visit, book, [vote])}</p></details>`;
}

/** Who is coming, as an order of magnitude; where beds and meals are offered; roads that are said to be closed. */
function comingOf(visit: Visit, book: BookView, alone: Alone | null = null): Html | null {
  const { words, now } = visit;
  const formats = visit.formats(book.state);
  const { supply } = words;
  const rows = tableEntries(book.state.supply.announcements)
    .filter(([, { withdrawn, until }]) => withdrawn === null && (until === null || now < until))
    .map(([key, one]): Html => {
      const when =
        one.until === null ? formats.day(one.from) : supply.fromTo(formats.day(one.from), formats.day(one.until));
      const what =
        one.kind === 'contingent'
          ? supply.sizes[one.size]
          : one.kind === 'places'
            ? `${placeTitle(visit, book, one.site)}: ${formats.number(one.count)} ${supply.offered[one.what]}`
            : `${supply.closures}: ${one.title}`;
      const doubt = one.kind === 'closure' && !one.confirmed ? badge('ochre', supply.unconfirmed) : null;
      return html`<li><div class="split"><span>${what}</span>${doubt}</div><p class="figures">${when} · ${actLinks(visit, book, [Number(key)])}</p></li>`;
    });
  const { shown, rest } = cut(visit, { path: supplyPath(book), list: 'coming', all: rows, size: SHOWN, alone });
  return shown.length === 0 ? null : section(supply.coming, html`<ul class="list">${shown}</ul>${rest}`, 'coming');
}

const offerTone = { open: 'ochre', passed: 'green', lapsed: 'indigo' } as const;

/** Lots that went to another committee’s book, were offered to one, or came from one. */
function offersOf(visit: Visit, book: BookView, alone: Alone | null = null): Html | null {
  const { words } = visit;
  const { supply } = book.state;
  const symbolOf = (item: number): string => tableGet(supply.items, item)?.symbol ?? '';
  const offers = tableEntries(supply.offers).flatMap(([key, { lot, quantity, to, state, settled }]) => {
    const item = tableGet(supply.lots, lot)?.item ?? -1;
    const said = amountsOf(visit, book, item).said(quantity);
    const title = words.supply.offerTo(`${said ?? ''} ${symbolOf(item)}`.trim(), titleOf(visit, book.state, to));
    const acts = [Number(key), ...(settled === null ? [] : [settled])];
    return [
      html`<li><div class="split"><span>${title}</span>${badge(offerTone[state], words.supply.offerStates[state])}</div><p class="figures">${actLinks(visit, book, acts)}</p></li>`,
    ];
  });
  const taken = tableEntries(supply.lots).flatMap(([key, { by, item, received }]) => {
    const said = amountsOf(visit, book, item).said(received);
    return by === 'accepted'
      ? [
          html`<li>${words.supply.acceptedFrom(`${said ?? ''} ${symbolOf(item)}`.trim())} <span class="figures">${actLinks(visit, book, [Number(key)])}</span></li>`,
        ]
      : [];
  });
  const rows = [...offers.toReversed(), ...taken.toReversed()];
  const { shown, rest } = cut(visit, { path: supplyPath(book), list: 'offers', all: rows, size: SHOWN, alone });
  return shown.length === 0
    ? null
    : section(words.supply.offers, html`<ul class="list">${shown}</ul>${rest}`, 'offers');
}
