import type { BodyState } from '../state.ts';
import type { Statute } from '../statute/fields.ts';
import { statuteOf } from '../statute/quorum.ts';
import type { SpeechKind } from './state.ts';

export type SpeakingRules = NonNullable<Statute['speaking']>;

/** Absent: as asked, without a clock; speeches and points of order alone. */
const unruled: SpeakingRules = { order: 'as-asked' };

export const speakingRules = (state: BodyState): SpeakingRules => statuteOf(state)?.speaking ?? unruled;

/** How long one turn of that kind may last; null without a clock. */
export const secondsFor = ({ seconds, reply, translation }: SpeakingRules, kind: SpeechKind): number | null =>
  ({ speech: seconds, order: undefined, reply: reply?.seconds, translation: translation?.seconds })[kind] ?? null;

/** Where the statute has it at all. */
export const hasKind = ({ reply, translation }: SpeakingRules, kind: SpeechKind): boolean =>
  ({ speech: true, order: true, reply: reply !== undefined, translation: translation !== undefined })[kind];
