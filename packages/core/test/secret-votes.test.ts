// Secret votes: what is in the book when, who does what, what is refused, and the result as any other.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Act, auditRules, readStatute, type Statute, sentence, statuteProblems, tableGet } from '../src/index.ts';
import {
  announcing,
  appoint,
  type Base,
  convene,
  dataOf,
  decideByHands,
  hallOf,
  indexOf,
  open,
  seal,
  slate,
  statuteWith,
  table,
} from './federation/assembly.ts';
import { sha256 } from './federation/book.ts';
import {
  electionOf,
  fill,
  listOf,
  listThem,
  makeHalves,
  nameThem,
  openBox,
  openSecret,
  playSecretVotes,
  prepare,
  type SecretHall,
  secretHall,
  secretStatute,
  setUp,
  shows,
  trustees,
  tryKeys,
} from './federation/story-secret.ts';
import { bothCount, papers, upperHall } from './federation/story-votes.ts';
import { federationOf, sitUpper } from './federation/upper.ts';

const settled = secretHall(16);
const scene = (): SecretHall => ({ ...settled, fed: settled.fed.fork() });

const motionIn = ({ fed, hall, sitting }: SecretHall): number => table(fed, hall, sitting, { matter: 'ordinary' });

const silent = ({ fed, origin }: SecretHall): void =>
  assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);

const close = ({ fed, hall, origin }: SecretHall, vote: number) => fed.must(origin, hall.chair, 'CloseVote', { vote });

test('what the trustees open is decided by the rule of the matter, and the motion does what it said', () => {
  const given = scene();
  const motion = motionIn(given);
  const vote = openSecret(given, motion, prepare(given, motion, 16, 14));
  openBox(given, vote, { ballots: 15, yes: 8, no: 5, abstain: 1 });
  const closed = close(given, vote);
  assert.deepEqual(dataOf(closed, 'VoteClosed').tallies, [{ yes: 8, no: 5, abstain: 1 }]);
  assert.equal(dataOf(closed, 'VoteClosed').outcome, 'carried');
  assert.equal(dataOf(closed, 'SecretVoteClosed').ballots, 15, 'with the one that was cast again');
  assert.ok(indexOf(closed, 'SecretVoteClosed') < indexOf(closed, 'VoteClosed'));
  indexOf(closed, 'ResolutionAdopted');
  silent(given);
});

test('officers that are voted as a list may be elected in secret', () => {
  const given = scene();
  const { fed, base, hall, origin, sitting } = given;
  const proposal = slate(fed, origin, [base.members[5] ?? '', base.members[6] ?? '']);
  const motion = table(fed, hall, sitting, { matter: 'election', proposal });
  const vote = openSecret(given, motion, prepare(given, motion, 16));
  openBox(given, vote, { ballots: 16, yes: 9, no: 7, abstain: 0 });
  indexOf(close(given, vote), 'OfficersElected');
  silent(given);
});

test('the opening has by hash the election, the credentials, the page and the empty box, and who may vote is frozen', () => {
  const given = scene();
  const motion = motionIn(given);
  const archive = prepare(given, motion, 16, 13);
  const done = given.fed.must(given.origin, given.hall.chair, 'OpenVote', { motion, method: 'secret', archive });
  assert.deepEqual(
    done.acts.map(({ act }) => act),
    ['VoteOpened', 'SecretVoteOpened'],
  );
  const opened = dataOf(done, 'SecretVoteOpened');
  assert.equal(opened.vote, indexOf(done, 'VoteOpened'));
  assert.equal(opened.drawn, 13);
  assert.equal(opened.list, listOf(13));
  assert.equal(opened.page, sha256('the voting page'));
  assert.deepEqual(dataOf(done, 'VoteOpened').channels, { hands: 0, phones: 16, papers: 0 });
});

test('an urn is an equal way: its papers are counted by two tellers and added to the box', () => {
  const { fed, origin } = playSecretVotes();
  const { acts } = fed.book(origin);
  const closed = acts.findLast(({ act }) => act === 'VoteClosed') as Act<'VoteClosed'> | undefined;
  assert.deepEqual(closed?.data.tallies, [{ yes: 14, no: 7, abstain: 1 }]);
  assert.deepEqual(auditRules(origin, acts).differences, []);
});

