import type { JSX } from 'preact';
import { Press } from '../../form/press.tsx';
import { Meter } from '../../shell/parts.tsx';
import type { OneProps } from './parts.ts';
import { ownPart } from './tables.tsx';

/** Whose turn it is: by the order, and at the end once more whoever was not there. */
export function Calling({ queue, here, change, words, formats }: OneProps): JSX.Element {
  const { number } = formats;
  const order = ownPart(queue.order ?? [], here);
  const served = new Set(here.served.map(({ card }) => card));
  const current = here.called === 0 ? undefined : order[here.called - 1];
  const waiting = here.missed.filter((card) => !served.has(card) && order.includes(card));
  const said = words.served(number(queue.served), number(queue.cards));
  const absent = (): void => {
    if (current !== undefined)
      void change((now) => ({ ...now, missed: [...now.missed.filter((card) => card !== current), current] }));
  };
  return (
    <section>
      <Meter parts={[{ value: queue.served, tone: 'here' }]} total={queue.cards} tick={null} label={said} />
      <p role="status">{said}</p>
      {queue.disputed === 0 ? null : <p class="card ochre">{words.disputed(number(queue.disputed))}</p>}
      {current === undefined ? null : (
        <p class="called" role="status">
          {words.calling(number(current))}
        </p>
      )}
      {here.called >= order.length ? (
        <p>{words.allCalled}</p>
      ) : (
        <Press mark="next" onPress={() => void change((now) => ({ ...now, called: now.called + 1 }))}>
          {words.call}
        </Press>
      )}
      {current === undefined || served.has(current) || here.missed.includes(current) ? null : (
        <Press mark="clock" onPress={absent}>
          {words.notThere}
        </Press>
      )}
      {waiting.length === 0 ? null : <p>{words.again(waiting.map((card) => number(card)).join(', '))}</p>}
    </section>
  );
}
