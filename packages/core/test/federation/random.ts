// People who do anything: commands drawn from numbers, with whatever the books happen to hold. Most are refused.
import fc from 'fast-check';
import {
  type Actor,
  type BodyState,
  type Command,
  plusDays,
  plusHours,
  plusMonths,
  type Table,
  tableEntries,
  tableGet,
} from '../../src/index.ts';
import type { Sitting, Vote } from '../../src/state.ts';
import { announcing, type Base, keyOf, type Matter, statuteWith } from './assembly.ts';
import { fakeSignature, sha256 } from './book.ts';
import { sealedText } from './evidence.ts';
import { anyone, asMember, asSeat, type Federation } from './federation.ts';
import type { World } from './upper.ts';

/** One thing that somebody tries: which book, who, what, and three numbers to choose details with. */
export type Try = readonly [book: number, who: number, what: number, a: number, b: number, c: number];

const number = fc.noBias(fc.nat({ max: 1_000 }));
export const tries = (most: number): fc.Arbitrary<Try[]> =>
  fc.array(fc.tuple(number, number, number, number, number, number), { minLength: most / 2, maxLength: most });

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(list.length, 1)];

/** Mostly the newest entries: that is where something is going on. */
function indexIn(table: Table<unknown>, number: number): number {
  const keys = tableEntries(table).map(([key]) => Math.trunc(Number(key)));
  return keys.at(-1 - (number % Math.min(Math.max(keys.length, 1), 3))) ?? 0;
}

