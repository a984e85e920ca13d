// What may come next in a sitting: offered in its order, and lawful exactly when the rules say so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Actor,
  agendaOf,
  type Candidate,
  type Command,
  type CommandName,
  decide,
  inputOf,
  itemNow,
  later,
  needs,
  objectionTo,
  stepsIn,
  tableGet,
  votingOrder,
} from '../src/index.ts';
import {
  announcing,
  convene,
  foundBase,
  hallOf,
  nameOf,
  open,
  openVote,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { findingsFor } from './federation/evidence.ts';
import { Federation } from './federation/federation.ts';
import { amend, handsOn } from './federation/motions.ts';
import { neighbour } from './federation/sitting-scenes.ts';
import { stories } from './federation/stories.ts';
import {
  listThem,
  nameThem,
  openBox,
  openSecret,
  type SecretHall,
  secretHall,
  secretStatute,
  setUp,
  tryKeys,
} from './federation/story-secret.ts';

/** What the rules say to one candidate, for that person, now. */
function said(fed: Federation, origin: string, actor: Actor, candidate: Candidate): string | null {
  const book = fed.book(origin);
  const at = later(fed.now, book.state.at);
  const evidence = findingsFor(fed.books, book, needs(book.state, candidate.command, actor, at), at);
  const context = { state: book.state, at, actor, evidence, fresh: { member: '' } };
  return objectionTo(candidate, decide(context, candidate.command))?.code ?? null;
}

const offered = (fed: Federation, origin: string, sitting: number): readonly Candidate[] =>
  stepsIn(fed.book(origin).state, sitting, fed.now) ?? [];

/** Those that bring the sitting on and are lawful, the first one first. */
const onward = (fed: Federation, origin: string, sitting: number, actor: Actor): readonly string[] =>
  offered(fed, origin, sitting)
    .filter((candidate) => candidate.moves && said(fed, origin, actor, candidate) === null)
    .map(({ command }) => command.name);

/** The sitting that a command of a story is about. */
function sittingOf(fed: Federation, origin: string, { name, input }: Command): number | null {
  const { state } = fed.book(origin);
  const named = input as { sitting?: number; motion?: number; vote?: number; resolution?: number };
  if (name === 'ConveneSitting') return null;
  const motion = named.vote === undefined ? named.motion : tableGet(state.votes, named.vote)?.motion;
  if (motion !== undefined) return tableGet(state.motions, motion)?.sitting ?? null;
  if (named.resolution !== undefined) return tableGet(state.resolutions, named.resolution)?.sitting ?? null;
  return named.sitting ?? null;
}

/** A candidate is that command if all that it knows already is what the story says. */
const matches = (candidate: Candidate, { name, input }: Command): boolean =>
  candidate.command.name === name && isPartOf(inputOf(candidate), input);

function isPartOf(known: unknown, whole: unknown): boolean {
  if (typeof known !== 'object' || known === null || Array.isArray(known))
    return JSON.stringify(known) === JSON.stringify(whole);
  return (
    typeof whole === 'object' &&
    whole !== null &&
    Object.entries(known).every(([field, value]) => isPartOf(value, (whole as Record<string, unknown>)[field]))
  );
}

/** Commands of a sitting of which every one that a hall gives must have been on offer. */
const course: ReadonlySet<CommandName> = new Set<CommandName>([
  'NameNoticeText',
  'AppointTellers',
  'CountPresence',
  'OpenSitting',
  'EstimateCrowd',
  'CallOffSitting',
  'TakeItem',
  'ChangeAgenda',
  'TableMotion',
  'WithdrawMotion',
  'SplitMotion',
  'MoveProcedure',
  'DecideProcedure',
  'OpenVote',
  'RecordAcclamation',
  'CloseVote',
  'AnnulVote',
  'AnnounceLot',
  'DrawLot',
  'RecessSitting',
  'ResumeSitting',
  'ChallengeQuorum',
  'RecordObjection',
  'CloseSitting',
  'ApproveMinutes',
  'IssueConsultation',
  'NameTrustees',
  'RecordTrialDecryption',
  'EnterCredentialHalves',
  'ListCredentials',
  'AnchorBallotBox',
  'CloseBallotBox',
]);

/** What a story does that is not offered, each with the reason. */
function isApart(fed: Federation, origin: string, command: Command): boolean {
  const sitting = sittingOf(fed, origin, command);
  const known = sitting === null ? undefined : tableGet(fed.book(origin).state.sittings, sitting);
  // What a late entry, or a book taken over, has decided goes to the bases without a sitting of this book.
  if (command.name === 'IssueConsultation') return known === undefined || known.late || 'decision' in command.input;
  // Ordinary business needs no item: it is tabled wherever the sitting is.
  return command.name === 'TableMotion' && command.input.matter === 'ordinary';
}

test('at every moment of the recorded stories what the hall does next is offered, and lawful', () => {
  const { do: play } = Federation.prototype;
  const seen = new Map<string, number>();
  try {
    // biome-ignore lint/suspicious/noExplicitAny: stands in front of a generic method
    Federation.prototype.do = function (this: Federation, ...asked: any[]): any {
      const [origin, actor, name, input] = asked as [string, Actor, CommandName, object];
      const command = { name, input } as unknown as Command;
      const sitting = course.has(name) ? sittingOf(this, origin, command) : null;
      const before = sitting === null ? [] : offered(this, origin, sitting);
      const fitting = before.filter((candidate) => matches(candidate, command));
      const verdicts = fitting.map((candidate) => said(this, origin, actor, candidate));
      const apart = course.has(name) && isApart(this, origin, command);
      const decision = play.apply(this, asked as Parameters<typeof play>);
      if (!decision.ok || !course.has(name) || apart) return decision;
      seen.set(name, (seen.get(name) ?? 0) + 1);
      assert.ok(fitting.length > 0, `${name} ${JSON.stringify(input)} was not offered`);
      assert.ok(verdicts.includes(null), `${name} ${JSON.stringify(input)} was said to be refused: ${verdicts}`);
      return decision;
    };
    for (const tell of Object.values(stories)) tell();
  } finally {
    Federation.prototype.do = play;
  }
  assert.deepEqual([...course].filter((name) => !seen.has(name)).toSorted(), []);
});

function given() {
  const fed = new Federation();
  const base = foundBase(fed, 'villa-ingenio', 10, statuteWith());
  fed.pass({ days: 31 });
  return { fed, base, origin: base.origin, chair: base.presidium };
}

test('before the opening: tellers, then their count, then the call that is lawful; the other says why not', () => {
  const { fed, base, origin, chair } = given();
  const sitting = convene(fed, hallOf(base), { notice: announcing('ordinary') });
  assert.deepEqual(onward(fed, origin, sitting, chair), ['AppointTellers']);
  fed.must(origin, chair, 'AppointTellers', { sitting, tellers: base.tellers.map(nameOf) });
  assert.deepEqual(onward(fed, origin, sitting, base.tellers[0]), ['CountPresence']);
  for (const teller of base.tellers) fed.must(origin, teller, 'CountPresence', { sitting, round: 1, present: 4 });
  assert.deepEqual(onward(fed, origin, sitting, chair), []);
  const calls = offered(fed, origin, sitting).filter(({ command }) => command.name === 'OpenSitting');
  assert.deepEqual(
    calls.map((call) => said(fed, origin, chair, call)),
    ['no-quorum', 'second-call-too-early'],
  );
  fed.pass({ minutes: 30 });
  assert.deepEqual(onward(fed, origin, sitting, chair), ['OpenSitting']);
});

test('amendments come before what they amend, the furthest first, and each names what it waits for', () => {
  const { fed, base, origin } = given();
  const sitting = convene(fed, hallOf(base), { notice: announcing('ordinary') });
  open(fed, hallOf(base), sitting, base.members.length);
  const hall = hallOf(base);
  const first = table(fed, hall, sitting, { matter: 'ordinary', title: 'Gas' });
  const other = table(fed, hall, sitting, { matter: 'ordinary', title: 'Agua' });
  const near = amend(fed, hall, first, { text: 'Gas a hospitales', order: 2 });
  const far = amend(fed, hall, first, { text: 'Gas a todos', order: 1 });
  const order = () => {
    const { state } = fed.book(origin);
    const known = tableGet(state.sittings, sitting);
    assert.ok(known);
    return votingOrder({ state, at: fed.now }, known).map(({ motion, state: now, after }) => [motion, now, after]);
  };
  assert.deepEqual(order(), [
    [far, 'ready', null],
    [near, 'waiting', far],
    [first, 'waiting', far],
    [other, 'ready', null],
  ]);
  handsOn(fed, hall, far, { yes: 2, no: 8 });
  assert.deepEqual(order().slice(0, 3), [
    [far, 'decided', null],
    [near, 'ready', null],
    [first, 'waiting', near],
  ]);
  openVote(fed, hall, near, 'hands');
  assert.deepEqual(order().slice(1), [
    [near, 'voting', null],
    [first, 'waiting', near],
    [other, 'waiting', near],
  ]);
});

test('while a vote is open its closing is what comes next, refused by name until it is counted', () => {
  const { fed, base, origin, chair } = given();
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing('ordinary') });
  open(fed, hall, sitting, base.members.length);
  const vote = openVote(fed, hall, table(fed, hall, sitting, { matter: 'ordinary' }), 'hands');
  const closing = () => offered(fed, origin, sitting).find(({ command }) => command.name === 'CloseVote');
  assert.equal(said(fed, origin, chair, closing() as Candidate), 'not-counted');
  assert.deepEqual(onward(fed, origin, sitting, chair), []);
  for (const teller of base.tellers)
    fed.must(origin, teller, 'CountBlock', { vote, block: 'sala', round: 1, yes: 6, no: 1, abstain: 0 });
  assert.deepEqual(onward(fed, origin, sitting, chair), ['CloseVote']);
});

