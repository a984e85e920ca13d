import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../form/fields.tsx';
import type { Formats } from '../shell/formats.ts';
import { Action } from '../shell/parts.tsx';
import { hoursOf } from './hours.ts';
import { agendaOf, beginMeeting, type Meeting } from './meeting.ts';
import type { MeetingWords } from './words-es.ts';

interface BeginProps {
  /** The last meeting here: whoever meets every week has the name and the place written already. */
  readonly last: Meeting | undefined;
  readonly words: MeetingWords;
  readonly formats: Formats;
  now(): string;
  newId(): string;
  onBegun(meeting: Meeting): void;
}

export function Begin({ last, words, formats, now, newId, onBegun }: BeginProps): JSX.Element {
  const [assembly, setAssembly] = useState(last?.assembly ?? '');
  const [place, setPlace] = useState(last?.place ?? '');
  const [agenda, setAgenda] = useState('');
  const [missing, setMissing] = useState(false);
  const offsetMinutes = -new Date().getTimezoneOffset();
  const begin = (event: Event): void => {
    event.preventDefault();
    if (assembly.trim() === '') {
      setMissing(true);
      document.getElementById('assembly')?.focus();
      return;
    }
    const { presides = '', writes = '' } = last ?? {};
    const items = agendaOf(agenda);
    onBegun(
      beginMeeting({
        id: newId(),
        at: now(),
        offsetMinutes,
        assembly: assembly.trim(),
        place: place.trim(),
        agenda: items.length === 0 ? [words.form.oneItem] : items,
        presides,
        writes,
        newId,
      }),
    );
  };
  return (
    <form onSubmit={begin} noValidate>
      <h1>{words.start}</h1>
      <TextField
        id="assembly"
        label={words.form.assembly}
        value={assembly}
        max={200}
        error={missing && assembly.trim() === '' ? words.form.assemblyMissing : null}
        onChange={setAssembly}
      />
      <TextField id="place" label={words.form.place} value={place} max={160} onChange={setPlace} />
      <TextField
        id="agenda"
        label={words.form.agenda}
        hint={words.form.agendaHow}
        value={agenda}
        rows={4}
        max={4_000}
        onChange={setAgenda}
      />
      <Action icon="check" tone="indigo" submit>
        {words.form.go(hoursOf(formats.locale, offsetMinutes).clock(now()))}
      </Action>
    </form>
  );
}
