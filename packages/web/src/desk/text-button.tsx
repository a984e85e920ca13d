import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Step } from '../live-answer.ts';
import { Action } from '../shell/parts.tsx';
import { hashOf } from './announced.ts';
import { TextField } from './fields.tsx';
import type { DeskProps } from './props.ts';
import { useSending } from './sending.ts';
import { SentNote, StepButton } from './step-button.tsx';

/** Names the text of an item: the book gets its hash, and everybody may read the words beside it. */
export function TextButton({ step, ...props }: DeskProps & { readonly step: Step }): JSX.Element {
  const { words, formats, session } = props;
  const [text, setText] = useState('');
  const { busy, sent, send } = useSending(session);
  if (!step.lawful)
    return <StepButton {...props} step={step} label={`${words.steps.NameNoticeText}: ${step.about?.title}`} />;
  const name = async (): Promise<void> => {
    await send(step.command, { ...step.input, textHash: hashOf(text), text });
  };
  return (
    <form
      class="missing"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !busy) void name();
      }}
    >
      <TextField
        label={step.about?.title ?? words.fields.text}
        most={20_000}
        lines={4}
        value={text}
        onChange={setText}
      />
      <Action icon="pen" tone="indigo" submit busy={busy}>
        {words.steps.NameNoticeText}
      </Action>
      <SentNote sent={sent} words={words} formats={formats} />
    </form>
  );
}