test('the agenda is at the item that was called, those before it are done, and the next one is proposed', () => {
  const { fed, base, origin, chair } = given();
  const sitting = convene(fed, hallOf(base), {
    notice: [...announcing('ordinary'), ...announcing('accounts', 'pact')],
  });
  open(fed, hallOf(base), sitting, base.members.length);
  const agenda = () => {
    const { state } = fed.book(origin);
    const known = tableGet(state.sittings, sitting);
    assert.ok(known);
    return { now: itemNow(state, known), states: agendaOf(state, known).map((item) => item.state) };
  };
  assert.deepEqual(agenda(), { now: null, states: ['next', 'next', 'next'] });
  assert.deepEqual(onward(fed, origin, sitting, chair), ['TakeItem', 'CloseSitting']);
  fed.must(origin, chair, 'TakeItem', { sitting, item: 0 });
  fed.must(origin, chair, 'TakeItem', { sitting, item: 1 });
  assert.deepEqual(agenda(), { now: 1, states: ['done', 'now', 'next'] });
  // What was announced to be decided is tabled before the next item is called.
  assert.deepEqual(onward(fed, origin, sitting, chair), ['TableMotion', 'TakeItem', 'CloseSitting']);
  const motion = table(fed, hallOf(base), sitting, { matter: 'accounts' });
  assert.equal(onward(fed, origin, sitting, chair)[0], 'OpenVote');
  handsOn(fed, hallOf(base), motion, { yes: 9 });
  assert.deepEqual(onward(fed, origin, sitting, chair), ['TakeItem', 'CloseSitting']);
});

