import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action } from '../shell/parts.tsx';
import { Delete } from './delete.tsx';
import { type Item, placed, withItem, without } from './meeting.ts';
import type { MeetingProps } from './meeting-props.ts';

type List = 'decisions' | 'tasks' | 'objections';
type Named = Pick<Item, 'id'>;
type Line<L extends List> = Item[L][number];

/** Of the item that the view names: the line that is being changed, undefined where a new one is written. */
export function oldLine<L extends List>({ meeting, view }: MeetingProps, list: L): Line<L> | undefined {
  const lines: readonly Line<L>[] | undefined = meeting.items.find(({ id }) => id === view.item)?.[list];
  return lines?.find(({ id }) => id === view.of);
}

interface Props<L extends List> {
  readonly of: MeetingProps;
  readonly list: L;
  readonly title: string;
  /** Null while something is missing. */
  made(): Omit<Line<L>, 'id'> | null;
  /** `tried`: to save was pressed, so that what is missing is said. */
  fields(tried: boolean): ComponentChildren;
}

/** A decision, a task or an objection under an item: written, changed or deleted. */
export function LineForm<L extends List>({ of, list, title, made, fields }: Props<L>): JSX.Element | null {
  const { meeting, view, words, newId, change, back } = of;
  const [tried, setTried] = useState(false);
  const item = meeting.items.find(({ id }) => id === view.item);
  if (item === undefined) return null;
  const old = oldLine(of, list);
  const leave = (write: (lines: readonly Named[]) => readonly Named[]): void => {
    change(withItem(meeting, item.id, (one) => ({ ...one, [list]: write(one[list]) })));
    back();
  };
  const save = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    const line = made();
    if (line !== null) leave((lines) => placed(lines, { ...line, id: old?.id ?? newId() }));
  };
  return (
    <form onSubmit={save} noValidate>
      <h1>{title}</h1>
      {fields(tried)}
      <Action icon="check" tone="indigo" submit>
        {words.save}
      </Action>
      {old === undefined ? null : <Delete words={words} onYes={() => leave((lines) => without(lines, old.id))} />}
    </form>
  );
}
