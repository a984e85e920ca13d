import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../form/fields.tsx';
import { Action } from '../shell/parts.tsx';
import { Delete } from './delete.tsx';
import { placed, withItem, without } from './meeting.ts';
import type { MeetingProps } from './meeting-props.ts';

export function TaskScreen(props: MeetingProps): JSX.Element | null {
  const { meeting, view, words: all, newId, change, back } = props;
  const item = meeting.items.find(({ id }) => id === view.item);
  const old = item?.tasks.find(({ id }) => id === view.of);
  const [what, setWhat] = useState(old?.what ?? '');
  const [who, setWho] = useState(old?.who ?? '');
  const [until, setUntil] = useState(old?.until ?? '');
  const [tried, setTried] = useState(false);
  if (item === undefined) return null;
  const words = all.task;
  const save = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (what.trim() === '') return;
    const task = { id: old?.id ?? newId(), what: what.trim(), who: who.trim(), until: until.trim() };
    change(withItem(meeting, item.id, (one) => ({ ...one, tasks: placed(one.tasks, task) })));
    back();
  };
  return (
    <form onSubmit={save} noValidate>
      <h1>{words.title}</h1>
      <TextField
        id="task-what"
        label={words.what}
        rows={2}
        max={1_000}
        value={what}
        error={tried && what.trim() === '' ? words.missing : null}
        onChange={setWhat}
      />
      <TextField id="task-who" label={words.who} max={200} value={who} onChange={setWho} />
      <TextField id="task-until" label={words.until} max={100} value={until} onChange={setUntil} />
      <Action icon="check" tone="indigo" submit>
        {all.save}
      </Action>
      {old === undefined ? null : (
        <Delete
          words={all}
          onYes={() => {
            change(withItem(meeting, item.id, (one) => ({ ...one, tasks: without(one.tasks, old.id) })));
            back();
          }}
        />
      )}
    </form>
  );
}

export function ObjectionScreen(props: MeetingProps): JSX.Element | null {
  const { meeting, view, words: all, now, newId, change, back } = props;
  const item = meeting.items.find(({ id }) => id === view.item);
  const old = item?.objections.find(({ id }) => id === view.of);
  const [text, setText] = useState(old?.text ?? '');
  const [tried, setTried] = useState(false);
  if (item === undefined) return null;
  const words = all.objection;
  const save = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '') return;
    const objection = { id: old?.id ?? newId(), at: old?.at ?? now(), text: text.trim() };
    change(withItem(meeting, item.id, (one) => ({ ...one, objections: placed(one.objections, objection) })));
    back();
  };
  return (
    <form onSubmit={save} noValidate>
      <h1>{words.title}</h1>
      <TextField
        id="objection-text"
        label={words.text}
        hint={words.how}
        rows={3}
        max={2_000}
        value={text}
        error={tried && text.trim() === '' ? words.missing : null}
        onChange={setText}
      />
      <Action icon="check" tone="indigo" submit>
        {all.save}
      </Action>
      {old === undefined ? null : (
        <Delete
          words={all}
          onYes={() => {
            change(withItem(meeting, item.id, (one) => ({ ...one, objections: without(one.objections, old.id) })));
            back();
          }}
        />
      )}
    </form>
  );
}
