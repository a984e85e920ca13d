// The whole matrix of commands and roles, generated from the catalogue. Whether a role is enough is asked here and
// nothing else: a command may still be refused for what it asks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from '../src/decide.ts';
import {
  type Actor,
  allCommands,
  type CommandEntry,
  decide,
  type JsonSchema,
  later,
  needs,
  objectSchema,
  plusMonths,
  type Role,
  rolesOf,
} from '../src/index.ts';
import { announcing, convene, foundBody, hallOf, nameOf, open, originOf, statuteWith } from './federation/assembly.ts';
import { findingsFor } from './federation/evidence.ts';
import { anyone, asMember, type Federation, operator } from './federation/federation.ts';
import { federationOf, seatActor, sitUpper } from './federation/upper.ts';

/** The smallest input that a command's schema admits; whatever it names is not there. */
function sample(schema: JsonSchema): unknown {
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.oneOf)) return sample(schema.oneOf[0] as JsonSchema);
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === 'object') {
    const properties = schema.properties as Readonly<Record<string, JsonSchema>>;
    return Object.fromEntries((schema.required as string[]).map((name) => [name, sample(properties[name] ?? {})]));
  }
  if (schema.type === 'array') return [];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer') return Math.max(Number(schema.minimum ?? 0), 1);
  const pattern = String(schema.pattern ?? '');
  if (pattern.includes('{43}')) return `${'A'.repeat(43)}=`;
  if (pattern.includes('{86}')) return `${'A'.repeat(86)}==`;
  if (pattern.includes('T(')) return '2030-01-01T00:00:00Z';
  if (pattern.startsWith('^m-')) return 'm-0000000000000000';
  if (pattern.startsWith('^[^ +')) return 'nowhere+00000000+AAAA';
  if (pattern.includes('/')) return 'nowhere.example/nobody';
  return 'nobody';
}

interface Person {
  readonly who: string;
  readonly origin: string;
  readonly actor: Actor;
  readonly fed: Federation;
  /** What the book should let this person be, worked out by hand. */
  readonly roles: readonly Role[];
}

function people(): Person[] {
  const world = federationOf();
  const { fed, upper, bases } = world;
  const [base] = bases;
  assert.ok(base);
  const sitting = convene(fed, hallOf(base));
  open(fed, hallOf(base), sitting, 8);
  sitUpper(world);
  const { origin } = base;
  const founding = foundBody(fed, 'junta-en-fundacion', 'base', statuteWith());
  const late = fed.fork();
  late.now = plusMonths(fed.now, 25);
  const plain = asMember(base.members[5] ?? '');
  const delegate = seatActor(fed, upper.origin, `${origin}#2`);
  const recalled: Actor = { kind: 'seat', below: origin, seat: 2, holder: base.members[0] ?? '' };
  return [
    { who: 'a member', origin, actor: plain, fed, roles: ['anyone', 'member'] },
    { who: 'the presidium', origin, actor: base.presidium, fed, roles: ['anyone', 'member', 'officer', 'presidium'] },
    { who: 'the secretary', origin, actor: base.secretary, fed, roles: ['anyone', 'member', 'officer', 'secretary'] },
    { who: 'a teller', origin, actor: base.tellers[0], fed, roles: ['anyone', 'member', 'teller'] },
    {
      who: 'the founding convener',
      origin: founding.origin,
      actor: founding.convener,
      fed,
      roles: ['anyone', 'convener', 'member'],
    },
    {
      who: 'the founder after the election',
      origin,
      actor: base.convener,
      fed,
      roles: ['anyone', 'member', 'outgoing-officer'],
    },
    {
      who: 'an officer out of term',
      origin,
      actor: base.presidium,
      fed: late,
      roles: ['anyone', 'former-officer', 'member'],
    },
    { who: 'a delegate', origin: upper.origin, actor: delegate, fed, roles: ['anyone', 'delegate'] },
    {
      who: 'the presidium above',
      origin: upper.origin,
      actor: upper.presidium,
      fed,
      roles: ['anyone', 'delegate', 'officer', 'presidium'],
    },
    {
      who: 'the presidium above, its seat run out',
      origin: upper.origin,
      actor: upper.presidium,
      fed: late,
      roles: ['anyone', 'former-officer'],
    },
    {
      who: 'somebody with the name of a delegate’s seat',
      origin: upper.origin,
      actor: recalled,
      fed,
      roles: ['anyone'],
    },
    { who: 'a member of a base in the assembly above', origin: upper.origin, actor: plain, fed, roles: ['anyone'] },
    { who: 'the operator', origin, actor: operator, fed, roles: ['anyone', 'operator'] },
    { who: 'anyone', origin, actor: anyone, fed, roles: ['anyone'] },
  ];
}

