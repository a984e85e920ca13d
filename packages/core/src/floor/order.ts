import type { Time } from '../time.ts';
import { type Floor, spokenBy } from './list.ts';
import { type SpeakingRules, secondsFor } from './rules.ts';
import type { SpeechKind, Turn } from './state.ts';

/** The list as it is called up: a point of order, then replies and translations, then speeches by the statute's order. */
export function orderOf(floor: Floor, item: number, rules: SpeakingRules, at: Time): readonly Turn[] {
  const list = floor.turns.filter((turn) => turn.item === item);
  const waiting = list.filter(({ standing }) => standing === 'waiting');
  const speeches = waiting.filter(({ kind }) => kind === 'speech');
  const heard = new Set(list.filter(hasSpoken).map(speakerOf));
  const isOver = (turn: Turn): boolean => isTimeOver(floor, turn, rules, at);
  const isLater = (turn: Turn): boolean => rules.order === 'first-speech-first' && heard.has(speakerOf(turn));
  // Whose body or sector has used its time stands at the end: the floor is not given there, and nobody is hidden.
  const groups = [
    speeches.filter((turn) => !isOver(turn) && !isLater(turn)),
    speeches.filter((turn) => !isOver(turn) && isLater(turn)),
    speeches.filter(isOver),
  ];
  return [
    ...waiting.filter(({ kind }) => rank(kind) === 0),
    ...waiting.filter(({ kind }) => rank(kind) === 1),
    ...(rules.parity === true ? alternating(groups, lastSpeaker(list)) : groups.flat()),
  ];
}

const rank = (kind: SpeechKind): number => ({ order: 0, reply: 1, translation: 1, speech: 2 })[kind];

const hasSpoken = ({ kind, standing }: Turn): boolean =>
  kind === 'speech' && standing !== 'waiting' && standing !== 'withdrawn' && standing !== 'unheard';

/** One person; whoever has no phone goes by the words with which they are called up. */
export const speakerOf = ({ holder, label }: Pick<Turn, 'holder' | 'label'>): string =>
  holder ?? `label ${(label ?? '').trim().toLowerCase()}`;

function lastSpeaker(list: readonly Turn[]): boolean | null {
  const spoken = list.filter(hasSpoken).toSorted((a, b) => startOf(a) - startOf(b));
  return spoken.at(-1)?.woman ?? null;
}

const startOf = ({ begun }: Turn): number => begun ?? 0;

/** Within each group a woman after somebody else and somebody else after a woman, as long as both wait there. */
function alternating(groups: readonly (readonly Turn[])[], last: boolean | null): readonly Turn[] {
  const order: Turn[] = [];
  let before = last;
  for (const group of groups) {
    const left = [...group];
    while (left.length > 0) {
      const other = before === null ? -1 : left.findIndex(({ woman }) => woman !== before);
      const [next] = left.splice(Math.max(0, other), 1);
      if (next === undefined) break;
      order.push(next);
      before = next.woman;
    }
  }
  return order;
}

/** The body or the sector whose time in an item is counted; null where the statute counts none, or the kind is not counted. */
export function groupOf({ kind, body, sector }: Turn, { group }: SpeakingRules): string | null {
  if (group === undefined || kind !== 'speech') return null;
  return group.of === 'body' ? body : sector;
}

/** What is left of a group's time in an item; null without a limit. */
export function groupLeft(floor: Floor, turn: Turn, rules: SpeakingRules, at: Time): number | null {
  const name = groupOf(turn, rules);
  if (name === null || rules.group === undefined) return null;
  const used = floor.turns
    .filter((one) => one.item === turn.item && groupOf(one, rules) === name)
    .reduce((sum, one) => sum + spokenBy(one, at), 0);
  return Math.max(0, rules.group.seconds - used);
}

export const isTimeOver = (floor: Floor, turn: Turn, rules: SpeakingRules, at: Time): boolean =>
  groupLeft(floor, turn, rules, at) === 0;

/** For how long that turn may be spoken from its beginning: its own time, and no longer than what its group had left then. */
export function allowedFor(floor: Floor, turn: Turn, rules: SpeakingRules, at: Time): number | null {
  const own = secondsFor(rules, turn.kind);
  const left = groupLeft(floor, turn, rules, at);
  const ofGroup = left === null ? null : left + spokenBy(turn, at);
  if (own === null || ofGroup === null) return own ?? ofGroup;
  return Math.min(own, ofGroup);
}
