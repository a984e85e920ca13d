// A base that sat on paper answers a question from above by its late entry (DESIGN section 6, Late entry and Consultation).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditRules, type InputFor, plusHours, tableGet } from '../src/index.ts';
import { announcing, type Base, indexOf, seal } from './federation/assembly.ts';
import { anyone, dataOf } from './federation/federation.ts';
import { answerBelow, askAll, type Tiered, tiered } from './federation/tiers-story.ts';

const settled = tiered();

type Late = InputFor<'EnterLateSitting'>;
type Decision = Partial<Late['decisions'][number]>;

function given() {
  const world: Tiered = { ...settled, fed: settled.fed.fork() };
  const { consultation } = askAll(world);
  return { world, consultation, base: world.below[3] as Base };
}

/** As the secretary types it off the kit's form: six of eight were there. */
function onPaper({ world: { upper, fed }, consultation }: ReturnType<typeof given>, more: Decision = {}): Late {
  const answers = { book: upper.origin, index: consultation };
  const decision = {
    matter: 'consultation',
    title: 'Pacto',
    text: 'Pacto',
    yes: 5,
    no: 1,
    abstain: 0,
    answers,
  } as const;
  const notice = announcing({ matter: 'consultation', text: 'Pacto' });
  return {
    heldAt: fed.now,
    place: 'Cancha',
    call: 'first',
    present: 6,
    notice,
    decisions: [{ ...decision, ...more }],
  };
}

const answersIn = ({ world: { fed, upper }, consultation }: ReturnType<typeof given>) =>
  tableGet(fed.book(upper.origin).state.consultations, consultation)?.answers;

test('three tiers: what a base voted on paper counts with the date of its sitting, once it is entered and sealed in time', () => {
  const asked = given();
  const { world, consultation, base } = asked;
  const { fed, upper, district } = world;
  fed.pass({ days: 1 });
  const input = onPaper(asked);
  fed.pass({ days: 2 });
  const entered = fed.must(base.origin, base.secretary, 'EnterLateSitting', input);
  const answered = dataOf(entered, 'ConsultationAnswered');
  assert.deepEqual(
    [answered.answer, answered.yes, answered.no, answered.present, answered.heldAt, answered.decision],
    ['yes', 5, 1, 6, input.heldAt, 1],
  );
  assert.equal(answered.vote, indexOf(entered, 'SittingEnteredLate'));
  assert.equal(dataOf(entered, 'SittingEnteredLate').decisions[0]?.effect, 'answer');
  const receive = { consultation, below: base.origin, through: [district] };
  fed.refuses(upper.origin, anyone, 'ReceiveAnswer', receive, 'no-answer-found');
  seal(fed, base, indexOf(entered, 'ConsultationAnswered'));
  const counted = dataOf(fed.must(upper.origin, anyone, 'ReceiveAnswer', receive), 'AnswerReceived');
  assert.deepEqual([counted.answer, counted.yes, counted.heldAt], ['yes', 5, input.heldAt]);
  assert.deepEqual(auditRules(base.origin, fed.book(base.origin).acts).differences, []);
});

test('on paper a rejected vote is the answer no, and a tie is no answer', () => {
  const asked = given();
  const { world, base } = asked;
  const enter = (hands: Decision) =>
    world.fed.must(base.origin, base.secretary, 'EnterLateSitting', onPaper(asked, hands));
  assert.ok(!enter({ yes: 3, no: 3 }).acts.some(({ act }) => act === 'ConsultationAnswered'));
  assert.equal(dataOf(enter({ yes: 1, no: 5 }), 'ConsultationAnswered').answer, 'no');
});

test('without its quorum, or without the question in the notice, it is written down and answers nothing', () => {
  const asked = given();
  const { world, base } = asked;
  for (const [more, irregularity] of [
    [{ present: 2, decisions: onPaper(asked, { yes: 2, no: 0 }).decisions }, 'quorum-not-met'],
    [{ notice: [] }, 'not-in-notice'],
  ] as const) {
    const entered = world.fed.must(base.origin, base.secretary, 'EnterLateSitting', { ...onPaper(asked), ...more });
    const [decision] = dataOf(entered, 'SittingEnteredLate').decisions;
    assert.deepEqual([decision?.effect, decision?.irregularities[0]], ['none', irregularity]);
    assert.equal(entered.acts.length, 1);
  }
});