test('papers in the urn are not more than those who vote on paper, and the vote waits for them', () => {
  const given = secretHall(24, 10);
  const { fed, hall, origin } = given;
  const motion = motionIn(given);
  const vote = openSecret(given, motion, prepare(given, motion, 14));
  openBox(given, vote, { ballots: 14, yes: 7, no: 7, abstain: 0 });
  fed.refuses(origin, hall.chair, 'CloseVote', { vote }, 'not-counted');
  fed.refuses(origin, hall.tellers[0], 'CountUrn', { vote, round: 1, ...papers(6, 5) }, 'more-hands-than-people');
  bothCount(fed, hall, vote, papers(6, 4));
  assert.equal(dataOf(close(given, vote), 'VoteClosed').outcome, 'carried');
});

test('few papers beside many slips would tell who put them in: then all vote with the urn', () => {
  const given = secretHall(24, 9);
  const { fed, hall, origin } = given;
  const motion = motionIn(given);
  const archive = prepare(given, motion, 15);
  const refusal = fed.refuses(
    origin,
    hall.chair,
    'OpenVote',
    { motion, method: 'secret', archive },
    'too-few-for-secret',
  );
  assert.deepEqual([refusal.needed, refusal.present], [10, 9]);
  assert.match(sentence(refusal, 'es'), /urna de papel/);
  assert.match(sentence(refusal, 'en'), /paper urn/);
  fed.must(origin, hall.chair, 'OpenVote', { motion, method: 'urn' });
});

test('ten slips drawn are enough, nine are not, however many people are there', () => {
  for (const [drawn, enough] of [
    [10, true],
    [9, false],
  ] as const) {
    const given = scene();
    const { fed, hall, origin } = given;
    const motion = motionIn(given);
    const archive = prepare(given, motion, 16, drawn);
    const input = { motion, method: 'secret', archive } as const;
    if (enough) fed.must(origin, hall.chair, 'OpenVote', input);
    else fed.refuses(origin, hall.chair, 'OpenVote', input, 'too-few-for-secret');
  }
});

test('whoever names other trustees makes the trial anew, and new halves make the list of credentials void', () => {
  const given = scene();
  const { fed, hall, origin } = given;
  const motion = motionIn(given);
  const archive = prepare(given, motion, 16);
  const opening = { motion, method: 'secret', archive } as const;
  nameThem(given, motion);
  fed.refuses(origin, hall.chair, 'OpenVote', opening, 'no-trial-decryption');
  tryKeys(given, motion);
  makeHalves(given, motion, 16);
  fed.refuses(origin, hall.chair, 'OpenVote', opening, 'credentials-not-listed');
  listThem(given, motion, 16, 16);
  fed.must(origin, hall.chair, 'OpenVote', opening);
});

test('a vote that was annulled is prepared anew: no key and no slip serves twice', () => {
  const given = scene();
  const { fed, hall, origin } = given;
  const motion = motionIn(given);
  const archive = prepare(given, motion, 16);
  const vote = openSecret(given, motion, archive);
  fed.must(origin, hall.chair, 'AnnulVote', { vote, reason: 'Se leyó otro texto.' });
  fed.refuses(origin, hall.chair, 'OpenVote', { motion, method: 'secret', archive }, 'trustees-not-named');
  prepare(given, motion, 16);
  const refusal = fed.refuses(origin, hall.chair, 'OpenVote', { motion, method: 'secret', archive }, 'archive-differs');
  assert.equal(refusal.needed, `VoteOpened ${vote}`);
  openSecret(given, motion, setUp(given, motion, 16, { election: sha256('another election') }));
  silent(given);
});

test('only the tellers of the sitting make credentials, each the own half', () => {
  const given = scene();
  const { fed, hall, origin } = given;
  const motion = motionIn(given);
  const halves = { motion, list: 'azul', file: sha256('halves') };
  fed.refuses(origin, hall.chair, 'EnterCredentialHalves', halves, 'not-allowed');
  fed.refuses(origin, hall.tellers[0], 'EnterCredentialHalves', halves, 'archive-not-shown');
});

