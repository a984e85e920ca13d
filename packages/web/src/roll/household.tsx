import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../form/fields.tsx';
import type { Session } from '../shell/session.ts';
import type { RollWords } from './words.ts';

export interface OnRoll {
  readonly member: string;
  readonly name: string;
}

interface Props {
  readonly session: Session;
  readonly words: Pick<RollWords, 'household' | 'householdHow' | 'none' | 'change'>;
  readonly chosen: OnRoll | null;
  readonly choose: (person: OnRoll | null) => void;
}

/** Long enough that a word is typed without a question for every letter. */
const TYPING_MS = 250;

/** With whom somebody lives: found by a part of their name among those on the roll. */
export function Household({ session, words, chosen, choose }: Props): JSX.Element {
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly OnRoll[] | null>(null);
  useEffect(() => {
    setFound(null);
    if (name.trim() === '') return;
    let stale = false;
    const timer = setTimeout(() => {
      void session.ask<{ readonly people: readonly OnRoll[] }>('/roll/who', { body: { name } }).then((reply) => {
        if (!stale && reply.kind === 'ok') setFound(reply.value.people);
      });
    }, TYPING_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [name, session]);
  if (chosen !== null)
    return (
      <p>
        {words.household}: <strong>{chosen.name}</strong>{' '}
        <button type="button" class="plain" onClick={() => choose(null)}>
          {words.change}
        </button>
      </p>
    );
  return (
    <>
      <TextField
        id="household"
        label={words.household}
        hint={words.householdHow}
        max={100}
        value={name}
        onChange={setName}
      />
      <div role="status">{found?.length === 0 ? <p class="soft">{words.none}</p> : null}</div>
      <ul class="choose">
        {found?.map((person) => (
          <li key={person.member}>
            <button
              type="button"
              class="action quiet"
              onClick={() => {
                setName('');
                choose(person);
              }}
            >
              <span>{person.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
