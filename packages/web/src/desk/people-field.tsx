import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../shell/session.ts';
import { ChoiceField, Field } from './fields.tsx';
import type { DeskProps } from './props.ts';
import { useSeats } from './seats.ts';

interface Props extends Pick<DeskProps, 'live' | 'session' | 'words'> {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** So many people of this body: by name from the roll, or by seat where delegates sit. */
export function PeopleField({ live, session, words, chosen, onChange }: Props): JSX.Element {
  return (
    <>
      {chosen.map((holder, place) => (
        <PersonField
          key={place}
          label={words.fields.person(String(place + 1))}
          {...{ live, session, words, holder }}
          onChange={(one) => onChange(chosen.map((other, at) => (at === place ? one : other)))}
        />
      ))}
    </>
  );
}

interface PersonProps extends Pick<DeskProps, 'live' | 'session' | 'words'> {
  readonly label: string;
  readonly holder: string;
  readonly onChange: (holder: string) => void;
}

export const PersonField = (props: PersonProps): JSX.Element =>
  props.live.delegates ? <SeatField {...props} /> : <NameField {...props} />;

interface Found {
  readonly member: string;
  readonly name: string;
}

/** Long enough that a word is typed without a question for every letter. */
const TYPING_MS = 250;

function NameField({ label, live, session, words, holder, onChange }: PersonProps): JSX.Element {
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly Found[] | null>(null);
  useEffect(() => {
    if (name.trim() === '' || holder !== '') return setFound(null);
    let stale = false;
    const timer = setTimeout(() => {
      void lookFor(session, live.sitting, name.trim()).then((people) => {
        if (!stale) setFound(people);
      });
    }, TYPING_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [name, holder, session, live.sitting]);
  if (holder !== '')
    return (
      <p class="chosen">
        <span>
          {label}: <strong>{name}</strong>
        </span>
        <button type="button" class="plain" onClick={() => onChange('')}>
          {words.fields.change}
        </button>
      </p>
    );
  return (
    <div class="person">
      <Field label={`${label}: ${words.fields.search.toLowerCase()}`}>
        <input
          type="text"
          autoComplete="off"
          placeholder={words.fields.searchHow}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </Field>
      <div role="status">
        {found !== null && found.length === 0 ? <p class="soft">{words.fields.nobodyFound}</p> : null}
      </div>
      <ul class="found">
        {(found ?? []).map((one) => (
          <li key={one.member}>
            <button
              type="button"
              class="small wide"
              onClick={() => {
                setName(one.name);
                onChange(one.member);
              }}
            >
              {one.name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

async function lookFor(session: Session, sitting: number, name: string): Promise<readonly Found[]> {
  const reply = await session.ask<{ people: readonly Found[] }>(`/sittings/${sitting}/door/who`, { body: { name } });
  return reply.kind === 'ok' ? reply.value.people : [];
}

function SeatField({ label, live, session, words, holder, onChange }: PersonProps): JSX.Element {
  const seats = useSeats(session, words, live.size) ?? [];
  const held = seats.flatMap(({ key, said, sitting }) => (sitting === null ? [] : [[key, said] as const]));
  return <ChoiceField label={label} value={holder} among={[['', ''], ...held]} onChange={onChange} />;
}
