import type { ActData } from '@cabildo/core';
import type { Saying } from './sentence.ts';

type Debate = ActData<'DebateEnded'>;

/** `3:05`: minutes and seconds, as on the clock in the hall. */
export const minutesOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;

/** What each body or sector has spoken, where the act says it. */
export function spokenBy(
  { groups = [], others }: Pick<Debate, 'groups' | 'others'>,
  say: Saying,
  rest: string,
): string {
  if (groups.length === 0) return '';
  const named = groups.map(({ body, sector, seconds }) => {
    const name = body === undefined ? (sector ?? '') : say.body(body);
    return `${name} ${minutesOf(seconds)}`;
  });
  const all = others === undefined ? named : [...named, `${rest} ${minutesOf(others.seconds)}`];
  return ` ${say.list(all)}.`;
}
