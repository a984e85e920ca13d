import type { JSX } from 'preact';
import { Mark } from '../form/press.tsx';
import type { Item } from './meeting.ts';
import type { MeetingProps } from './meeting-props.ts';

interface Line {
  readonly id: string;
  readonly at: 'decision' | 'task' | 'objection';
  readonly mark: 'check' | 'cross' | 'list' | 'alert';
  readonly tone: string;
  readonly name: string;
  readonly text: string;
}

/** What was decided, objected to and given out in an item; each is changed by touching it. */
export function Said({ meeting, words, go, item }: MeetingProps & { readonly item: Item }): JSX.Element | null {
  const lines: readonly Line[] = [
    ...item.decisions.map(
      ({ id, text, adopted }): Line => ({
        id,
        at: 'decision',
        mark: adopted ? 'check' : 'cross',
        tone: adopted ? 'green' : 'red',
        name: adopted ? words.decision.adopted : words.decision.notAdopted,
        text,
      }),
    ),
    ...item.objections.map(
      ({ id, text }): Line => ({
        id,
        at: 'objection',
        mark: 'alert',
        tone: 'ochre',
        name: words.hall.objection,
        text,
      }),
    ),
    ...item.tasks.map(
      ({ id, what }): Line => ({
        id,
        at: 'task',
        mark: 'list',
        tone: 'indigo',
        name: words.hall.task,
        text: what,
      }),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <ul class="said-here">
      {lines.map(({ id, at, mark, tone, name, text }) => (
        <li key={id}>
          <button type="button" onClick={() => go({ at, meeting: meeting.id, item: item.id, of: id })}>
            <span class={`badge ${tone}`}>
              <Mark name={mark} />
              {name}
            </span>
            <span class="text">{text}</span>
            <span class="soft">{words.edit}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
