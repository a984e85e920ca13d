// A body lives under any sound statute: it is founded and proven, sits on either call, elects, decides, recalls and amends.
import assert from 'node:assert/strict';
import { plusDays, plusMonths, type Statute, tableEntries, tableGet } from '../../src/index.ts';
import { quorumForMatter, quorumNeeded } from '../../src/statute/quorum.ts';
import { affiliate, type Base, foundBase, foundBody, keyOf, prove, seal } from './assembly.ts';
import { Federation, indexOf } from './federation.ts';
import { actorOf, type Body, decide, rulesOf, sealWhole, sit, slateOf } from './playing-hall.ts';

/** Three proven bases that know each other; they witness what is played, and send delegates to it. */
export function neighbourhood(): { readonly fed: Federation; readonly bases: readonly Base[] } {
  const fed = new Federation();
  const bases = [1, 2, 3].map((number) => foundBase(fed, `junta-${number}`, 8));
  // Also for a statute under which delegates count only if the founder has attested the officers.
  for (const { origin, convener } of bases)
    fed.sign(origin, convener, keyOf(origin, 'convener'), fed.book(origin).state.enrolment?.act ?? 0);
  for (const [number, base] of bases.entries())
    prove(
      fed,
      base,
      [1, 2].map((step) => bases[(number + step) % 3] as Base),
    );
  fed.pass({ days: 31 });
  return { fed, bases };
}

/** Founded, with officers in every office, and proven by its neighbours. */
export function foundUnder(fed: Federation, bases: readonly Base[], kind: Body['kind'], statute: Statute): Body {
  const { origin, convener } = foundBody(fed, 'nueva', kind, statute);
  const people = kind === 'base' ? enrolled(fed, origin, convener) : seated(fed, origin, convener, bases);
  const founding: Body = { fed, origin, kind, people, chair: convener };
  const held = sit(founding, { matter: 'election', kind: 'founding' });
  const until = plusMonths(fed.now, statute.terms.officersMonths);
  const done = decide(founding, held, { matter: 'election', proposal: slateOf(founding, until) });
  assert.ok(
    done.acts.some(({ act }) => act === 'OfficersElected'),
    'whom everybody elects is elected',
  );
  const body = { ...founding, chair: actorOf(founding, people[0] ?? '') };
  fed.must(origin, body.chair, 'CloseSitting', { sitting: held.sitting });
  proveBy(body, held.sitting, bases);
  return body;
}

function enrolled(fed: Federation, origin: string, convener: Body['chair']): readonly string[] {
  const members = Array.from({ length: 11 }, (_, number) =>
    String(fed.must(origin, convener, 'EnrolMember', { name: `vecina ${number}` }).answer.member),
  );
  return [...members, convener.kind === 'member' ? convener.member : ''];
}

function seated(fed: Federation, origin: string, convener: Body['chair'], bases: readonly Base[]): readonly string[] {
  for (const base of bases) {
    const [, , , , a = '', b = ''] = base.members;
    affiliate(fed, base, origin, [
      { seat: 1, holder: a },
      { seat: 2, holder: b },
    ]);
    const { key } = fed.book(base.origin);
    const wish = { below: base.origin, key, title: base.origin, entitlement: 2, class: 'junta' };
    fed.must(origin, convener, 'AdmitAffiliate', wish);
  }
  return [1, 2].flatMap((seat) => bases.map((base) => `${base.origin}#${seat}`));
}

function proveBy(body: Body, sitting: number, neighbours: readonly Base[]): void {
  const { fed, origin, people } = body;
  const minutes = indexOf(
    fed.must(origin, actorOf(body, people[1] ?? ''), 'ApproveMinutes', { sitting, text: 'Acta de fundación' }),
    'MinutesApproved',
  );
  sealWhole(body, minutes);
  for (const neighbour of neighbours) {
    const seen = fed.must(neighbour.origin, neighbour.presidium, 'WitnessFounding', { neighbour: origin });
    seal(fed, neighbour, indexOf(seen, 'FoundingWitnessed'));
  }
  const witnesses = neighbours.map((neighbour) => neighbour.origin);
  fed.must(origin, body.chair, 'ProveFounding', { minutes, witnesses });
  fed.now = plusDays(fed.now, rulesOf(body).roll.waitingDays);
}