test('a neighbour is told what of it is hers, and everything else with the office that may', () => {
  const { fed, base, origin } = given();
  const sitting = convene(fed, hallOf(base), { notice: announcing('ordinary') });
  open(fed, hallOf(base), sitting, base.members.length);
  const lawful = offered(fed, origin, sitting)
    .filter((candidate) => said(fed, origin, neighbour(base, 6), candidate) === null)
    .map(({ command }) => command.name);
  assert.deepEqual([...new Set(lawful)].toSorted(), [
    'ChallengeQuorum',
    'MoveProcedure',
    'RecordObjection',
    'RecordThreat',
    'TableMotion',
  ]);
});

test('of a sitting that the book does not have nothing is offered; of a closed one its minutes and the next', () => {
  const { fed, base, origin, chair } = given();
  assert.equal(stepsIn(fed.book(origin).state, 9_999, fed.now), null);
  const sitting = convene(fed, hallOf(base), { notice: announcing('ordinary') });
  open(fed, hallOf(base), sitting, base.members.length);
  fed.must(origin, chair, 'CloseSitting', { sitting });
  assert.deepEqual(onward(fed, origin, sitting, chair), ['ApproveMinutes', 'ConveneSitting']);
  fed.must(origin, chair, 'ApproveMinutes', { sitting, text: 'Acta' });
  assert.deepEqual(onward(fed, origin, sitting, chair), ['SignAct', 'ConveneSitting']);
});