/** Was it refused for want of a role? */
function lacksRole({ fed, origin, actor }: Person, entry: CommandEntry): boolean {
  const { state } = fed.book(origin);
  const at = later(fed.now, state.at);
  const command = { name: entry.name, input: sample(objectSchema(entry.input)) } as unknown as Command;
  const evidence = findingsFor(fed.books, fed.book(origin), needs(state, command, actor, at), at);
  const decision = decide({ state, at, actor, evidence, fresh: { member: 'm-0000000000000000' } }, command);
  if (decision.ok) return false;
  const { code, needed } = decision.refusal;
  return (code === 'not-allowed' || code === 'term-over') && needed === entry.by.join(' | ');
}

for (const person of people()) {
  test(`${person.who} has the roles that the book gives`, () => {
    const { fed, origin, actor, roles } = person;
    assert.deepEqual([...rolesOf(fed.book(origin).state, actor, fed.now)].sort(), [...roles].sort());
  });

  for (const entry of allCommands) {
    const may = entry.by.some((role) => person.roles.includes(role));
    test(`${person.who} ${may ? 'may' : 'may not'} give ${entry.name}`, () => {
      assert.equal(lacksRole(person, entry), !may);
    });
  }
}

test('officers out of term convene the election, hold it, and do nothing else', () => {
  const { fed, bases } = federationOf();
  const [base] = bases;
  assert.ok(base);
  const { origin, presidium, members, tellers } = base;
  fed.now = plusMonths(fed.now, 25);
  const hall = hallOf(base);
  const sitting = convene(fed, hall, { kind: 'extraordinary', notice: announcing('election') });
  open(fed, hall, sitting, 8);
  const asked = { sitting, title: 'Otra cosa', text: 'Otra cosa', proposal: { kind: 'resolution' } } as const;
  const plain = asMember(members[6] ?? '');
  const other = fed.must(origin, plain, 'TableMotion', { ...asked, matter: 'ordinary' }).acts[0]?.index ?? 0;
  fed.refuses(origin, presidium, 'OpenVote', { motion: other, method: 'hands' }, 'term-over');
  fed.refuses(origin, presidium, 'AppointWitness', { name: 'x', key: fed.book(origin).key }, 'term-over');
  const [, , , , , president = '', secretary = ''] = members;
  const slateOf = [
    { office: 'presidencia', holder: president, key: `${'B'.repeat(42)}A=` },
    { office: 'actas', holder: secretary, key: `${'C'.repeat(42)}A=` },
  ];
  const proposal = {
    kind: 'elect-officers',
    officers: slateOf,
    from: fed.now,
    until: plusMonths(fed.now, 24),
  } as const;
  const motion = fed.must(origin, plain, 'TableMotion', { ...asked, matter: 'election', proposal }).acts[0]?.index ?? 0;
  const vote = fed.must(origin, presidium, 'OpenVote', { motion, method: 'hands' }).acts[0]?.index ?? 0;
  for (const teller of tellers)
    fed.must(origin, teller, 'CountBlock', { vote, block: 'sala', round: 1, yes: 8, no: 0, abstain: 0 });
  fed.must(origin, presidium, 'CloseVote', { vote });
  assert.equal(
    rolesOf(fed.book(origin).state, presidium, fed.now).has('former-officer'),
    false,
    'nobody follows oneself',
  );
  fed.must(origin, asMember(president), 'CloseSitting', { sitting });
  assert.equal(nameOf(presidium), members[0]);
  assert.notEqual(originOf('x'), origin);
});
