import { bytesOf } from '../act-size.ts';
import type { ActData } from '../catalogue/acts.ts';
import type { Time } from '../time.ts';
import { type Floor, spokenBy } from './list.ts';
import { groupOf } from './order.ts';
import type { SpeakingRules } from './rules.ts';
import type { Turn } from './state.ts';

type Summary = Omit<ActData<'DebateEnded'>, 'sitting' | 'motion'>;
type Group = NonNullable<Summary['groups']>[number];

/** Of an act, so that a congress of hundreds of bodies can close a debate too. */
const mostBytes = 5_000;

/** As many as the act’s list holds. */
const most = 64;

/** How often and how long was spoken on an item since it was last closed, by body or sector where the statute times those: never by whom. */
export function summaryOf(floor: Floor, item: number, rules: SpeakingRules, at: Time): Summary {
  const list = floor.turns.filter((turn) => turn.item === item && !turn.accounted && turn.standing !== 'withdrawn');
  const spoken = list.filter(({ begun }) => begun !== null);
  const unheard = list.length - spoken.length;
  return { ...sumOf(spoken, at), unheard, ...groupsOf(spoken, rules, at) };
}

const sumOf = (turns: readonly Turn[], at: Time) => ({
  speeches: turns.length,
  seconds: turns.reduce((sum, turn) => sum + spokenBy(turn, at), 0),
});

function groupsOf(spoken: readonly Turn[], rules: SpeakingRules, at: Time): Pick<Summary, 'groups' | 'others'> {
  const { group } = rules;
  if (group === undefined) return {};
  const names = [...new Set(spoken.flatMap((turn) => groupOf(turn, rules) ?? []))].sort();
  const all = names.map((name): Group => {
    const own = spoken.filter((turn) => groupOf(turn, rules) === name);
    return { ...(group.of === 'body' ? { body: name } : { sector: name }), ...sumOf(own, at) };
  });
  const longest = all.toSorted((a, b) => b.seconds - a.seconds);
  const groups = longest.slice(0, most);
  while (bytesOf({ data: groups }) > mostBytes) groups.pop();
  const rest = longest.slice(groups.length);
  return { groups, ...(rest.length === 0 ? {} : { others: added(rest) }) };
}

const added = (groups: readonly Group[]) => ({
  speeches: groups.reduce((sum, { speeches }) => sum + speeches, 0),
  seconds: groups.reduce((sum, { seconds }) => sum + seconds, 0),
});

/** Items of which something was asked for that no act has the sum of. */
export const openItems = ({ turns }: Floor): readonly number[] => [
  ...new Set(turns.filter(({ accounted, standing }) => !accounted && standing !== 'withdrawn').map(({ item }) => item)),
];
