import { nobody, turnoutOf } from '@cabildo/count';
import { choice, count, integer, optional, positive, record, type TypeOf } from '../catalogue/fields.ts';
import { refuse } from '../refusal.ts';
import type { Found } from '../sitting/find.ts';
import type { Method } from '../state.ts';
import { countedMethod, matter, type Statute, sittingKind } from '../statute/fields.ts';
import { matterRule } from '../statute/quorum.ts';
import { plusHours, plusMinutes } from '../time.ts';
import { methodAllowed } from '../vote/methods.ts';
import type { TriedVote } from './vote.ts';

const tally = record({ yes: count, no: count, abstain: count });

/** A vote that nobody has taken: how many belong, came and voted. */
export const imaginedFields = {
  matter,
  sitting: sittingKind,
  call: choice('first', 'second'),
  roll: positive,
  present: count,
  votes: tally,
  /** On which side the delegations were, each once. */
  bodies: optional(tally),
  /** Absent: the first way that the statute has for the matter. */
  method: optional(countedMethod),
  /** The local hour in which it was voted. Absent: before any closing hour. */
  hour: optional(integer(0, 23)),
} as const;

export type Imagined = TypeOf<typeof imagined>;

export const imagined = record(imaginedFields);

/** Any day will do: rules look at hours. */
const someDay = '2026-01-01T00:00:00Z';

/** As it would be under these rules; refused where more people voted than there were. */
export function imaginedVote(one: Imagined, kind: TriedVote['body']['kind'], rules: Statute): Found<TriedVote> {
  const { roll, present, votes, bodies, call } = one;
  const turnout = turnoutOf(votes);
  if (turnout > present) return refuse('more-hands-than-people', 'tellers', { needed: present, present: turnout });
  if (present > roll) return refuse('more-than-the-roll', 'roll', { needed: roll, present });
  const startsAt = plusMinutes(someDay, -rules.closing.offsetMinutes);
  const at = call === 'first' ? startsAt : plusMinutes(startsAt, rules.calls.minutesBetween);
  const votedAt = plusHours(startsAt, one.hour ?? 0);
  const tried: TriedVote = {
    body: { kind },
    matter: one.matter,
    proposal: { kind: 'resolution' },
    method: one.method ?? methodOf(one, kind, rules),
    hall: {
      kind: one.sitting,
      roll,
      startsAt,
      resumed: null,
      counted: null,
      present: null,
      slips: null,
      crowd: null,
      opened: { call, at, present },
    },
    openedAt: votedAt < at ? at : votedAt,
    there: present,
    present,
    roll,
    votes: { by: 'count', counts: [[{ tally: votes, bodies: bodies ?? nobody }]], tellsBodies: bodies !== undefined },
  };
  return { ok: true, value: tried };
}

function methodOf({ matter }: Imagined, kind: TriedVote['body']['kind'], rules: Statute): Method {
  const own = matterRule(rules, matter);
  const counted = own?.methods.filter((method) => method !== 'acclamation' && method !== 'consensus') ?? [];
  const fitting = counted.find((method) => own !== undefined && methodAllowed({ body: { kind } }, method, own));
  return fitting ?? counted[0] ?? 'hands';
}
