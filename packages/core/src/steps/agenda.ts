import { amendmentAt, isDecided } from '../motion/amendment.ts';
import { openVoteIn } from '../sitting/find.ts';
import type { NoticeItem } from '../sitting/notice.ts';
import type { BodyState, Motion, Sitting } from '../state.ts';
import { tableGet } from '../table.ts';

export interface AgendaItem extends NoticeItem {
  /** Its number in the notice. */
  readonly item: number;
  readonly state: 'done' | 'now' | 'next';
}

/** The notice in the order in which its items are taken. */
export function agendaOf(state: BodyState, sitting: Sitting): readonly AgendaItem[] {
  const now = itemNow(state, sitting);
  return orderOfItems(sitting).flatMap((item) => {
    const announced = sitting.notice[item];
    if (announced === undefined) return [];
    const standing = item === now ? 'now' : isDone(state, sitting, item) ? 'done' : 'next';
    return [{ item, ...announced, state: standing }];
  });
}

const orderOfItems = ({ agenda, notice }: Sitting): readonly number[] => agenda ?? notice.map((_, item) => item);

/** The item that was called last; where nobody calls them, that of what is voted or was tabled last. */
export function itemNow(state: BodyState, sitting: Sitting): number | null {
  if (sitting.opened === null || sitting.closedAt !== null) return null;
  const called = sitting.taken.at(-1);
  if (called !== undefined) return called;
  const vote = openVoteIn(state, sitting);
  const motion = (vote === null ? undefined : tableGet(state.votes, vote)?.motion) ?? sitting.motions.at(-1);
  return motion === undefined ? null : itemOf(state, sitting, motion);
}

/** To which item a motion belongs: an amendment or a part to that of its motion; by its text, by the item called, by its matter. */
export function itemOf(state: BodyState, sitting: Sitting, index: number): number | null {
  const motion = tableGet(state.motions, index);
  if (motion === undefined) return null;
  const whole = amendmentAt(state, index)?.proposal.motion ?? motion.part?.of;
  if (whole !== undefined && whole !== index) return itemOf(state, sitting, whole);
  const fitting = sitting.notice.flatMap(({ matter }, item) => (matter === motion.matter ? [item] : []));
  const named = fitting.find((item) => hasTextOf(motion, sitting.notice[item]?.textHash));
  if (named !== undefined) return named;
  if (motion.item !== null && (motion.matter === 'ordinary' || fitting.includes(motion.item))) return motion.item;
  return fitting.length === 1 || motion.matter !== 'ordinary' ? (fitting[0] ?? null) : null;
}

const hasTextOf = ({ textHash, amended }: Motion, announced: string | undefined): boolean =>
  announced !== undefined && (announced === textHash || amended.some(({ before }) => before === announced));

/** It was called and another one after it; or what was tabled under it is decided. */
function isDone(state: BodyState, sitting: Sitting, item: number): boolean {
  if (sitting.taken.includes(item)) return true;
  const own = sitting.motions.filter((motion) => itemOf(state, sitting, motion) === item);
  return (
    own.length > 0 &&
    own.every((index) => {
      const motion = tableGet(state.motions, index);
      return motion !== undefined && isDecided(state, motion);
    })
  );
}

/** What comes after the present item: the first one that has not been taken. */
export const nextItem = (state: BodyState, sitting: Sitting): AgendaItem | null =>
  agendaOf(state, sitting).find((item) => item.state === 'next') ?? null;
