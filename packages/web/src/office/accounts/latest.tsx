import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { Action, Badge } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { Entry } from './accounts-answer.ts';
import { type AccountsProps, moneySaid } from './accounts-props.ts';

/** The latest entries; of those of others that need it the second signature, of all of them the way to turn one round. */
export function Latest(props: AccountsProps): JSX.Element {
  const { known, words } = props;
  return (
    <section aria-labelledby="latest">
      <h2 id="latest">{words.latest.title}</h2>
      {known.entries.length === 0 ? <p>{words.latest.none}</p> : null}
      {known.entries.map((entry) => (
        <OneEntry key={entry.act} entry={entry} {...props} />
      ))}
    </section>
  );
}

function OneEntry(props: AccountsProps & { readonly entry: Entry }): JSX.Element {
  const { entry, known, session, formats, words, changed } = props;
  const { latest } = words;
  const { busy, trouble, send } = useSending(session, changed);
  const countersign = async (): Promise<void> => {
    await send('CountersignEntry', { entry: entry.act });
  };
  return (
    <article class="card" data-entry={entry.act}>
      <h3>
        {entry.day} · {entry.words}
      </h3>
      <ul>
        {entry.lines.map(({ account, commodity, amount }) => (
          <li key={`${account} ${commodity}`}>
            {account} {moneySaid(known, amount, commodity, formats)}
          </li>
        ))}
      </ul>
      <p>
        <a class="plain" href={`/b/${encodeURIComponent(session.body)}/acts/${entry.act}`}>
          {words.act(formats.number(entry.act))}
        </a>
      </p>
      {entry.reversed ? (
        <Badge tone="ochre" icon="cross">
          {latest.reversed}
        </Badge>
      ) : null}
      {entry.single ? (
        <Badge tone="ochre" icon="clock">
          {latest.single}
        </Badge>
      ) : null}
      {entry.single && known.mayBook && !entry.own ? (
        <Action icon="pen" tone="indigo" busy={busy} onClick={() => void countersign()}>
          {latest.countersign}
        </Action>
      ) : null}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
      {known.mayBook && !entry.reversed ? <Reverse {...props} /> : null}
    </article>
  );
}

function Reverse({ entry, known, session, formats, words, changed }: AccountsProps & { readonly entry: Entry }) {
  const { latest } = words;
  const [reason, setReason] = useState('');
  const { busy, trouble, send } = useSending(session, changed);
  const ready = !busy && reason.trim() !== '';
  const reverse = async (): Promise<void> => {
    await send('ReverseEntry', { entry: entry.act, day: known.today, reason: reason.trim() });
  };
  return (
    <details>
      <summary>{latest.reverse}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void reverse();
        }}
      >
        <TextField
          id={`reverse-${entry.act}`}
          label={latest.reason}
          hint={latest.reverseHow}
          max={200}
          value={reason}
          onChange={setReason}
        />
        <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
        <Action icon="cross" tone="quiet" submit busy={!ready}>
          {latest.send}
        </Action>
      </form>
    </details>
  );
}