/** Of a matter that is voted in secret, or in the urn where that cannot be. */
function secretly(minimum: number): SecretHall & { readonly motion: number } {
  const plain = secretStatute({ minimum });
  const rules = plain.rules.map((rule) =>
    rule.matter === 'ordinary' ? { ...rule, methods: ['secret', 'urn'] as const } : rule,
  );
  const scene = secretHall(16, 0, { ...plain, rules });
  const motion = table(scene.fed, scene.hall, scene.sitting, { matter: 'ordinary' });
  return { ...scene, motion };
}

test('a secret vote is prepared one step after the other, and the next one is proposed by name', () => {
  const scene = secretly(16);
  const { fed, hall, origin, sitting, motion } = scene;
  const next = () => onward(fed, origin, sitting, hall.chair)[0];
  const opening = () =>
    offered(fed, origin, sitting)
      .filter(({ command: { name, input } }) => name === 'OpenVote' && 'archive' in input)
      .map((candidate) => said(fed, origin, hall.chair, candidate));
  assert.equal(next(), 'NameTrustees');
  assert.deepEqual(opening(), ['trustees-not-named']);
  nameThem(scene, motion);
  assert.equal(next(), 'RecordTrialDecryption');
  tryKeys(scene, motion);
  assert.deepEqual(opening(), ['credentials-not-listed']);
  listThem(scene, motion, 16, 16);
  assert.equal(next(), 'OpenVote');
  const vote = openSecret(scene, motion, setUp(scene, motion, 16));
  assert.ok(!onward(fed, origin, sitting, hall.chair).includes('NameTrustees'));
  openBox(scene, vote, { ballots: 16, yes: 9, no: 7, abstain: 0 });
  assert.equal(next(), 'CloseVote');
  assert.ok(!offered(fed, origin, sitting).some(({ command }) => command.name === 'CloseBallotBox'));
});

test('in a hall too small for a secret vote nobody prepares one: the urn is what comes next', () => {
  const { fed, hall, origin, sitting } = secretly(17);
  const verdicts = offered(fed, origin, sitting)
    .filter(({ moves, command }) => moves && command.name === 'OpenVote')
    .map((candidate) => [
      (candidate.command.input as { method: string }).method,
      said(fed, origin, hall.chair, candidate),
    ]);
  assert.deepEqual(verdicts, [
    ['secret', 'too-few-for-secret'],
    ['urn', null],
  ]);
  assert.ok(!offered(fed, origin, sitting).some(({ command }) => command.name === 'NameTrustees'));
});

test('a question from above that the notice names is put with its words; once it is before the hall it is not offered again', () => {
  const fed = new Federation();
  const base = foundBase(fed, 'junta-1', 8);
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { notice: announcing({ matter: 'consultation', text: 'Pacto' }) });
  open(fed, hall, sitting, 8);
  fed.must(base.origin, base.presidium, 'TakeItem', { sitting, item: 0 });
  const consultation = { book: 'el-alto.example/federacion', index: 7 };
  const textHash = announcing({ matter: 'consultation', text: 'Pacto' })[0]?.textHash ?? '';
  const question = { consultation, title: 'Pacto de Senkata', text: 'Pacto', textHash };
  const tabled = (questions: Parameters<typeof stepsIn>[3]) =>
    (stepsIn(fed.book(base.origin).state, sitting, fed.now, questions) ?? []).filter(
      ({ command, moves }) => command.name === 'TableMotion' && moves,
    );
  const [put] = tabled([question]);
  const proposal = { kind: 'answer', consultation, textHash };
  assert.deepEqual(put?.missing, []);
  assert.deepEqual(put?.command.input, {
    sitting,
    matter: 'consultation',
    title: 'Pacto de Senkata',
    text: 'Pacto',
    proposal,
  });
  assert.deepEqual(tabled([])[0]?.missing, ['title', 'text', 'proposal']);
  assert.deepEqual(tabled([{ ...question, textHash: 'another' }])[0]?.missing, ['title', 'text', 'proposal']);
});
