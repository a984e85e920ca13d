import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action } from '../../shell/parts.tsx';
import type { Session } from '../../shell/session.ts';
import type { PartProps } from './parts.ts';

interface Props extends PartProps {
  /** Of an officer of the committee: it is their word. */
  readonly session: Session;
  readonly said: { readonly title: string; readonly how: string; readonly words: string; readonly send: string };
  readonly command: 'ReportHandOver' | 'ProposeReportCorrection';
  /** Null while something is missing. */
  readonly input: (() => Readonly<Record<string, unknown>>) | null;
  readonly back: () => void;
  readonly children: ComponentChildren;
}

/** What an officer writes down of a hand-over, with the reason in their words. */
export function OfficersWord(props: Props): JSX.Element {
  const { phone, session, words, formats, said, command, input, back, children } = props;
  const [reason, setReason] = useState('');
  const { busy, trouble, send } = useSending(session);
  const write = async (): Promise<void> => {
    if (busy || input === null || reason.trim() === '') return;
    if ((await send(command, { ...input(), words: reason.trim() })) === null) return;
    phone.wake();
    back();
  };
  return (
    <>
      <h1>{said.title}</h1>
      <p class="soft">{said.how}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        {children}
        <TextField
          id="officers-word"
          label={said.words}
          hint={words.report.wordsHow}
          value={reason}
          rows={3}
          max={200}
          onChange={setReason}
        />
        <TroubleNote trouble={trouble} waits={words.report.waits} formats={formats} />
        <Action icon="pen" tone="indigo" submit busy={busy || input === null || reason.trim() === ''}>
          {said.send}
        </Action>
      </form>
      <Action icon="back" tone="quiet" onClick={back}>
        {formats.words.back}
      </Action>
    </>
  );
}
