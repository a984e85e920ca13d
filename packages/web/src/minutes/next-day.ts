import type { MinutesAnswer } from './minutes-answer.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The same sitting once more: on the next day that is still to come, at the same hour. The place’s offset is fixed, so a day is 24 hours. */
export function nextDay(
  { kind, place, startsAt, notice }: Pick<MinutesAnswer, 'kind' | 'place' | 'startsAt' | 'notice'>,
  now: number,
): Readonly<Record<string, unknown>> & { readonly startsAt: string } {
  const began = Date.parse(startsAt);
  const days = Math.max(1, Math.floor((now - began) / DAY) + 1);
  return {
    kind,
    place,
    startsAt: `${new Date(began + days * DAY).toISOString().slice(0, 19)}Z`,
    notice: notice.map(({ matter, title, textHash }) => ({
      matter,
      title,
      ...(textHash === null ? {} : { textHash }),
    })),
  };
}