test('entered a moment after the deadline it is a fact and no answer; at the deadline it is one', () => {
  const asked = given();
  const { world, base, consultation } = asked;
  const { fed, upper } = world;
  const deadline = tableGet(fed.book(upper.origin).state.consultations, consultation)?.deadline ?? '';
  const input = onPaper(asked);
  fed.now = deadline;
  assert.ok(
    world.fed
      .fork()
      .must(base.origin, base.secretary, 'EnterLateSitting', input)
      .acts.some(({ act }) => act === 'ConsultationAnswered'),
  );
  fed.now = plusHours(deadline, 1);
  const [decision] = dataOf(
    fed.must(base.origin, base.secretary, 'EnterLateSitting', input),
    'SittingEnteredLate',
  ).decisions;
  assert.deepEqual([decision?.effect, decision?.irregularities], ['none', ['question-closed']]);
});

test('nobody answers on a day before the question was put', () => {
  const asked = given();
  const { world, base } = asked;
  const input = { ...onPaper(asked), heldAt: plusHours(world.fed.now, -1) };
  const entered = world.fed.must(base.origin, base.secretary, 'EnterLateSitting', input);
  assert.deepEqual(dataOf(entered, 'SittingEnteredLate').decisions[0]?.irregularities, ['before-the-question']);
});

test('an earlier sitting that is entered afterwards does not take back what a later one has answered', () => {
  const asked = given();
  const { world, base, consultation } = asked;
  const { fed, upper, district } = world;
  const early = onPaper(asked);
  fed.pass({ days: 1 });
  answerBelow(world, 3, consultation, 'no');
  const entered = fed.must(base.origin, base.secretary, 'EnterLateSitting', early);
  assert.deepEqual(dataOf(entered, 'SittingEnteredLate').decisions[0]?.irregularities, ['answered-since']);
  fed.must(upper.origin, anyone, 'ReceiveAnswer', { consultation, below: base.origin, through: [district] });
  assert.equal(tableGet(answersIn(asked) ?? { size: 0, root: [] }, base.origin)?.answer, 'no');
});

test('a later sitting on paper corrects the answer of an earlier one', () => {
  const asked = given();
  const { world, base, consultation } = asked;
  const { fed } = world;
  answerBelow(world, 3, consultation, 'no');
  fed.pass({ days: 1 });
  const entered = fed.must(base.origin, base.secretary, 'EnterLateSitting', onPaper(asked));
  assert.equal(dataOf(entered, 'ConsultationAnswered').answer, 'yes');
});

test('of another text, of another matter, or to a question that is not here, it is refused; as a fact it is always taken', () => {
  const asked = given();
  const { world, base } = asked;
  const enter = (decision: Decision, code: Parameters<typeof world.fed.refuses>[4]) =>
    world.fed.refuses(base.origin, base.secretary, 'EnterLateSitting', onPaper(asked, decision), code);
  enter({ text: 'Otro texto' }, 'text-changed');
  enter({ matter: 'ordinary' }, 'proposal-does-not-fit-matter');
  enter({ answers: { book: world.upper.origin, index: 0 } }, 'evidence-missing');
  const { answers: _answers, ...fact } = onPaper(asked).decisions[0] as Late['decisions'][number];
  world.fed.must(base.origin, base.secretary, 'EnterLateSitting', { ...onPaper(asked), decisions: [fact] });
});

test('an audit finds an answer that the late entry did not give', () => {
  const asked = given();
  const { world, base } = asked;
  world.fed.must(base.origin, base.secretary, 'EnterLateSitting', onPaper(asked));
  const acts = world.fed
    .book(base.origin)
    .acts.map((act) =>
      act.act === 'ConsultationAnswered' ? { ...act, data: { ...act.data, yes: 6, answer: 'no' } } : act,
    );
  const codes = auditRules(base.origin, acts as never).differences.map(({ code }) => code);
  assert.ok(codes.includes('outcome') && codes.includes('count'), codes.join(' '));
});
