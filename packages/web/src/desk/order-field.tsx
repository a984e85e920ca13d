import type { JSX } from 'preact';
import type { DeskProps } from './props.ts';

interface Props extends Pick<DeskProps, 'live' | 'words'> {
  readonly order: readonly number[];
  readonly onChange: (order: readonly number[]) => void;
}

/** The items, each with a button that moves it up and one that moves it down. */
export function OrderField({ live, words, order, onChange }: Props): JSX.Element {
  const titleOf = (item: number): string => live.agenda.find((one) => one.item === item)?.title ?? '';
  const moved = (from: number, by: -1 | 1): readonly number[] => {
    const next = [...order];
    const [item] = next.splice(from, 1);
    if (item !== undefined) next.splice(from + by, 0, item);
    return next;
  };
  return (
    <ol class="order">
      {order.map((item, place) => (
        <li key={item}>
          <span>{titleOf(item)}</span>
          <button
            type="button"
            class="small"
            aria-label={words.agenda.up(titleOf(item))}
            disabled={place === 0}
            onClick={() => onChange(moved(place, -1))}
          >
            ↑
          </button>
          <button
            type="button"
            class="small"
            aria-label={words.agenda.down(titleOf(item))}
            disabled={place === order.length - 1}
            onClick={() => onChange(moved(place, 1))}
          >
            ↓
          </button>
        </li>
      ))}
    </ol>
  );
}
