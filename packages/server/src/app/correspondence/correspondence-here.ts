import { actKey, fateOf, isOverdue, later, motionDue, tableEntries, tableGet, tableHas } from '@cabildo/core';
import type { BookView, Node } from '../node.ts';
import { openSittingOf } from '../open-sitting.ts';
import { motionsBelow } from './motions-below.ts';
import { answerOf, type Question, questionsTo, sittingFor, textOfQuestion } from './questions.ts';

/** The newest of each kind. */
const SHOWN = 50;
const MOST_WAITING = 100;

/**
 * What a body is asked from above and what it has said; motions of its bases, those that wait and those on its list; motions that
 * it has sent up, and what became of them. Everything is in public books.
 */
export async function correspondenceHere(node: Node, book: BookView) {
  const asked = await questionsTo(node, book);
  const questions = asked.slice(0, SHOWN);
  const waiting = await motionsBelow(node, book);
  const received = tableEntries(book.state.received).toReversed().slice(0, SHOWN);
  const sent = tableEntries(book.state.forwarded).toReversed().slice(0, SHOWN);
  return {
    questions: await Promise.all(questions.map((question) => questionNow(node, book, question))),
    waiting: waiting.slice(0, MOST_WAITING),
    received: await Promise.all(received.map(([key]) => receivedNow(node, book, Number(key)))),
    sent: await Promise.all(sent.map(([key]) => sentNow(node, book, Number(key)))),
    more: {
      questions: asked.length - questions.length,
      waiting: Math.max(0, waiting.length - MOST_WAITING),
      received: book.state.received.size - received.length,
      sent: book.state.forwarded.size - sent.length,
    },
  };
}

/** Null where it is not for everybody, or is not on this node. */
async function textBeside(node: Node, origin: string, index: number, slot = 'text'): Promise<string | null> {
  const said = (await node.disclosures(origin, index, 'public'))?.slots[slot]?.disclosure;
  return typeof said === 'string' ? said : null;
}

async function questionNow(node: Node, book: BookView, question: Question) {
  const { asker, index, consultation, through } = question;
  const { title, textHash, issuedAt, deadline, closed } = consultation;
  const act = textOfQuestion(asker.state, consultation);
  return {
    asker: asker.origin,
    name: asker.name,
    body: asker.title,
    consultation: index,
    title,
    text: act === null ? null : await textBeside(node, asker.origin, act),
    textHash,
    issuedAt,
    deadline,
    outcome: closed?.outcome ?? null,
    through,
    answer: answerOf(book, question),
    sitting: sittingFor(book.state, question),
  };
}

/** On the list of this body: its words, where it was tabled, and what the book says became of it. */
async function receivedNow(node: Node, { state }: BookView, index: number) {
  const received = tableGet(state.received, index);
  if (received === undefined) throw new Error(`the received motion ${index} is not in the book`);
  const { from, title, answers } = received;
  const below = await node.book(from.book);
  const motion = below === null ? undefined : tableGet(below.state.forwarded, from.index)?.motion;
  const last = answers.at(-1);
  const at = later(node.now(), state.at);
  return {
    received: index,
    below: from.book,
    body: tableGet(state.affiliates, from.book)?.title ?? below?.title ?? from.book,
    title,
    text: motion === undefined ? null : await textBeside(node, from.book, motion),
    due: motionDue(state, received),
    overdue: isOverdue({ state, at }, received),
    tabled: received.motions.at(-1) ?? null,
    fate: fateOf(state, received).fate,
    answer: last === undefined ? null : { act: last.act, fate: last.fate, sealed: tableHas(state.sealed, last.act) },
    sitting: openSittingOf(state),
  };
}

/** Sent up by this body: whether it is on the list there, and what was answered, with the reasons. */
async function sentNow(node: Node, { origin, state }: BookView, index: number) {
  const forwarded = tableGet(state.forwarded, index);
  if (forwarded === undefined) throw new Error(`the forwarded motion ${index} is not in the book`);
  const { to, title, answer } = forwarded;
  const above = await node.book(to);
  const listed = above === null ? undefined : tableGet(above.state.receivedFrom, actKey(origin, index));
  const there = above === null || listed === undefined ? undefined : tableGet(above.state.received, listed);
  const last = there?.answers.at(-1);
  const told =
    last === undefined || above === null ? null : { ...last, sealed: tableHas(above.state.sealed, last.act) };
  return {
    sent: index,
    to,
    name: above?.name ?? null,
    body: above?.title ?? to,
    title,
    sealed: tableHas(state.sealed, index),
    listed: listed ?? null,
    due: above === null || there === undefined ? null : motionDue(above.state, there),
    tabled: there?.motions.at(-1) ?? null,
    answer:
      told === null
        ? null
        : {
            act: told.act,
            fate: told.fate,
            sealed: told.sealed,
            reasons: await textBeside(node, to, told.act, 'reasons'),
            /** In this body’s own book. */
            written: answer?.act === told.act,
          },
  };
}
