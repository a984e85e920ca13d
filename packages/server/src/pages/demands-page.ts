import { type BodyState, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { type Alone, cut } from './listing.ts';
import { badge, section, type Tone, table } from './parts.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

type DemandList = ReturnType<typeof listsOf>[number][1];
type Demand = DemandList['demands'][number];

const listsOf = (state: BodyState) => tableEntries(state.demandLists);

const tones = {
  open: 'ochre',
  offered: 'indigo',
  met: 'green',
  broken: 'red',
  dropped: 'red',
} as const satisfies Record<Demand['state'], Tone>;

const SHOWN = 5;

const demandsPath = (book: Pick<BookView, 'name'>, list: string | number): string =>
  `${bodyPath(book)}/demands/${list}`;

const stateBadge = ({ words }: Visit, state: Demand['state']): Html => badge(tones[state], words.terms.demand[state]);

/** Each list with how many of its demands stand how. */
export function demandsOf(visit: Visit, book: BookView, alone: Alone | null = null): Html | null {
  const { words, link } = visit;
  const all = listsOf(book.state).toReversed();
  const { shown, rest } = cut(visit, { path: bodyPath(book), list: 'demands', all, size: SHOWN, alone });
  if (shown.length === 0) return null;
  const cards = shown.map(([key, list]) => {
    const counted = (Object.keys(tones) as Demand['state'][]).flatMap((state) => {
      const count = list.demands.filter((demand) => demand.state === state).length;
      return count === 0 ? [] : [badge(tones[state], `${count} ${words.terms.demand[state]}`)];
    });
    return html`<article class="card"><h3><a href="${link(demandsPath(book, key))}">${titleOfList(book, list) ?? words.demands.one}</a></h3><p class="badges">${counted}</p></article>`;
  });
  return section(words.demands.title, [cards, rest], 'demands');
}

const titleOfList = ({ state }: BookView, { resolution }: DemandList): string | undefined =>
  tableGet(state.resolutions, resolution)?.title;

/** A list of demands, number by number, with what was said of each and by which act. */
export async function demandsPage(visit: Visit, book: BookView, index: number): Promise<Page | null> {
  const { words, link } = visit;
  const list = tableGet(book.state.demandLists, index);
  if (list === undefined) return null;
  const title = titleOfList(book, list) ?? words.demands.one;
  const rows = list.demands.map((demand, i): Child[] => [
    String(i + 1),
    demand.text,
    html`${stateBadge(visit, demand.state)}${demand.challenged ? html`<br><span class="soft">${words.demands.challenged}</span>` : null}`,
    html`<a href="${link(actPath(book, demand.act))}">${words.body.act(demand.act)}</a>${
      demand.act === index
        ? null
        : html` <span class="soft">${demand.reportedAt === null ? words.demands.voted : `${words.demands.reported}, ${visit.formats(book.state).day(demand.reportedAt)}`}</span>`
    }`,
  ]);
  const { number, demand, state, proof, caption } = words.demands;
  return {
    title,
    trail: [
      { title: words.site.assemblies, path: '/' },
      { title: book.title, path: bodyPath(book) },
    ],
    body: html`<h1>${title}</h1><p class="soft">${words.demands.decided} <a href="${link(`${bodyPath(book)}/resolutions/${list.resolution}`)}">${words.resolution.title} ${list.resolution}</a> · <a href="${link(actPath(book, index))}">${words.body.act(index)}</a></p>${table(caption(book.title), [number, demand, state, proof], rows)}<p class="soft">${words.demands.dropping}</p>`,
  };
}
