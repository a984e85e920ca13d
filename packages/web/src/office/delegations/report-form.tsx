import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { Action } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { SeatProps } from './seat-props.ts';

/** For whoever sits above, or is the alternate: on which votes, and what is to be said of them. */
export function ReportForm({ seat, session, formats, words, changed }: SeatProps): JSX.Element {
  const { report } = words;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [text, setText] = useState('');
  const [done, setDone] = useState(false);
  const { busy, trouble, send } = useSending(session, changed);
  const votes = seat.votes.filter(({ vote, reported }) => !reported && !left.has(vote)).map(({ vote }) => vote);
  const ready = votes.length > 0 && text.trim() !== '' && !busy;
  const deliver = async (): Promise<void> => {
    setDone(false);
    if (!(await send('ReportToBase', { to: seat.above, votes, report: text.trim() }))) return;
    setText('');
    setDone(true);
  };
  const tick = (vote: number, on: boolean): void => {
    setLeft(new Set(on ? [...left].filter((one) => one !== vote) : [...left, vote]));
  };
  return (
    <details>
      <summary>{report.title}</summary>
      {seat.votes.length === 0 ? (
        <p class="soft">{report.noVotes}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) void deliver();
          }}
        >
          <fieldset class="choice">
            <legend>{report.votes}</legend>
            {seat.votes.map(({ vote, title, outcome, reported }) => (
              <label key={vote}>
                <input
                  type="checkbox"
                  checked={!reported && !left.has(vote)}
                  disabled={reported}
                  onChange={({ currentTarget }) => tick(vote, currentTarget.checked)}
                />
                <span>
                  {title}, {report.outcome[outcome] ?? outcome}
                  {reported ? ` (${report.reported})` : ''}
                </span>
              </label>
            ))}
          </fieldset>
          <TextField
            id={`report-${seat.seat}`}
            label={report.text}
            hint={report.textHow}
            rows={6}
            max={4_000}
            value={text}
            onChange={setText}
          />
          <Action icon="pen" tone="indigo" submit busy={!ready}>
            {report.send}
          </Action>
        </form>
      )}
      {done ? (
        <p role="status">{report.sent}</p>
      ) : (
        <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
      )}
    </details>
  );
}
