import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { ConsultationProps } from './consultation-props.ts';

interface Asking extends ConsultationProps {
  /** The act that adopted it, or `<late sitting>.<decision>`. */
  readonly resolution: string;
  readonly title: string;
}

/** A suspended resolution goes down, with what was said for it and against it: both, so that no kit argues for one side alone. */
export function AskBases({ resolution, title, session, formats, words, changed }: Asking): JSX.Element {
  const [said, setSaid] = useState({ for: '', against: '' });
  const { busy, trouble, send } = useSending(session, changed);
  const sides = { for: said.for.trim(), against: said.against.trim() };
  const none = sides.for === '' && sides.against === '';
  const ready = !busy && (none || (sides.for !== '' && sides.against !== ''));
  const ask = async (): Promise<void> => {
    const [act, decision] = resolution.split('.').map(Number);
    const late = decision === undefined ? {} : { decision };
    const input = { resolution: act, ...late, ...(none ? {} : { arguments: sides }) };
    await send('IssueConsultation', input);
  };
  return (
    <section class="card" data-resolution={resolution}>
      <h2>{words.ask.title(title)}</h2>
      <p class="soft">{words.ask.how}</p>
      {(['for', 'against'] as const).map((side) => (
        <TextField
          key={side}
          id={`${side}-${resolution}`}
          label={words.ask[side]}
          hint={words.ask.both}
          rows={4}
          max={4_000}
          value={said[side]}
          onChange={(text) => setSaid({ ...said, [side]: text })}
        />
      ))}
      <Action icon="people" tone="indigo" busy={!ready} onClick={() => void ask()}>
        {words.ask.send}
      </Action>
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </section>
  );
}
