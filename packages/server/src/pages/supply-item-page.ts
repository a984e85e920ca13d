import { inSteps, type Lacking, type SiteShare, sharesOf, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { pagerOf } from './home-bodies.ts';
import { type Child, type Html, html } from './html.ts';
import type { Page } from './layout.ts';
import { type Alone, type Lists, listPage } from './listing.ts';
import { meter, section, table } from './parts.ts';
import { type Amounts, actLinks, amountsOf, sumShown, supplyPath } from './supply-parts.ts';
import { unsettledOf } from './supply-unsettled.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

/** Sites on a page. */
const A_PAGE = 40;

interface Wanted {
  /** From which site on. */
  readonly from: number;
  readonly alone: Alone | null;
}

/** One item: the sum of it, and each site with what it needs, was given, and why it goes without; or what of it is not settled. */
export function supplyItemPage(
  visit: Visit,
  book: BookView,
  item: number,
  { from, alone }: Wanted,
): Page | Promise<Page | null> | null {
  const { words, link, now } = visit;
  const named = tableGet(book.state.supply.items, item);
  if (named === undefined) return null;
  const shares = sharesOf(book.state.supply, item, now);
  const amounts = amountsOf(visit, book, item);
  const isShown = amounts.shown.kind === 'exact' || amounts.shown.kind === 'steps';
  const trail = [
    { title: words.site.assemblies, path: '/' },
    { title: book.title, path: bodyPath(book) },
    { title: words.supply.all, path: supplyPath(book) },
  ];
  const unsettled = (at: Alone | null): Html | null => (isShown ? unsettledOf(visit, book, item, at) : null);
  if (alone !== null) {
    const lists: Lists = { unsettled: (_visit, _book, at) => unsettled(at) };
    return listPage(visit, book, { title: named.title, trail, alone, lists });
  }
  const shown = shares.slice(from, from + A_PAGE);
  if (from > 0 && shown.length === 0) return null;
  const page = (at: number): string => `${supplyPath(book, item)}${at === 0 ? '' : `?from=${at}`}`;
  return {
    title: `${named.title} · ${words.supply.title(book.title)}`,
    trail,
    body: html`<h1>${named.title}</h1><p class="soft">${named.symbol} · ${words.supply.unit(named.unit)} · <a href="${link(actPath(book, item))}">${words.body.act(item)}</a></p>${section(words.supply.sum, sumShown(visit, book, item))}${
      shown.length === 0
        ? null
        : section(
            words.supply.sites,
            html`${sitesTable(visit, book, { title: named.title, shares: shown, amounts })}${pagerOf(visit, { from, all: shares.length, size: A_PAGE, page })}`,
            'sites',
          )
    }${unsettled(null)}`,
  };
}

interface Shown {
  readonly title: string;
  readonly shares: readonly SiteShare[];
  readonly amounts: Amounts;
}

function sitesTable(visit: Visit, book: BookView, { title, shares, amounts }: Shown): Html {
  const { site, need, given, cover, why, sitesOf } = visit.words.supply;
  const rows = shares.map((share): Child[] => [
    siteOf(visit, book, share.site),
    needOf(visit, book, share),
    givenOf(visit, book, share, amounts),
    daysOf(visit, book, share, amounts),
    whyOf(visit, book, share, amounts),
  ]);
  return table(sitesOf(title), [site, need, given, cover, why], rows);
}

function siteOf({ words, link, ...visit }: Visit, book: BookView, index: number): Html {
  const site = tableGet(book.state.supply.sites, index);
  const { number } = visit.formats(book.state);
  const about = [
    site?.area !== undefined && site.title.includes(site.area) ? undefined : site?.area,
    (site?.peopleServed ?? 0) > 0 ? words.supply.standard(number(site?.peopleServed ?? 0)) : undefined,
  ];
  const said = about.filter((one) => one !== undefined).join(' · ');
  return html`<a href="${link(actPath(book, index))}">${site?.title ?? words.body.act(index)}</a>${said === '' ? null : html`<br><span class="soft">${said}</span>`}`;
}

/** What is needed is no stock: it is for everybody. */
function needOf({ words, link, ...visit }: Visit, book: BookView, { need, needed }: SiteShare): Child {
  const found = need === null ? undefined : tableGet(book.state.supply.needs, need);
  if (need === null || found === undefined) return html`<span class="soft">${words.supply.noNeed}</span>`;
  const { number } = visit.formats(book.state);
  const over =
    found.foundOver === null
      ? null
      : html`<br><a href="${link(actPath(book, found.foundOver.act))}">${words.supply.foundOver(number(found.foundOver.found))}</a>`;
  const signed =
    found.countersigned === null
      ? words.supply.notCountersigned
      : html`<a href="${link(actPath(book, found.countersigned))}">${words.supply.countersigned}</a>`;
  return html`<a href="${link(actPath(book, need))}">${number(needed)}</a><br><span class="soft">${signed}</span>${over}`;
}

function givenOf(visit: Visit, book: BookView, { given, missing, handOver }: SiteShare, { said }: Amounts): Child {
  const { words } = visit;
  const figure = said(given);
  if (figure === null) return html`<span class="soft">—</span>`;
  const lacking =
    missing === 0 ? null : html`<br><span class="soft">${words.supply.missing(said(missing) ?? '')}</span>`;
  return html`${figure}${handOver === null ? null : html` <span class="soft">${actLinks(visit, book, [handOver])}</span>`}${lacking}`;
}

/** As a bar and in words. */
function daysOf(
  { words, ...visit }: Visit,
  { state }: BookView,
  { days, needed, given }: SiteShare,
  { shown }: Amounts,
): Child {
  if (days === null || (shown.kind !== 'exact' && shown.kind !== 'steps')) return null;
  const { number } = visit.formats(state);
  const says = words.supply.days(number(days.lasts), number(days.of));
  const drawn = shown.kind === 'steps' ? inSteps(given, shown.step) : given;
  return html`${meter(says, needed, [{ tone: 'yes', value: Math.max(0, drawn) }], null)}${says}`;
}

const planned: readonly Lacking[] = ['sent', 'waits', 'not-in-plan', 'short'];

function whyOf(visit: Visit, book: BookView, share: SiteShare, { said, shown }: Amounts): Child {
  const { words } = visit;
  const { why, sent, meant, needed, given } = share;
  if (why === 'no-need') return null;
  const { whys } = words.supply;
  const hidden = shown.kind !== 'exact' && shown.kind !== 'steps';
  if (hidden) return why === 'not-in-plan' || why === 'no-plan' || why === 'after-plan' ? whys[why] : null;
  const figure = (quantity: number): string => said(quantity) ?? '';
  const first =
    why === 'sent'
      ? whys.sent(figure(sent))
      : why === 'waits'
        ? whys.waits(figure(meant))
        : why === 'short'
          ? whys.short(figure(needed - given))
          : whys[why];
  const rest = needed - given - meant;
  const also = (why === 'sent' || why === 'waits') && rest > 0 ? ` ${whys.short(figure(rest))}` : '';
  const plan = planned.includes(why)
    ? tableEntries(book.state.supply.plans).findLast(([, { ended }]) => ended === null)
    : undefined;
  return html`${first}${also}${plan === undefined ? null : html` <span class="soft">${actLinks(visit, book, [Number(plan[0])])}</span>`}`;
}
