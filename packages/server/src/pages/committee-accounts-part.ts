import { handedInTo, parentsOn, waitsToBeJudged } from '../app/committee-accounts.ts';
import type { BookView } from '../app/node.ts';
import { accountsPath } from './accounts-path.ts';
import { type Child, type Html, html } from './html.ts';
import { badge, section, table } from './parts.ts';
import { actPath, bodyPath, type Visit } from './visit.ts';

const tones = { approved: 'green', rejected: 'red' } as const;

/** Of a committee: the report that it handed in last, and which of those who formed it has said what, by which act. */
export async function handedInBy(visit: Visit, book: BookView): Promise<Html | null> {
  const report = book.state.accounts.presented?.at(-1);
  if (report === undefined) return null;
  const { words, link } = visit;
  const { accounts } = words;
  const { committee } = accounts;
  const { calendarDay } = visit.formats(book.state);
  const rows = (await parentsOn(visit.node, book, report)).map(
    ({ body, book: parent, said, found }): readonly Child[] => {
      const named = parent === null ? body : html`<a href="${link(bodyPath(parent))}">${parent.title}</a>`;
      const judged = said ?? found;
      if (judged === null) return [named, html`<span class="soft">${committee.notYet}</span>`, null];
      const outcome = committee.said[judged.outcome];
      const from = said?.from ?? { book: found?.book ?? body, index: found?.index ?? 0 };
      const holder = parent?.origin === from.book ? parent : null;
      const proof =
        holder === null
          ? words.body.act(from.index)
          : html`<a href="${link(actPath(holder, from.index))}">${words.body.act(from.index)}</a>`;
      return [named, badge(tones[judged.outcome], said === null ? committee.notHere(outcome) : outcome), proof];
    },
  );
  const waits = report.settled === null ? html`<p>${badge('ochre', committee.waiting)}</p>` : null;
  return section(
    committee.handedIn,
    html`<div class="card">${waits}<p>${accounts.until} ${calendarDay(report.until)} · <a href="${link(actPath(book, report.act))}">${words.body.act(report.act)}</a></p>${table(committee.how, [committee.who, accounts.said, accounts.proof], rows)}</div>`,
    'handed-in',
  );
}

/** Of whoever has formed committees: what they have handed in, what this body has said of it, and what became of it. */
export async function committeesOf(visit: Visit, book: BookView): Promise<Html | null> {
  const all = await handedInTo(visit.node, book);
  if (all.length === 0) return null;
  const { words, link } = visit;
  const { accounts } = words;
  const { committee: said } = accounts;
  const { calendarDay } = visit.formats(book.state);
  const rows = all.map((one): readonly Child[] => {
    const { committee, report, outcome } = one;
    const own =
      one.said === null
        ? waitsToBeJudged(one)
          ? badge('ochre', said.toJudge)
          : html`<span class="soft">${said.notYet}</span>`
        : html`${badge(tones[one.said.outcome], one.said.sealed ? said.said[one.said.outcome] : said.unsealed(said.said[one.said.outcome]))} <a href="${link(actPath(book, one.said.act))}">${words.body.act(one.said.act)}</a>`;
    const whole =
      outcome === null
        ? html`<span class="soft">${one.said === null ? said.waiting : said.open}</span>`
        : badge(tones[outcome], said[outcome]);
    return [
      html`<a href="${link(accountsPath(committee))}">${committee.title}</a>`,
      html`${accounts.until} ${calendarDay(report.until)} · <a href="${link(actPath(committee, report.act))}">${words.body.act(report.act)}</a>`,
      own,
      whole,
    ];
  });
  return section(
    said.of,
    html`${table(said.ofHow, [said.of, said.report, said.ownWord, said.outcome], rows)}`,
    'committees',
  );
}