test('a result of other ballots than those in the closed box, or of more people than drew a slip, is not counted', () => {
  const given = scene();
  const { fed, hall, origin } = given;
  const motion = motionIn(given);
  const vote = openSecret(given, motion, prepare(given, motion, 16, 12));
  openBox(given, vote, { ballots: 14, yes: 7, no: 5, abstain: 0 });
  const { election, box } = electionOf(given, vote);
  const need = { fact: 'secret-result', election, box: box.head } as const;
  const head = sha256('another result');
  for (const wrong of [
    { ballots: 13, yes: 7, no: 5, abstain: 0 },
    { ballots: 14, yes: 8, no: 5, abstain: 0 },
  ]) {
    shows(given, need, { head, ...wrong });
    fed.refuses(origin, hall.chair, 'CloseVote', { vote }, 'archive-differs');
  }
  shows(given, need, { head, ballots: 14, yes: 7, no: 5, abstain: 0 });
  close(given, vote);
});

test('once the box is closed the quorum of that vote is doubted no more: trustees may know what would be lost', () => {
  const given = scene();
  const { fed, base, hall, origin, sitting } = given;
  const motion = motionIn(given);
  const vote = openSecret(given, motion, prepare(given, motion, 16));
  const member = { kind: 'member', member: base.members[9] ?? '' } as const;
  const early = fed.fork();
  early.must(origin, member, 'ChallengeQuorum', { sitting });
  openBox(given, vote, { ballots: 16, yes: 9, no: 7, abstain: 0 });
  fed.refuses(origin, member, 'ChallengeQuorum', { sitting }, 'vote-still-open');
  fed.must(origin, hall.chair, 'CloseVote', { vote });
});

test('a box that does not go on from the head in the book is not anchored', () => {
  const given = scene();
  const { fed, hall, origin } = given;
  const motion = motionIn(given);
  const vote = openSecret(given, motion, prepare(given, motion, 16));
  fill(given, vote, 100);
  fed.must(origin, hall.tellers[1], 'AnchorBallotBox', { vote });
  assert.deepEqual(electionOf(given, vote).box, { head: sha256(`100 of ${vote}`), ballots: 100, closed: false });
  fed.refuses(origin, hall.chair, 'CloseBallotBox', { vote }, 'archive-not-shown');
});

test('while the box is open nobody is told a number of it, and nobody votes in it by a command', () => {
  const given = scene();
  const { fed, base, origin } = given;
  const motion = motionIn(given);
  const vote = openSecret(given, motion, prepare(given, motion, 16));
  const voter = { kind: 'member', member: base.members[7] ?? '' } as const;
  fed.refuses(origin, voter, 'CastVote', { vote, choice: 'yes' }, 'method-not-allowed');
  assert.equal(electionOf(given, vote).result, null);
});

test('a matter that the statute does not open to it is not prepared for a secret vote', () => {
  const given = secretHall(16);
  const { fed, hall, origin, sitting } = given;
  const rules = fed.book(origin).state.statute?.rules as Statute;
  assert.equal(rules.rules.find(({ matter }) => matter === 'measure')?.methods.includes('secret'), false);
  const motion = motionIn(given);
  fed.must(origin, hall.chair, 'WithdrawMotion', { motion });
  fed.refuses(origin, hall.chair, 'NameTrustees', { motion, trustees }, 'motion-ended');
  const voted = motionIn({ ...given, sitting });
  fed.must(origin, hall.chair, 'OpenVote', { motion: voted, method: 'hands' });
  fed.refuses(origin, hall.chair, 'NameTrustees', { motion: voted, trustees }, 'already-put-to-vote');
  const plain = federationOf();
  const above = upperHall(plain.upper);
  const tabled = table(plain.fed, above, sitUpper(plain), { matter: 'ordinary' });
  plain.fed.refuses(above.origin, above.chair, 'NameTrustees', { motion: tabled, trustees }, 'method-not-allowed');
});

