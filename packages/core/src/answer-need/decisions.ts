import { firstBook, lineage } from '../affiliation/lineage.ts';
import { actKey } from '../delegation/seat-key.ts';
import { measureAt } from '../measure/standing.ts';
import { textsOf } from '../motion/text.ts';
import type { Answer, BodyState } from '../state.ts';
import { tableGet, tableHas } from '../table.ts';
import type { Answers } from './answer.ts';
import { ifSealed, provenAct } from './proof.ts';

type Named =
  | 'forwarded'
  | 'motion-text'
  | 'motion-answer'
  | 'measure'
  | 'resolution'
  | 'challenge'
  | 'consultation'
  | 'answer'
  | 'sitting-asked';

export const decisionAnswers: Answers<Named> = {
  forwarded(state, { index, to }) {
    const forwarded = tableGet(state.forwarded, index);
    if (forwarded === undefined || !lineage(to).includes(forwarded.to)) return null;
    return ifSealed(state, index, { title: forwarded.title, textHash: forwarded.textHash });
  },

  'motion-text'(state, { index }) {
    const motion = tableGet(state.motions, index);
    if (motion !== undefined) {
      const vote = motion.vote === null ? undefined : tableGet(state.votes, motion.vote);
      const { title, textHash } = motion;
      const open = vote === undefined || vote.closed === null;
      return { found: { title, textHash, texts: textsOf(motion), open }, acts: [index] };
    }
    const received = tableGet(state.received, index);
    if (received === undefined) return null;
    const { title, textHash } = received;
    return { found: { title, textHash, texts: [textHash], open: true }, acts: [index] };
  },

  'motion-answer'(state, { of, index }) {
    const received = tableGet(state.received, tableGet(state.receivedFrom, actKey(of, index)) ?? -1);
    const answer = received?.answers.findLast(({ act }) => tableHas(state.sealed, act));
    return answer === undefined ? null : ifSealed(state, answer.act, { index: answer.act, fate: answer.fate });
  },

  measure(state, { index }) {
    const measure = tableGet(state.measures, index);
    if (measure === undefined) return null;
    const { what, from } = measure;
    return { found: { what, from, over: measureAt(state, measure, state.at) === 'over' }, acts: [index] };
  },

  resolution(state, { key }) {
    const resolution = tableGet(state.resolutions, key);
    if (resolution === undefined) return null;
    const { matter, title, textHash } = resolution;
    return { found: { matter, title, textHash }, acts: [Math.trunc(Number(key))] };
  },

  challenge(state, { of, key }) {
    const raised = tableGet(state.challengesRaised, `${of}#${key}`);
    if (raised === undefined) return null;
    return ifSealed(state, raised.act, { index: raised.act, claimedMatter: raised.claimedMatter });
  },

  consultation(state, { index }) {
    const consultation = tableGet(state.consultations, index);
    if (consultation === undefined) return null;
    const { textHash, issuedAt, deadline, closed, reopened } = consultation;
    return { found: { textHash, issuedAt, deadline, closed: closed !== null, reopened }, acts: [index] };
  },

  answer(state, { of, index: consultation, by, heldBefore = '9', was = [] }, receivedAt, _leafOf, before) {
    const { kind = '' } = state.body ?? {};
    const proven = provenAct(state, before);
    const answered = answersUnder(state, [{ book: of, index: consultation }, ...was]).flatMap((one) => {
      const seal = tableGet(state.sealed, one.act);
      if (seal === undefined) return [];
      const { act: index, textHash, answer, yes, no, abstain, roll, doubleMembers, heldAt } = one;
      const doubles = doubleMembers === undefined ? {} : { doubleMembers };
      const bodyProven = proven !== null && (proven < index || before.proven);
      const tally = { answer, yes, no, abstain, roll, ...doubles, heldAt };
      const found = { index, kind, bodyProven, textHash, ...tally, receivedAt: receivedAt(seal) };
      return [{ found, acts: bodyProven ? [index, seal, proven] : [index, seal] }];
    });
    const inTime = answered.find(
      ({ found: { receivedAt: at, heldAt } }) => at <= by && heldAt <= by && heldAt < heldBefore,
    );
    return inTime ?? answered[0] ?? null;
  },

  'sitting-asked'(state, { of, matters, after }) {
    const asks = tableGet(state.asks, `${of} ${matters}`) ?? [];
    const asked = asks.findLast(({ act }) => act > after && tableHas(state.sealed, act));
    return asked === undefined ? null : ifSealed(state, asked.act, { index: asked.act, at: asked.at });
  },
};

/** What a body has said to a question while it belonged, under all its names, the last answer first. */
function answersUnder(state: BodyState, names: readonly { readonly book: string; readonly index: number }[]): Answer[] {
  const said: Answer[] = [];
  for (const { book, index } of names)
    for (let one = tableGet(state.answers, actKey(book, index)) ?? null; one !== null; one = one.before) said.push(one);
  const asking = new Set(names.map(({ book }) => firstBook(book)));
  return said
    .filter(({ gone = [] }) => !gone.some((above) => asking.has(firstBook(above))))
    .sort((a, b) => b.act - a.act);
}
