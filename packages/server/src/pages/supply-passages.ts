import { type ActData, essentialWords, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { type Child, type Html, html } from './html.ts';
import { section, table } from './parts.ts';
import { actLinks } from './supply-parts.ts';
import type { Visit } from './visit.ts';

type Counted = ActData<'PassagesReconciled'>;
type Cargo = Counted['withPass'][number]['cargo'];

/** So many acts of counting are added up; a body that has more is told of the newest. */
const MOST = 500;

/** How many passed each closure: totals by cargo, as they were published, and nothing else. */
export async function passagesOf(visit: Visit, book: BookView): Promise<Html | null> {
  const { words, link } = visit;
  const keys = book.state.passKeys.size > 0;
  const rows = book.state.passagesCounted.size === 0 ? [] : await countedIn(visit, book);
  if (!keys && rows.length === 0) return null;
  const closures = [...Map.groupBy(rows, ({ data }) => data.closure)];
  const tables = closures.map(([closure, all]) => closureTable(visit, book, closure, all));
  return section(
    words.supply.passages,
    html`<p class="soft">${words.supply.passagesWhat}</p>${tables}<p><a href="${link('/pass')}">${words.supply.blockPage}</a></p>`,
    'passages',
  );
}

interface Row {
  readonly act: number;
  readonly data: Counted;
}

async function countedIn({ node }: Visit, { origin }: BookView): Promise<readonly Row[]> {
  const rows = (await node.actsOf(origin, ['PassagesReconciled'], MOST)) ?? [];
  return rows.flatMap((row) => {
    const { act } = readAct(row);
    return act?.act === 'PassagesReconciled' ? [{ act: row.index, data: act.data as Counted }] : [];
  });
}

function closureTable(visit: Visit, book: BookView, closure: number, rows: readonly Row[]): Html {
  const { words } = visit;
  const { number } = visit.formats(book.state);
  const links = actLinks(
    visit,
    book,
    rows.map(({ act }) => act),
  );
  const cargoes = (Object.keys({ ...essentialWords, goods: 0 }) as Cargo[]).flatMap((cargo): Child[][] => {
    const sum = (of: 'withPass' | 'withoutPass'): number =>
      rows.reduce((all, { data }) => all + (data[of].find((one) => one.cargo === cargo)?.count ?? 0), 0);
    const [paper, none] = [sum('withPass'), sum('withoutPass')];
    const name = words.terms.passing.service[cargo] ?? cargo;
    return paper + none === 0 ? [] : [[name, number(paper), number(none), links]];
  });
  const { cargo, withPass, withoutPass, passagesOf: caption } = words.supply;
  const what = tableGet(book.state.measures, closure)?.what ?? words.body.act(closure);
  return table(caption(what), [cargo, withPass, withoutPass, words.accounts.proof], cargoes);
}