/** An assembly of three bases with two seats each that elects in secret, with a slate before it. */
function electing(minimum: number): SecretHall & { readonly motion: number } {
  const plain = secretStatute({ minimum });
  const methods = ['roll-call'] as const;
  const rules = plain.rules.map((rule) => (rule.matter === 'ordinary' ? { ...rule, methods } : rule));
  const world = federationOf({ statute: statuteWith({ notice: { hours: 0 } }), upperStatute: { ...plain, rules } });
  const { fed, bases } = world;
  const base = bases[0] as Base;
  const hall = upperHall(world.upper);
  const { origin } = hall;
  const sitting = sitUpper(world, 'election');
  appoint(fed, hall, sitting, hall.tellers);
  const proposal = slate(fed, origin, [`${base.origin}#1`, `${bases[1]?.origin}#1`]);
  const motion = table(fed, hall, sitting, { matter: 'election', text: 'Directiva', proposal });
  return { fed, base, hall, origin, sitting, motion };
}

test('delegates elect in secret too, each seat with one slip, if they are as many as the statute says', () => {
  const given = electing(6);
  const vote = openSecret(given, given.motion, prepare(given, given.motion, 6));
  openBox(given, vote, { ballots: 6, yes: 4, no: 1, abstain: 1 });
  indexOf(close(given, vote), 'OfficersElected');
  silent(given);
  const few = electing(7);
  const input = { motion: few.motion, method: 'secret', archive: prepare(few, few.motion, 6) } as const;
  few.fed.refuses(few.origin, few.hall.chair, 'OpenVote', input, 'too-few-for-secret');
});

test('what a base has given a mandate on is not voted in secret: mandated or secret, not both', () => {
  const given = electing(6);
  const { fed, base, hall, origin, motion } = given;
  const archive = prepare(given, motion, 6);
  const below = hallOf(base);
  const sitting = convene(fed, below, { notice: announcing('mandate'), inHours: 0 });
  open(fed, below, sitting, 8);
  const on = { book: origin, index: motion };
  const proposal = { kind: 'mandate', on, textHash: sha256('Directiva'), instruction: 'yes' } as const;
  const done = decideByHands(fed, below, sitting, { matter: 'mandate', proposal, yes: 8 });
  seal(fed, base, indexOf(done, 'MandateGiven'));
  fed.refuses(origin, hall.chair, 'OpenVote', { motion, method: 'secret', archive }, 'mandated-not-by-hands');
});

test('the audit finds what the book says of a secret vote and should not', () => {
  const { fed, origin } = playSecretVotes();
  const { acts } = fed.book(origin);
  const found = (act: string, change: object) =>
    auditRules(
      origin,
      acts.map((one) => (one.act === act ? { ...one, data: { ...one.data, ...change } as never } : one)),
    ).differences.map((one) => `${one.act} ${one.code}`);
  assert.ok(found('TrusteesNamed', { threshold: 1 }).includes('TrusteesNamed rule'));
  assert.ok(found('CredentialHalvesEntered', { list: 'azul' }).includes('CredentialHalvesEntered rule'));
  assert.ok(found('CredentialsListed', { slips: 13 }).includes('CredentialsListed count'));
  assert.ok(found('SecretVoteOpened', { drawn: 15 }).includes('SecretVoteOpened electorate'));
  assert.ok(found('SecretVoteOpened', { list: listOf(3) }).includes('SecretVoteOpened count'));
  assert.ok(found('BallotBoxAnchored', { ballots: 4 }).includes('BallotBoxAnchored count'));
  assert.ok(found('SecretVoteClosed', { yes: 9 }).includes('SecretVoteClosed electorate'));
  assert.ok(found('SecretVoteClosed', { yes: 1 }).includes('VoteClosed outcome'));
});

const spoiltBase = (change: Partial<NonNullable<Statute['secret']>>) =>
  statuteProblems(secretStatute(change), 'base').map(({ problem, article }) => `${problem} ${article}`);