const outcomeOf = (done: ReturnType<typeof decide>): string =>
  String((done.acts.find(({ act }) => act === 'VoteClosed')?.data as { outcome?: string } | undefined)?.outcome);

/** On the first call with everybody there, whatever everybody wants is decided, in each way that the statute has. */
export function decideOrdinary(body: Body): void {
  // Channels are fixed at the door, so each way of voting has a sitting of its own.
  for (let turn = 0; turn < 2; turn++) {
    const held = sit(body, { matter: 'ordinary' });
    assert.equal(outcomeOf(decide(body, held, { matter: 'ordinary', turn })), 'carried');
    body.fed.must(body.origin, body.chair, 'CloseSitting', { sitting: held.sitting });
  }
}

/** On the second call with as few as its quorum asks for, a matter is voted if that is enough for it, and else refused. */
export function decideOnSecondCall(body: Body): void {
  const rules = rulesOf(body);
  const roll = body.people.length;
  const present = quorumNeeded(rules.calls.second, roll);
  if (present < 2) return;
  const held = sit(body, { matter: 'ordinary', call: 'second', present });
  if (present >= quorumForMatter(rules, 'ordinary', 'second', roll)) decide(body, held, { matter: 'ordinary' });
  else assert.throws(() => decide(body, held, { matter: 'ordinary' }), /quorum-for-matter/);
  body.fed.must(body.origin, body.chair, 'CloseSitting', { sitting: held.sitting });
}

/** The secretary is recalled as soon as the statute lets that be, and the office filled up to the same day. */
export function recallAndReplace(body: Body): void {
  const { fed, origin } = body;
  const officer = tableGet(fed.book(origin).state.officers, 'actas');
  assert.ok(officer);
  const from = plusMonths(officer.from, rulesOf(body).recall.monthsBefore);
  const held = sit(body, { matter: 'recall', from });
  const proposal = { kind: 'recall-officer', office: 'actas', holder: officer.holder } as const;
  const done = decide(body, held, { matter: 'recall', proposal });
  indexOf(done, 'OfficerRecalled');
  fed.must(origin, body.chair, 'CloseSitting', { sitting: held.sitting });
  assert.equal(tableGet(fed.book(origin).state.officers, 'actas'), undefined);
  const electing = sit(body, { matter: 'election' });
  indexOf(decide(body, electing, { matter: 'election', proposal: slateOf(body, officer.until) }), 'OfficersElected');
  fed.must(origin, body.chair, 'CloseSitting', { sitting: electing.sitting });
}

/** Amended at once, or suspended until the bases have answered. */
export function amend(body: Body, statute: Statute): 'adopted' | 'suspended' {
  const { fed, origin } = body;
  const held = sit(body, { matter: 'statute' });
  const terms = tableEntries(fed.book(origin).state.officers).map(([, { until }]) => until);
  const done = decide(body, held, { matter: 'statute', proposal: { kind: 'amend-statute', statute } });
  assert.equal(outcomeOf(done), 'carried');
  fed.must(origin, body.chair, 'CloseSitting', { sitting: held.sitting });
  assert.deepEqual(
    tableEntries(fed.book(origin).state.officers).map(([, { until }]) => until),
    terms,
  );
  const adopted = done.acts.some(({ act }) => act === 'StatuteAdopted');
  const status = done.acts.find(({ act }) => act === 'ResolutionAdopted')?.data as { status?: string } | undefined;
  if (adopted) assert.deepEqual(rulesOf(body), statute);
  else assert.equal(status?.status, 'suspended');
  return adopted ? 'adopted' : 'suspended';
}
