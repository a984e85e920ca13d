import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../form/fields.tsx';
import { LineForm, oldLine } from './line-form.tsx';
import type { MeetingProps } from './meeting-props.ts';

export function TaskScreen(props: MeetingProps): JSX.Element {
  const words = props.words.task;
  const old = oldLine(props, 'tasks');
  const [what, setWhat] = useState(old?.what ?? '');
  const [who, setWho] = useState(old?.who ?? '');
  const [until, setUntil] = useState(old?.until ?? '');
  const missing = what.trim() === '';
  return (
    <LineForm
      of={props}
      list="tasks"
      title={words.title}
      made={() => (missing ? null : { what: what.trim(), who: who.trim(), until: until.trim() })}
      fields={(tried) => (
        <>
          <TextField
            id="task-what"
            label={words.what}
            rows={2}
            max={1_000}
            value={what}
            error={tried && missing ? words.missing : null}
            onChange={setWhat}
          />
          <TextField id="task-who" label={words.who} max={200} value={who} onChange={setWho} />
          <TextField id="task-until" label={words.until} max={100} value={until} onChange={setUntil} />
        </>
      )}
    />
  );
}

export function ObjectionScreen(props: MeetingProps): JSX.Element {
  const words = props.words.objection;
  const old = oldLine(props, 'objections');
  const [text, setText] = useState(old?.text ?? '');
  const missing = text.trim() === '';
  return (
    <LineForm
      of={props}
      list="objections"
      title={words.title}
      made={() => (missing ? null : { at: old?.at ?? props.now(), text: text.trim() })}
      fields={(tried) => (
        <TextField
          id="objection-text"
          label={words.text}
          hint={words.how}
          rows={3}
          max={2_000}
          value={text}
          error={tried && missing ? words.missing : null}
          onChange={setText}
        />
      )}
    />
  );
}
