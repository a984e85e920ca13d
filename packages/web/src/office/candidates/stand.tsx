import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Actor, Problem } from '../../answers.ts';
import { ChoiceField, TextField } from '../../form/fields.tsx';
import { makeKey, type NoKeys, whyNoKeys } from '../../seals/device-key.ts';
import { keyHolderOf } from '../../seals/key-store.ts';
import { Action, Refusal } from '../../shell/parts.tsx';
import { useSession } from '../../shell/watching.ts';
import { type ContestProps, placesOf } from './contest-props.ts';

const MOST_OF_NAME = 80;

/** As the book knows whoever stands. */
function holderOf(actor: Actor | undefined): string | null {
  if (actor?.kind === 'member') return actor.member;
  return actor?.kind === 'seat' ? `${actor.below}#${actor.seat}` : null;
}

type Trouble = Problem | 'waits' | 'not-kept' | 'parity-missing';

interface Given {
  readonly name: string;
  readonly woman: 'yes' | 'no' | null;
}

/** What a candidature says: whether it is named, what the statute's parity asks, and of an office the key that this device makes. */
export function Stand(props: ContestProps & { readonly leave: () => void }): JSX.Element {
  const { election, contest, formats, words, leave } = props;
  const [given, setGiven] = useState<Given>({ name: '', woman: null });
  const { busy, trouble, enter } = useEntering(props, given);
  const ofOffices = contest.offices.length > 0;
  const noKeys = useNoKeys(ofOffices);
  if (noKeys !== null)
    return (
      <>
        <p class="card ochre">{words.noKey[noKeys]}</p>
        <Action icon="back" tone="quiet" onClick={leave}>
          {words.change}
        </Action>
      </>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void enter();
      }}
    >
      <p>
        {words.standing} <strong>{placesOf(contest, props)}</strong>
      </p>
      <TextField
        id={`name-${contest.contest}`}
        label={words.name}
        hint={words.nameHow}
        max={MOST_OF_NAME}
        value={given.name}
        onChange={(name) => setGiven({ ...given, name })}
      />
      {election.parity ? (
        <ChoiceField
          name={`woman-${contest.contest}`}
          label={words.parity}
          value={given.woman}
          choices={[
            { value: 'yes', words: words.yes },
            { value: 'no', words: words.no },
          ]}
          inRow
          onChange={(woman) => setGiven({ ...given, woman })}
        />
      ) : null}
      {ofOffices ? <p class="soft">{words.key}</p> : null}
      <Told trouble={trouble} {...{ words, formats }} />
      <Action icon="hand" tone="indigo" submit busy={busy}>
        {words.enter}
      </Action>
      <Action icon="back" tone="quiet" onClick={leave}>
        {words.change}
      </Action>
    </form>
  );
}

function useNoKeys(wanted: boolean): NoKeys | null {
  const [noKeys, setNoKeys] = useState<NoKeys | null>(null);
  useEffect(() => {
    if (wanted) void whyNoKeys().then(setNoKeys);
  }, [wanted]);
  return noKeys;
}

function useEntering({ session, election, contest }: ContestProps, { name, woman }: Given) {
  const { me } = useSession(session);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const entered = async (): Promise<Trouble | null> => {
    const holder = holderOf(me?.actor);
    if (holder === null) return null;
    if (election.parity && woman === null) return 'parity-missing';
    const isOffice = contest.offices.length > 0;
    const made = isOffice ? await makeKey(session.body, keyHolderOf(me?.actor)).catch(() => null) : undefined;
    if (made === null) return 'not-kept';
    const sent = await session.send('EnterCandidature', {
      motion: election.motion,
      contest: contest.contest,
      holder,
      ...(made === undefined ? {} : { key: made.publicKey }),
      ...(election.parity ? { woman: woman === 'yes' } : {}),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    });
    return sent.kind === 'refused' ? sent.problem : sent.kind === 'waiting' ? 'waits' : null;
  };
  const enter = async (): Promise<void> => {
    setBusy(true);
    setTrouble(await entered());
    setBusy(false);
  };
  return { busy, trouble, enter };
}

function Told({
  trouble,
  words,
  formats,
}: Pick<ContestProps, 'words' | 'formats'> & { readonly trouble: Trouble | null }): JSX.Element | null {
  if (trouble === null) return null;
  if (trouble === 'waits') return <p role="status">{words.waits}</p>;
  if (typeof trouble === 'object') return <Refusal said={trouble.sentences} formats={formats} />;
  const said = trouble === 'not-kept' ? words.notKept : words.parityMissing;
  return <Refusal said={{ es: said, en: said }} formats={formats} />;
}