test('a statute whose secret votes would be none contradicts itself', () => {
  assert.deepEqual(spoiltBase({}), []);
  assert.deepEqual(spoiltBase({ threshold: 1 }), ['one-opens-alone secret']);
  assert.deepEqual(spoiltBase({ threshold: 4 }), ['more-than-the-trustees secret']);
  assert.deepEqual(spoiltBase({ threshold: 3 }), []);
  assert.deepEqual(spoiltBase({ minimum: 1 }), ['secret-of-one secret']);
  assert.deepEqual(spoiltBase({ minimum: 2 }), []);
  assert.deepEqual(spoiltBase({ lists: ['azul', 'roja'] }), ['one-list-alone secret']);
  assert.deepEqual(spoiltBase({ lists: ['azul', 'roja'], trustees: 2 }), []);
  assert.deepEqual(spoiltBase({ lists: ['azul', 'roja', 'azul'] }), ['named-twice secret']);
  const { secret: _secret, ...without } = secretStatute();
  assert.deepEqual(
    statuteProblems(without, 'base').map(({ problem }) => problem),
    ['secret-without-trustees', 'secret-without-trustees'],
  );
  const { rules, ...rest } = secretStatute();
  const only = (...left: string[]) => ({
    ...rest,
    rules: rules.map((rule) => ({ ...rule, methods: rule.methods.filter((method) => !left.includes(method)) })),
  });
  assert.deepEqual(
    statuteProblems(only('secret'), 'base').map(({ problem }) => problem),
    ['nothing-in-secret'],
  );
  assert.deepEqual(
    statuteProblems(only('urn'), 'base').map(({ problem }) => problem),
    ['no-urn-beside', 'no-urn-beside'],
  );
  assert.deepEqual(
    statuteProblems(secretStatute(), 'delegate').map(({ problem, article }) => [problem, article]),
    [['mandated-or-secret', 'rules.ordinary']],
    'an election carries no mandate',
  );
});

test('the article is read in both languages, and what is left out is read as what it means', () => {
  for (const language of ['es', 'en'] as const) {
    const said = (statute: Statute) =>
      readStatute(statute, language).find(({ article }) => article === 'secret')?.sentences ?? [];
    assert.deepEqual(said(secretStatute()), said(secretStatute({ minimum: 10, every: 100 })));
    assert.notDeepEqual(said(secretStatute()), said(secretStatute({ minimum: 12 })));
    const { secret: _secret, ...without } = secretStatute();
    assert.equal(said(without).length, 1);
  }
});

test('no set of trustees that is accepted has a list that could open a vote alone', () => {
  const named = fc.array(fc.constantFrom('azul', 'roja', 'verde', 'blanca'), { minLength: 5, maxLength: 5 });
  const five = secretHall(16, 0, secretStatute({ trustees: 5, threshold: 3 }));
  const motion = motionIn(five);
  fc.assert(
    fc.property(named, (lists) => {
      const fed = five.fed.fork();
      const input = { motion, trustees: lists.map((list, place) => ({ list, key: sha256(`${place}`) })) };
      const decision = fed.do(five.origin, five.hall.chair, 'NameTrustees', input);
      const most = Math.max(...lists.map((list) => lists.filter((other) => other === list).length));
      assert.equal(decision.ok, most < 3);
    }),
    { numRuns: 60 },
  );
});

test('what was set up is held against the motion, the trustees and the credentials in the book', () => {
  const given = scene();
  const { fed, hall, origin } = given;
  const motion = motionIn(given);
  prepare(given, motion, 16);
  const differs = (otherwise: Parameters<typeof setUp>[3]) =>
    fed.refuses(
      origin,
      hall.chair,
      'OpenVote',
      { motion, method: 'secret', archive: setUp(given, motion, 16, otherwise) },
      'archive-differs',
    ).needed;
  assert.equal(differs({ text: sha256('otro texto') }), `MotionTabled ${motion}`);
  assert.equal(differs({ keys: trustees.slice(1).map(({ key }) => key) }), 'TrusteesNamed');
  assert.equal(differs({ list: listOf(15) }), 'CredentialsListed');
  assert.equal(differs({ weights: [1, 2] }), 'CredentialsListed');
  assert.equal(tableGet(fed.book(origin).state.motions, motion)?.vote, null);
});
