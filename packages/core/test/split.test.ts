// A body that divides itself: its roll and its seats are divided too, and none is added (DESIGN section 6, Frozen).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type Act,
  auditRules,
  type BodyState,
  type Command,
  decide,
  evolve,
  type Finding,
  type Need,
  needs,
  tableEntries,
  tableGet,
} from '../src/index.ts';
import {
  announcing,
  type Base,
  convene,
  evening,
  foundBase,
  hallOf,
  open,
  originOf,
  statuteWith,
} from './federation/assembly.ts';
import { decideAbove, showRoll } from './federation/bodies.ts';
import { anyone, dataOf, operator } from './federation/federation.ts';
import { divide, division, foundingInput, foundPart, partNames, showPart, splitWhole } from './federation/splits.ts';
import { federationOf, type World } from './federation/upper.ts';

const settled = federationOf();

interface Scene extends World {
  readonly base: Base;
}

const given = (): Scene => ({ ...settled, fed: settled.fed.fork(), base: settled.bases[2] as Base });

const hall = ({ upper }: World) => ({
  origin: upper.origin,
  chair: upper.presidium,
  tellers: [anyone, anyone] as const,
});

const seatsOf = ({ fed, upper }: World, below: string): number =>
  tableGet(fed.book(upper.origin).state.affiliates, below)?.entitlement ?? 0;

const motion = (sitting: number, proposal: object) =>
  ({ sitting, matter: 'dissolution', title: 'x', text: 'x', proposal }) as never;

function inSitting(scene: Scene): number {
  const { fed, base } = scene;
  const sitting = convene(fed, hallOf(base), { notice: announcing({ matter: 'dissolution', text: 'x' }) });
  open(fed, hallOf(base), sitting, 8);
  return sitting;
}

test('each part takes its share out of the seats of the whole, and the whole is no more', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const parts = splitWhole(scene, base);
  assert.deepEqual(
    parts.map(({ origin }) => seatsOf(scene, origin)),
    [1, 1],
  );
  assert.equal(tableGet(fed.book(upper.origin).state.affiliates, base.origin)?.ended?.side, 'dissolved');
  const sitting = convene(fed, hall(scene));
  for (const { origin: below } of parts)
    fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below, seat: 1 });
  for (const origin of [upper.origin, base.origin, ...parts.map((part) => part.origin)])
    assert.deepEqual(auditRules(origin, fed.book(origin).acts).differences, []);
});

test('the parts have no more seats together than the whole, and people no more than its roll', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const sitting = inSitting(scene);
  const refused = (change: Parameters<typeof division>[1], code: 'split-adds-seats' | 'parts-do-not-add-up') =>
    fed.refuses(base.origin, base.presidium, 'TableMotion', motion(sitting, division(scene, change)), code);
  refused({ seats: [{ above: upper.origin, seats: [2, 1] }] }, 'split-adds-seats');
  refused({ seats: [{ above: upper.origin, seats: [1] }] }, 'parts-do-not-add-up');
  refused({ seats: [] }, 'parts-do-not-add-up');
  const [one, other] = partNames.map(originOf) as [string, string];
  const sized = (...members: readonly [number, number]) => ({
    parts: [
      { body: one, members: members[0] },
      { body: other, members: members[1] },
    ],
  });
  refused(sized(4, 4), 'parts-do-not-add-up');
  refused({ parts: [{ body: one, members: 9 }], seats: [{ above: upper.origin, seats: [2] }] }, 'parts-do-not-add-up');
  const twice = division(scene, { parts: [4, 5].map((members) => ({ body: one, members })) });
  fed.refuses(base.origin, base.presidium, 'TableMotion', motion(sitting, twice), 'holder-twice');
  const elsewhere = division(scene, { seats: [{ above: originOf('otra'), seats: [1, 1] }] });
  fed.refuses(base.origin, base.presidium, 'TableMotion', motion(sitting, elsewhere), 'not-affiliated');
  fed.must(base.origin, base.presidium, 'TableMotion', motion(sitting, division(scene, sized(3, 6))));
});

test('a split just before a sitting adds no seat to it: the whole sits as it was convened, the parts wait', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const index = divide(scene, base);
  const part = foundPart(scene, partNames[0], { book: base.origin, index });
  const sitting = convene(fed, hall(scene));
  showPart(scene, base.origin, part.origin);
  for (const seat of [1, 2])
    fed.must(upper.origin, upper.presidium, 'AccreditSeat', { sitting, below: base.origin, seat });
  const input = { sitting, below: part.origin, seat: 1 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', input, 'waiting-time');
  const next = convene(fed, hall(scene));
  fed.must(upper.origin, upper.presidium, 'AccreditSeat', { ...input, sitting: next });
  const second = { sitting: next, below: base.origin, seat: 2 };
  fed.refuses(upper.origin, upper.presidium, 'AccreditSeat', second, 'entitlement-exceeded');
});

test('from its day the whole decides nothing more, unless it is one of its own parts', () => {
  const scene = given();
  const { fed, base } = scene;
  const on = '2006-01-01T00:00:00Z';
  divide(scene, base, { on });
  evening(fed, base, [{ matter: 'ordinary' }]);
  fed.now = on;
  const input = { kind: 'ordinary', place: 'Sede', startsAt: '2006-02-01T00:00:00Z', notice: [] } as const;
  fed.refuses(base.origin, base.presidium, 'ConveneSitting', input, 'body-split');

  const kept = given();
  const parts = [base.origin, originOf('junta-norte')].map((body, at) => ({ body, members: 4 + at }));
  const index = divide(kept, base, { parts });
  kept.fed.must(base.origin, base.presidium, 'ConveneSitting', { ...input, startsAt: '2005-09-01T00:00:00Z' });
  const part = foundPart(kept, 'junta-norte', { book: base.origin, index });
  showPart(kept, base.origin, part.origin);
  assert.deepEqual([seatsOf(kept, base.origin), seatsOf(kept, part.origin)], [1, 1]);
});