interface Draw {
  readonly world: World;
  readonly state: BodyState;
  readonly base: Base;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const choices = ['yes', 'no', 'abstain'] as const;
const methods = ['hands', 'devices', 'roll-call'] as const;
/** What every sitting announces; another text is refused. */
const drawnText = 'x';

const drawnMatters: readonly Matter[] = ['ordinary', 'election', 'recall', 'pact', 'measure', 'lifting', 'statute'];

function proposalOf({
  world,
  state,
  base,
  a,
  b,
  c,
}: Draw): Extract<Command, { name: 'TableMotion' }>['input']['proposal'] {
  const { fed, upper } = world;
  const member = (offset: number) => pick(base.members, a + offset) ?? '';
  const above = state.body?.kind === 'delegate';
  const holder = (offset: number) => (above ? `${pick(world.bases, offset)?.origin}#${1 + (a % 2)}` : member(offset));
  const officers = ['presidencia', 'actas'].map((office, position) => ({
    office,
    holder: holder(position),
    key: keyOf(state.origin, `${office} ${holder(position)}`),
  }));
  const until = plusMonths(fed.now, b % 30);
  switch (c % 9) {
    case 0:
      return { kind: 'elect-officers', officers, from: fed.now, until };
    case 1:
      return {
        kind: 'elect-delegates',
        to: upper.origin,
        from: fed.now,
        until,
        seats: [{ seat: 1 + (b % 3), holder: member(4), alternate: member(5) }],
      };
    case 2:
      return { kind: 'recall-delegate', election: indexIn(state.elections, b), seat: 1 + (a % 2) };
    case 3:
      return { kind: 'pact', with: 'la alcaldía' };
    case 4:
      return { kind: 'measure', what: 'Paro', place: 'Plaza', from: fed.now };
    case 5:
      return { kind: 'lift', measure: indexIn(state.measures, b), how: 'end' };
    case 6:
      return {
        kind: 'amend-statute',
        statute: statuteWith({ terms: { officersMonths: 1 + (b % 30), delegatesMonths: 12 } }),
      };
    case 7:
      return { kind: 'extend-term', office: 'presidencia', until };
    default:
      return { kind: 'resolution' };
  }
}

const mattersFor: Readonly<Record<string, Matter>> = {
  'elect-officers': 'election',
  'elect-delegates': 'election',
  'recall-delegate': 'recall',
  pact: 'pact',
  measure: 'measure',
  lift: 'lifting',
  'amend-statute': 'statute',
  'extend-term': 'election',
};

/** Drafts of commands: a list, so that the numbers choose among them. Common steps are there more than once. */
const drafts: readonly ((draw: Draw) => Command)[] = [
  ({ world, a, b }) => ({
    name: 'ConveneSitting',
    input: {
      kind: 'ordinary',
      place: 'Sede',
      startsAt: plusHours(world.fed.now, 40 + (a % 20)),
      notice: announcing(...drawnMatters.slice(b % 3).map((matter) => ({ matter, text: drawnText }))),
    },
  }),
  ({ state, a, base }) => ({
    name: 'AppointTellers',
    input: {
      sitting: indexIn(state.sittings, a),
      tellers:
        state.body?.kind === 'delegate'
          ? tableEntries(state.seats)
              .slice(0, 2)
              .map(([key]) => key)
          : base.members.slice(2, 4),
    },
  }),
  ({ world, state, a, b, c }) => {
    const sitting = indexIn(state.sittings, a + b);
    return { name: 'CheckIn', input: c % 4 === 0 ? { sitting } : world.fed.atDoor(state.origin, sitting) };
  },
  ({ state, a, b, c }) => ({
    name: 'CountPresence',
    input: { sitting: indexIn(state.sittings, a), round: 1 + (b % 2), present: 6 + (c % 3) },
  }),
  ({ state, a, b, c }) => ({
    name: 'CountPresence',
    input: { sitting: indexIn(state.sittings, a), round: 1 + (b % 2), present: 6 + (c % 3) },
  }),
  ({ state, a, b }) => ({
    name: 'OpenSitting',
    input: { sitting: indexIn(state.sittings, a), call: b % 3 === 0 ? 'second' : 'first' },
  }),
  (draw) => {
    const proposal = proposalOf(draw);
    const text = `Moción ${draw.a % 5}`;
    const input = { sitting: indexIn(draw.state.sittings, 0), title: text, text, proposal };
    return { name: 'TableMotion', input: { ...input, matter: mattersFor[proposal.kind] ?? 'ordinary' } };
  },
  (draw) => {
    const proposal = proposalOf(draw);
    const input = { sitting: indexIn(draw.state.sittings, 0), title: 'x', text: 'x', proposal };
    return { name: 'TableMotion', input: { ...input, matter: mattersFor[proposal.kind] ?? 'ordinary' } };
  },
  ({ state, a, b }) => ({
    name: 'OpenVote',
    input: { motion: indexIn(state.motions, a), method: pick(methods, b) ?? 'hands' },
  }),
  ({ state, a, b }) => ({
    name: 'CastVote',
    input: { vote: indexIn(state.votes, a), choice: pick(choices, b) ?? 'yes' },
  }),
  ({ state, a, b, c }) => {
    const [below = '', seat = '1'] = (pick(tableEntries(state.seats), c)?.[0] ?? 'nowhere.example/x#1').split('#');
    return {
      name: 'RecordRollCallVote',
      input: { vote: indexIn(state.votes, a), below, seat: Number(seat), choice: pick(choices, b) ?? 'yes' },
    };
  },
  ({ state, a, b, c }) => ({
    name: 'CountBlock',
    input: {
      vote: indexIn(state.votes, a),
      block: 'sala',
      round: 1 + (b % 2),
      yes: 4 + (c % 2),
      no: b % 3,
      abstain: 0,
    },
  }),
  ({ state, a, b, c }) => ({
    name: 'CountBlock',
    input: {
      vote: indexIn(state.votes, a),
      block: 'sala',
      round: 1 + (b % 2),
      yes: 4 + (c % 2),
      no: b % 3,
      abstain: 0,
    },
  }),
  ({ state, a }) => ({ name: 'CloseVote', input: { vote: indexIn(state.votes, a) } }),
  ({ state, a }) => ({ name: 'CloseVote', input: { vote: indexIn(state.votes, a) } }),
  ({ state, a }) => ({ name: 'CloseSitting', input: { sitting: indexIn(state.sittings, a) } }),
  ({ state, base, a, b }) => ({
    name: 'AccreditSeat',
    input: { sitting: indexIn(state.sittings, a), below: base.origin, seat: 1 + (b % 3) },
  }),
  ({ state, base, a, b }) => ({
    name: 'AccreditSeat',
    input: { sitting: indexIn(state.sittings, a), below: base.origin, seat: 1 + (b % 2) },
  }),
  ({ base, b }) => ({ name: 'PresentRecall', input: { below: base.origin, seat: 1 + (b % 2) } }),
  ({ state, a }) => ({ name: 'IssueConsultation', input: { resolution: indexIn(state.resolutions, a) } }),
  ({ state, base, a }) => ({
    name: 'ReceiveAnswer',
    input: { consultation: indexIn(state.consultations, a), below: base.origin },
  }),
  ({ state, a }) => ({ name: 'CloseConsultation', input: { consultation: indexIn(state.consultations, a) } }),
  ({ world, b, c }) => ({
    name: 'EnterLateSitting',
    input: {
      heldAt: plusDays(world.fed.now, -(b % 9)),
      place: 'Cancha',
      call: 'first',
      present: c % 12,
      notice: announcing({ matter: 'pact', text: drawnText }),
      decisions: [
        {
          matter: pick(['ordinary', 'pact', 'accounts'] as const, b) ?? 'ordinary',
          title: 'x',
          text: 'x',
          yes: c % 9,
          no: b % 4,
          abstain: 0,
        },
      ],
    },
  }),
];

/** Somebody who could be there: an officer, a teller, a neighbour, whoever holds or held a seat, or anyone. */
function somebody(state: BodyState, base: Base, who: number): Actor {
  const officers = tableEntries(state.officers).map(([, officer]) => officer);
  const officer = pick(officers, who);
  if (state.body?.kind === 'delegate') {
    const seats = tableEntries(state.seats);
    const seat = who % 3 === 0 ? seats.find(([key]) => key === officer?.holder) : pick(seats, who);
    return seat === undefined || who % 11 === 0 ? anyone : asSeat(seat[1].below, seat[1].seat, seat[1].holder);
  }
  if (who % 2 === 0 && officer !== undefined) return asMember(officer.holder);
  return who % 11 === 0 ? anyone : asMember(pick(base.members, who) ?? '');
}

/** What an assembly would do next of its own accord: convene, count, open, table, vote, close. */
function nextStep(draw: Draw): { readonly actor: Actor; readonly command: Command } | null {
  const { world, state, a, b } = draw;
  const { fed } = world;
  const officer = tableGet(state.officers, 'presidencia');
  if (officer === undefined) return null;
  const [below = '', seat = ''] = officer.holder.split('#');
  const chair = seat === '' ? asMember(officer.holder) : asSeat(below, Number(seat), officer.person);
  const by = (command: Command, actor: Actor = chair) => ({ actor, command });
  const index = state.activeSittings.at(-1);
  const sitting = index === undefined ? undefined : tableGet(state.sittings, index);
  if (index === undefined || sitting === undefined) return by((drafts[0] as (draw: Draw) => Command)(draw));
  if (sitting.opened === null) return preparing(draw, index, sitting, by);
  const motion = sitting.motions.at(-1);
  const vote = motion === undefined ? null : (tableGet(state.motions, motion)?.vote ?? null);
  if (a % 9 === 0) return by({ name: 'CloseSitting', input: { sitting: index } });
  if (motion !== undefined && vote === null) {
    const method =
      state.body?.kind === 'delegate'
        ? (pick(['roll-call', 'devices'] as const, b) ?? 'devices')
        : (pick(methods, b % 2) ?? 'hands');
    return by({ name: 'OpenVote', input: { motion, method } });
  }
  const open = vote === null ? undefined : tableGet(state.votes, vote);
  if (vote !== null && open?.closed === null) return voting(draw, vote, open, by);
  if (fed.now < sitting.startsAt) fed.pass({ hours: 1 });
  const proposal = proposalOf(draw);
  const matter = mattersFor[proposal.kind] ?? 'ordinary';
  const text = matter === 'ordinary' ? `Moción ${a % 5}` : drawnText;
  return by({ name: 'TableMotion', input: { sitting: index, title: 'x', text, proposal, matter } });
}

type By = (command: Command, actor?: Actor) => { readonly actor: Actor; readonly command: Command };

function preparing({ world, state, base, a, b, c }: Draw, index: number, sitting: Sitting, by: By) {
  if (world.fed.now < sitting.startsAt) world.fed.now = sitting.startsAt;
  const opening = { name: 'OpenSitting', input: { sitting: index, call: 'first' } } as const;
  if (state.body?.kind === 'delegate') {
    const accreditation = {
      name: 'AccreditSeat',
      input: { sitting: index, below: base.origin, seat: 1 + (b % 2) },
    } as const;
    return by(a % 8 === 0 ? opening : accreditation);
  }
  if (sitting.present !== null) return by(opening);
  const round = (sitting.counted?.round ?? 0) + 1;
  const tellers = tellersFor(base, round);
  if (tellers.join() !== sitting.tellers.join())
    return by({ name: 'AppointTellers', input: { sitting: index, tellers } });
  const present = a % 6 === 0 ? 5 + (c % 4) : 8;
  return by({ name: 'CountPresence', input: { sitting: index, round, present } }, asMember(tellers[b % 2] ?? ''));
}

/** Each round of counting is by others. */
const tellersFor = ({ members }: Base, round: number): string[] => {
  const first = (2 * round) % members.length;
  return members.slice(first, first + 2);
};

function voting({ world, state, base, a, b, c }: Draw, index: number, vote: Vote, by: By) {
  if (a % 7 === 0) return by({ name: 'CloseVote', input: { vote: index } });
  const choice = pick(['yes', 'yes', 'yes', 'no', 'abstain'] as const, b) ?? 'yes';
  const seat = pick(tableEntries(state.seats), c)?.[1];
  if (vote.method === 'hands') {
    const entries = world.fed.book(state.origin).vault.blocks.filter((entry) => entry.vote === index);
    const round = Math.floor(entries.length / 2) + 1;
    const tellers = tellersFor(base, round);
    if (tellers.join() !== tableGet(state.sittings, vote.sitting)?.tellers.join())
      return by({ name: 'AppointTellers', input: { sitting: vote.sitting, tellers } });
    const hands = { vote: index, block: 'sala', round, yes: b % 5 === 0 ? 3 : 5, no: 2, abstain: 0 };
    return by({ name: 'CountBlock', input: hands }, asMember(tellers[c % 2] ?? ''));
  }
  if (vote.method === 'devices') {
    const actor =
      seat === undefined ? asMember(pick(base.members, c) ?? '') : asSeat(seat.below, seat.seat, seat.holder);
    return by({ name: 'CastVote', input: { vote: index, choice } }, actor);
  }
  const { below, seat: number } = seat ?? { below: base.origin, seat: 1 };
  return by({ name: 'RecordRollCallVote', input: { vote: index, below, seat: number, choice } });
}

/** Mostly the next thing that an assembly would do, sometimes anything by anybody; time passes, and officers sign. */
export function attempt(world: World, [book, who, what, a, b, c]: Try): void {
  const { fed, upper, bases } = world;
  const base = pick(bases, who) as Base;
  const origin = book % 2 === 0 ? upper.origin : base.origin;
  const { state } = fed.book(origin);
  if (what % 23 === 0) fed.pass({ hours: 1 + (a % 600) });
  if (what % 11 === 0) {
    signNewest(fed, origin, a);
    return;
  }
  if (what % 13 === 0) {
    fed.do(upper.origin, anyone, 'PresentRecall', { below: base.origin, seat: 1 + (b % 2) });
    return;
  }
  const draw = { world, state, base, a, b, c };
  const step = what % 3 === 0 ? null : nextStep(draw);
  const command = step?.command ?? (pick(drafts, what) as (draw: Draw) => Command)(draw);
  fed.do(origin, step?.actor ?? somebody(state, base, who), command.name, command.input as never);
}

function signNewest(fed: Federation, origin: string, number: number): void {
  const { state, acts } = fed.book(origin);
  const wanted = ['DelegatesElected', 'DelegateRecalled', 'ConsultationAnswered', 'OfficersElected', 'MandateGiven'];
  const index =
    acts.findLast(({ act }, position) => wanted.includes(act) && position >= acts.length - 40)?.index ??
    number % acts.length;
  for (const [, officer] of tableEntries(state.officers)) {
    const [below = '', seat = ''] = officer.holder.split('#');
    const actor = officer.holder.startsWith('m-')
      ? asMember(officer.holder)
      : asSeat(below, Number(seat), officer.person);
    const signature = fakeSignature(officer.key, sealedText(fed.book(origin), index));
    fed.do(origin, actor, 'SignAct', { index, signature });
  }
}

export const hashOfJson = (value: unknown): string => sha256(JSON.stringify(value));
