import { tableHas, tableValues } from '@cabildo/core';
import { countedAnswer, ownAnswer, type Question, questionsTo } from '../app/correspondence/questions.ts';
import type { BookView } from '../app/node.ts';
import { kitPath } from './consultation-kit.ts';
import { silenceWords } from './consultation-parts.ts';
import { consultationPath } from './consultation-path.ts';
import { type Child, type Html, html } from './html.ts';
import { badge, section } from './parts.ts';
import { fractionWords, standingOf, tallyWords } from './rules.ts';
import { actPath, type Visit } from './visit.ts';

/** What bodies above have asked, through however many tiers: to be answered, answered, and what the bases decided. */
export async function correspondenceAsked(visit: Visit, book: BookView): Promise<Html> {
  const { correspondence: words } = visit.words;
  const questions = await questionsTo(visit.node, book);
  return section(
    words.asked,
    questions.length === 0
      ? html`<p class="card soft">${words.askedNone}</p>`
      : questions.map((one) => questionCard(visit, book, one)),
    'asked',
  );
}

function questionCard(visit: Visit, book: BookView, question: Question): Html {
  const { words, link } = visit;
  const { asker, index, consultation } = question;
  const lines = [oursOf(visit, book, question), closedOf(visit, book, question)];
  return html`<article class="card"><div class="split"><h3><a href="${link(consultationPath(asker, index))}">${consultation.title}</a></h3>${stateOf(visit, book, question)}</div><p class="soft">${words.correspondence.by(asker.title)}</p>${lines}</article>`;
}

export const isAnswered = (book: BookView, question: Question): boolean =>
  (ownAnswer(book.state, question) ?? countedAnswer(book.origin, question)) !== undefined;

function stateOf(visit: Visit, book: BookView, question: Question): Html {
  const { words } = visit;
  const { closed, deadline } = question.consultation;
  if (closed !== null)
    return badge(closed.outcome === 'ratified' ? 'green' : 'red', words.resolution.settled[closed.outcome]);
  const said = ownAnswer(book.state, question) ?? countedAnswer(book.origin, question);
  if (said !== undefined)
    return badge(said.answer === 'yes' ? 'green' : 'red', words.body.answered(words.terms.choice[said.answer]));
  return visit.now > deadline ? badge('red', words.correspondence.late) : badge('ochre', words.correspondence.toAnswer);
}

/** What it said and how far that has come; or until when it may still say something, and with what. */
function oursOf(visit: Visit, book: BookView, question: Question): Child {
  const { words, link, now } = visit;
  const { correspondence: said } = words;
  const { asker, index, consultation } = question;
  const formats = visit.formats(book.state);
  const [own, counted] = [ownAnswer(book.state, question), countedAnswer(book.origin, question)];
  const open = consultation.closed === null && now <= consultation.deadline;
  const kit = html`<p><a href="${link(kitPath(asker, index, book.name))}">${words.kit.link}</a></p>`;
  const answer = own ?? counted;
  if (answer === undefined)
    return open ? [html`<p>${said.toAnswerUntil(formats.day(consultation.deadline))}</p>`, kit] : null;
  const proof =
    own === undefined ? null : html` · <a href="${link(actPath(book, own.act))}">${words.body.act(own.act)}</a>`;
  const line = html`<p>${said.ours}: <strong>${words.terms.choice[answer.answer]}</strong> · ${tallyWords(words, formats, answer)}${proof}</p>`;
  const isSame = counted !== undefined && (own === undefined || counted.from.index === own.act);
  if (isSame)
    return [
      line,
      html`<p>${badge('green', said.arrived)} <a href="${link(actPath(asker, counted.act))}">${words.body.act(counted.act)}</a></p>`,
      open ? kit : null,
    ];
  const sealed = own !== undefined && tableHas(book.state.sealed, own.act);
  return [line, html`<p>${badge('ochre', sealed ? said.onItsWay : said.unsealed)}</p>`, open ? kit : null];
}

/** What came of it and why: what this base said beside what the bases decided, with the rule and the figures. */
function closedOf(visit: Visit, book: BookView, question: Question): Child {
  const { words, link } = visit;
  const { asker, consultation } = question;
  const { closed, rule, bases } = consultation;
  if (closed === null) return null;
  const { number } = visit.formats(book.state);
  const { yes, no, silent } = standingOf(consultation, tableValues(consultation.answers));
  const sentence = words.correspondence.decided({
    said: countedAnswer(book.origin, question)?.answer ?? null,
    outcome: closed.outcome,
    rule: fractionWords(words, rule, rule.of === 'bases' ? words.rule.bases : words.rule.answered),
    bases: number(bases),
    yes: number(yes),
    no: number(no),
    silent: number(silent),
  });
  return html`<p>${sentence} ${silenceWords(words, rule)} <a href="${link(actPath(asker, closed.act))}">${words.body.act(closed.act)}</a></p>`;
}