test('a part is founded on the act that names it, and only such a one takes seats of the whole', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const index = divide(scene, base);
  const splitFrom = { book: base.origin, index };
  const other = originOf('junta-este');
  fed.refuses(other, operator, 'FoundBody', foundingInput('junta-este', splitFrom), 'no-split-found');
  const wrong = foundingInput('junta-norte', { book: base.origin, index: 1 });
  fed.refuses(originOf('junta-norte'), operator, 'FoundBody', wrong, 'no-split-found');
  const stranger = foundBase(fed, 'junta-norte', 8);
  const input = { below: base.origin, part: stranger.origin };
  fed.refuses(upper.origin, anyone, 'ShowSplit', input, 'no-split-found');
  const part = foundPart(scene, 'junta-sur', splitFrom);
  showPart(scene, base.origin, part.origin);
  fed.refuses(upper.origin, anyone, 'ShowSplit', { below: base.origin, part: part.origin }, 'already-affiliated');
});

test('before the day of the split, and without a sealed request of the part, nothing changes above', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const on = '2006-01-01T00:00:00Z';
  const splitFrom = { book: base.origin, index: divide(scene, base, { on }) };
  const part = foundPart(scene, 'junta-norte', splitFrom);
  const input = { below: base.origin, part: part.origin };
  fed.refuses(upper.origin, anyone, 'ShowSplit', input, 'too-early');
  fed.now = on;
  fed.must(upper.origin, anyone, 'ShowSplit', input);
  const young = foundBase(fed, 'junta-sur', 8, statuteWith(), splitFrom);
  fed.refuses(upper.origin, anyone, 'ShowSplit', { ...input, part: young.origin }, 'affiliation-not-requested');
});

test('a share is not outgrown by counting a roll again, only by a vote of the assembly above', () => {
  const scene = given();
  const { fed, upper, base } = scene;
  const entitlement = { kind: 'per-members', members: 4 } as const;
  const [part] = splitWhole(scene, base) as [Base];
  const rest = { ...scene, bases: scene.bases.slice(0, 2) };
  decideAbove(rest, { matter: 'statute', proposal: { kind: 'amend-statute', statute: statuteWith({ entitlement }) } });
  showRoll(fed, part);
  fed.must(upper.origin, anyone, 'ReviewEntitlement', { below: part.origin });
  assert.equal(seatsOf(scene, part.origin), 1, 'nine members would give three');
  const proposal = { kind: 'change-entitlement', below: part.origin, seats: 3 } as const;
  const done = decideAbove(rest, { matter: 'affiliation', proposal });
  assert.equal(dataOf(done, 'EntitlementChanged').seats, 3);
  assert.deepEqual(auditRules(upper.origin, fed.book(upper.origin).acts).differences, []);
});

test('in whatever order parts are shown and rolls are counted, all together never have more seats than the whole had', () => {
  const { fed, upper, base } = given();
  const entitlement = { kind: 'per-members', members: 4 } as const;
  const statute = { act: 1, rules: statuteWith({ entitlement }) };
  const start = { ...fed.book(upper.origin).state, statute };
  const from = { book: base.origin, index: 1 };
  const found = ({ fact }: Need, seats: number, size: number): unknown =>
    ({
      split: { index: 1, seats, on: start.at, goesOn: true },
      founding: { title: 'Parte', splitFrom: from },
      'affiliation-request': { index: 2 },
      'roll-shown': { index: 3, size, audit: null },
    })[fact as string];
  let [shown, counted] = [0, 0];
  const step = fc.record({ part: fc.nat(3), seats: fc.nat(3), recount: fc.boolean(), size: fc.nat(40) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let state: BodyState = start;
      for (const { part, seats, recount, size } of steps) {
        const name = `alto.example/parte-${part}`;
        const command = recount
          ? { name: 'ReviewEntitlement', input: { below: part === 0 ? base.origin : name } }
          : { name: 'ShowSplit', input: { below: base.origin, part: name } };
        const { at } = state;
        const evidence = needs(state, command as Command, anyone, at).map(
          (need) => ({ need, found: found(need, seats, size), cites: [], bookKey: 'k' }) as unknown as Finding,
        );
        const decision = decide({ state, at, actor: anyone, evidence, fresh: { member: '' } }, command as Command);
        if (!decision.ok) continue;
        // Before anybody takes a share the whole is counted like any other body.
        if (recount && tableGet(state.affiliates, base.origin)?.cap === undefined) continue;
        if (recount) counted += 1;
        else shown += 1;
        for (const { act, data } of decision.acts)
          state = evolve(state, { act, v: 1, index: state.size, at, data } as unknown as Act);
        const all = tableEntries(state.affiliates).filter(([book]) => book === base.origin || book.includes('/parte-'));
        assert.ok(all.reduce((sum, [, one]) => sum + one.entitlement, 0) <= 2);
      }
    }),
    { numRuns: 300, seed: 20050608 },
  );
  assert.ok(shown > 50 && counted > 50, `${shown} shown, ${counted} counted`);
});
