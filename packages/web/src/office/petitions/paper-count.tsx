import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Sentences } from '../../answers.ts';
import { NumberField, TextField } from '../../form/fields.tsx';
import { Action, Badge, Refusal } from '../../shell/parts.tsx';
import { TroubleNote, useSending } from '../sending.tsx';
import type { OnePetition } from './petition-props.ts';

type Counting = OnePetition & { readonly counts: { readonly round: number; readonly entered: boolean } };

/** For each of the two who count the lists on paper. */
export function PaperCount(props: Counting): JSX.Element {
  const { petition, counts, session, formats, words, changed } = props;
  const { paper } = words;
  const [signatures, setSignatures] = useState<number | null>(null);
  const { busy, trouble, send } = useSending(session, changed);
  const enter = async (): Promise<void> => {
    if (signatures === null || busy) return;
    const sent = await send('CountPetition', { petition: petition.petition, round: counts.round, signatures });
    if (!sent) return;
    setSignatures(null);
  };
  return (
    <details>
      <summary>{paper.title}</summary>
      <p class="soft">{paper.how}</p>
      <Struck {...props} />
      {counts.entered ? (
        <p role="status">{paper.entered}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void enter();
          }}
        >
          <NumberField
            id={`paper-${petition.petition}`}
            label={paper.number}
            hint={paper.round(formats.number(counts.round))}
            value={signatures}
            onChange={setSignatures}
          />
          <Action icon="pen" tone="indigo" submit busy={busy || signatures === null}>
            {paper.send}
          </Action>
        </form>
      )}
      <TroubleNote trouble={trouble} waits={words.waits} inBook={words.inBook} formats={formats} />
    </details>
  );
}

interface Found {
  readonly people: readonly { readonly name: string; readonly signed: boolean }[];
}

/** Nobody counts twice: a name on the list is looked up among those who have signed on their phones. */
function Struck({ petition, session, formats, words: { paper } }: Counting): JSX.Element {
  const [name, setName] = useState('');
  const [found, setFound] = useState<Found['people'] | { readonly refused: Sentences | null } | null>(null);
  const look = async (): Promise<void> => {
    if (name.trim() === '') return;
    const reply = await session.ask<Found>(`/petitions/${petition.petition}/signed`, { body: { name: name.trim() } });
    setFound(
      reply.kind === 'ok' ? reply.value.people : { refused: reply.kind === 'problem' ? reply.problem.sentences : null },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <TextField
        id={`who-${petition.petition}`}
        label={paper.who}
        hint={paper.whoHow}
        max={100}
        value={name}
        onChange={setName}
      />
      <Action icon="people" tone="quiet" submit>
        {paper.ask}
      </Action>
      <div role="status">
        {found === null ? null : 'refused' in found ? (
          <Refusal said={found.refused} formats={formats} />
        ) : found.length === 0 ? (
          <p>{paper.nobody}</p>
        ) : (
          <ul class="struck">
            {found.map((one) => (
              <li key={one.name}>
                {one.name}{' '}
                <Badge tone={one.signed ? 'red' : 'green'} icon={one.signed ? 'cross' : 'check'}>
                  {one.signed ? paper.strike : paper.counts}
                </Badge>
              </li>
            ))}
          </ul>
        )}
      </div>
    </form>
  );
}
