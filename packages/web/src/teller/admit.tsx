import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../answers.ts';
import { handedIn } from '../shell/fragment.ts';
import { Action, Badge, Icon, Refusal } from '../shell/parts.tsx';
import { ScanLater } from '../shell/scan-later.tsx';
import { WaitsNote } from './door-count.tsx';
import { useGiving } from './giving.ts';
import type { TellerProps } from './teller-props.ts';

export interface AtDoor {
  readonly member: string;
  readonly name: string;
  readonly channel: 'phone' | 'card' | 'paper' | null;
}

type Channel = NonNullable<AtDoor['channel']>;

const channels = [
  { channel: 'phone', icon: 'check' },
  { channel: 'card', icon: 'card' },
  { channel: 'paper', icon: 'pen' },
] as const;

interface Found {
  readonly people: readonly AtDoor[] | null;
  readonly problem: Problem | null;
  readonly unreachable: boolean;
}

const nobody: Found = { people: null, problem: null, unreachable: false };

/** Somebody comes in: found by name or by their card, and given the one channel of their votes. */
export function Admit(props: TellerProps): JSX.Element {
  const { session, sitting, formats, words } = props;
  const [found, setFound] = useState<Found>(nobody);
  const [person, setPerson] = useState<AtDoor | null>(null);
  const look = async (body: { readonly name: string } | { readonly card: string }): Promise<void> => {
    const reply = await session.ask<{ readonly people: readonly AtDoor[] }>(`/sittings/${sitting}/door/who`, { body });
    if (reply.kind === 'ok') {
      setFound({ ...nobody, people: reply.value.people });
      const [one, ...more] = reply.value.people;
      if (one !== undefined && more.length === 0) setPerson(one);
    } else
      setFound({
        ...nobody,
        problem: reply.kind === 'problem' ? reply.problem : null,
        unreachable: reply.kind === 'unreachable',
      });
  };
  const restart = (): void => {
    setFound(nobody);
    setPerson(null);
  };
  if (person !== null) return <OnePerson {...props} person={person} leave={restart} />;
  return (
    <>
      <h1>{words.door.title}</h1>
      <ByName words={words} look={(name) => void look({ name })} />
      <ScanLater
        label={words.door.scan}
        formats={formats}
        scanned={(text) => {
          void look({ card: handedIn(text)?.card ?? text });
          return true;
        }}
      />
      {found.unreachable ? (
        <p class="refusal" role="status">
          <Icon name="offline" />
          <span>{words.door.offline}</span>
        </p>
      ) : null}
      {found.problem === null ? null : <Refusal said={found.problem.sentences} formats={formats} />}
      {found.people?.length === 0 ? <p role="status">{words.door.none}</p> : null}
      <ul class="counts">
        {found.people?.map((one) => (
          <li key={one.member}>
            <button type="button" onClick={() => setPerson(one)}>
              <span>{one.name}</span>
              {one.channel === null ? null : (
                <Badge tone="green" icon="check">
                  {words.door.here[one.channel]}
                </Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function ByName({ words, look }: Pick<TellerProps, 'words'> & { readonly look: (name: string) => void }): JSX.Element {
  const [name, setName] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (name.trim() !== '') look(name.trim());
  };
  return (
    <form onSubmit={submit}>
      <label for="name">{words.door.search}</label>
      <input
        id="name"
        type="search"
        autocomplete="off"
        maxLength={100}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Action icon="people" tone="indigo" submit>
        {words.door.find}
      </Action>
    </form>
  );
}

function OnePerson({
  person,
  leave,
  session,
  sitting,
  formats,
  words,
}: TellerProps & { readonly person: AtDoor; readonly leave: () => void }): JSX.Element {
  const giving = useGiving(session);
  const [admitted, setAdmitted] = useState<Channel | null>(null);
  const admit = async (channel: Channel): Promise<void> => {
    await giving.give('AdmitAtDoor', { sitting, member: person.member, channel }, () => setAdmitted(channel));
  };
  const how = admitted ?? person.channel;
  return (
    <>
      <h1>{person.name}</h1>
      {how !== null ? (
        <p role="status">
          <Badge tone="green" icon="check">
            {admitted === null ? words.door.here[how] : words.door.admitted[how]}
          </Badge>
        </p>
      ) : (
        <>
          <p>{words.door.how}</p>
          {channels.map(({ channel, icon }) => (
            <div key={channel} class="channel">
              <Action icon={icon} tone="indigo" busy={giving.busy} onClick={() => void admit(channel)}>
                {words.door[channel]}
              </Action>
              <p class="soft">{words.door[`${channel}How`]}</p>
            </div>
          ))}
        </>
      )}
      {giving.refused === null ? null : <Refusal said={giving.refused.sentences} formats={formats} />}
      {giving.waits ? <WaitsNote words={words} /> : null}
      <Action icon="people" tone={how === null ? 'quiet' : 'indigo'} onClick={leave}>
        {words.door.nextPerson}
      </Action>
    </>
  );
}
