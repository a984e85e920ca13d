import { actKey, isOverdue, motionDue, tableEntries, tableGet } from '@cabildo/core';
import type { BookView } from '../app/node.ts';
import { readAct } from './acts.ts';
import { sittingLink } from './body-sittings.ts';
import { correspondencePath } from './correspondence-path.ts';
import { contentOf, disclosedBy } from './disclosed.ts';
import { type Child, type Html, html } from './html.ts';
import { type Alone, cut } from './listing.ts';
import { badge, section } from './parts.ts';
import { tallyWords, voteAt } from './rules.ts';
import { actPath, bodyPath, titleOf, type Visit } from './visit.ts';
import { outcomeBadge } from './vote-parts.ts';

const SHOWN = 50;

type Received = ReturnType<typeof receivedIn>[number][1];

const receivedIn = ({ state }: BookView) => tableEntries(state.received);

/** Motions that this body has sent up: whether they are on the list there, when they were tabled and voted, and the answer. */
export async function motionsSent(visit: Visit, book: BookView, alone: Alone | null = null): Promise<Html | null> {
  const { correspondence: words } = visit.words;
  const all = tableEntries(book.state.forwarded).toReversed();
  const { shown, rest } = cut(visit, { path: correspondencePath(book), list: 'sent', all, size: SHOWN, alone });
  if (shown.length === 0 && alone !== null) return null;
  const cards = shown.map(async ([key, { title, to, answer }]) => {
    const above = await visit.node.book(to);
    const received = above === null ? undefined : tableGet(above.state.receivedFrom, actKey(book.origin, Number(key)));
    const there = above === null || received === undefined ? undefined : tableGet(above.state.received, received);
    const name = above === null ? to : html`<a href="${visit.link(bodyPath(above))}">${above.title}</a>`;
    const way =
      above === null
        ? html`<p class="soft">${words.bookNotHere}</p>`
        : there === undefined
          ? html`<p>${words.waitsWhy(above.title)}</p>`
          : await wayOf(visit, above, there);
    const isTold = (there?.answers.length ?? 0) > 0;
    const told =
      answer === null
        ? isTold && html`<p class="soft">${words.notInOwnBook}</p>`
        : html`<p class="soft">${words.inOwnBook}: ${visit.words.terms.fate[answer.fate]}</p>`;
    return html`<article class="card"><div class="split"><h3><a href="${visit.link(actPath(book, Number(key)))}">${title}</a></h3>${stateOf(visit, there, answer?.fate)}</div><p class="soft">${words.to} ${name}</p>${way}${told}</article>`;
  });
  const none = html`<p class="card soft">${words.sentNone}</p>`;
  return section(words.sent, shown.length === 0 ? none : [await Promise.all(cards), rest], 'sent');
}

/** Motions that bases have sent here: this body owes each a vote in the statute's time, and an answer. */
export async function motionsReceived(visit: Visit, book: BookView, alone: Alone | null = null): Promise<Html | null> {
  const { correspondence: words } = visit.words;
  const all = receivedIn(book).toReversed();
  const { shown, rest } = cut(visit, { path: correspondencePath(book), list: 'received', all, size: SHOWN, alone });
  if (shown.length === 0) return null;
  const cards = shown.map(
    async ([key, received]) =>
      html`<article class="card"><div class="split"><h3><a href="${visit.link(actPath(book, Number(key)))}">${received.title}</a></h3>${stateOf(visit, received, undefined)}</div><p class="soft">${words.from(titleOf(visit, book.state, received.from.book))}</p>${await wayOf(visit, book, received)}${received.answers.length === 0 ? html`<p class="soft">${words.unanswered}</p>` : null}</article>`,
  );
  return section(words.received, [await Promise.all(cards), rest], 'received');
}

type Fate = Received['answers'][number]['fate'];

function stateOf({ words }: Visit, there: Received | undefined, known: Fate | undefined): Html {
  const fate = there?.answers.at(-1)?.fate ?? known;
  if (fate !== undefined)
    return badge(fate === 'carried' ? 'green' : fate === 'rejected' ? 'red' : 'ochre', words.terms.fate[fate]);
  const { listed, waits } = words.correspondence;
  return there === undefined ? badge('ochre', waits) : badge('indigo', listed, 'book');
}

/** Its place above: since when and until when it is owed, where it was tabled, how it was voted, and what the base was told. */
async function wayOf(visit: Visit, above: BookView, received: Received): Promise<Child> {
  const { correspondence: words } = visit.words;
  const { day } = visit.formats(above.state);
  const due = motionDue(above.state, received);
  const owed = received.answers.length > 0 || due === null ? null : ` ${words.dueBy(day(due))}`;
  const late = isOverdue({ state: above.state, at: visit.now }, received)
    ? html`<p>${badge('red', words.overdue)}</p>`
    : null;
  const tabled = received.motions.map((motion) => tabledIn(visit, above, motion));
  const answers = await Promise.all(received.answers.map((answer) => answerOf(visit, above, answer)));
  return [html`<p>${words.listedSince(day(received.receivedAt))}${owed}</p>`, late, tabled, answers];
}

function tabledIn(visit: Visit, above: BookView, motion: number): Child {
  const { words, link } = visit;
  const found = tableGet(above.state.motions, motion);
  const sitting = found === undefined ? undefined : tableGet(above.state.sittings, found.sitting);
  if (found === undefined || sitting === undefined) return null;
  const vote = voteAt(above.state, found.vote);
  const closed = vote?.closed ?? null;
  const tally = closed?.tallies[0];
  const figures =
    vote === undefined
      ? null
      : html`<p>${words.correspondence.vote}: ${outcomeBadge(visit, vote)} ${tally === undefined ? null : tallyWords(words, visit.formats(above.state), tally)}${closed === null ? null : html` · <a href="${link(actPath(above, closed.act))}">${words.body.act(closed.act)}</a>`}</p>`;
  return html`<p>${words.correspondence.onAgenda} ${sittingLink(visit, above, found.sitting, sitting)} · <a href="${link(actPath(above, motion))}">${words.body.act(motion)}</a></p>${figures}`;
}

async function answerOf(visit: Visit, above: BookView, { act, fate }: Received['answers'][number]): Promise<Html> {
  const { words, link } = visit;
  const row = await visit.node.act(above.origin, act);
  const beside = row === null ? [] : await disclosedBy(visit, above.state, readAct(row));
  const reasons = beside.find(({ slot }) => slot === 'reasons');
  const said =
    reasons?.state === 'open'
      ? html`<h4>${words.correspondence.reasons}</h4><blockquote>${contentOf(reasons.content)}</blockquote>`
      : html`<p class="soft">${words.correspondence.reasonsNotHere}</p>`;
  return html`<p>${words.correspondence.answered}: <strong>${words.terms.fate[fate]}</strong> · <a href="${link(actPath(above, act))}">${words.body.act(act)}</a></p>${said}`;
}
