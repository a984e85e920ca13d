import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../answers.ts';
import { ChoiceField, TextField } from '../../form/fields.tsx';
import { Household } from '../../roll/household.tsx';
import { PhotographLater } from '../../scan/photograph.tsx';
import { type NoKeys, whyNoKeys } from '../../seals/device-key.ts';
import { Action, Refusal } from '../../shell/parts.tsx';
import { ScanLater } from '../../shell/scan-later.tsx';
import { type ContestProps, placesOf } from './contest-props.ts';
import { type Missing, publicKey, useEntering, type Wanted } from './entering.ts';

const MOST_OF_NAME = 80;

interface StandProps extends ContestProps {
  /** Somebody else, who was named in the hall and has accepted. */
  readonly other: boolean;
  readonly leave: () => void;
}

/** What a candidature says: whether it is named, what the statute's parity asks, and of an office the key of its holder's device. */
export function Stand({ other, leave, ...props }: StandProps): JSX.Element {
  const { election, contest, session, formats, words } = props;
  const ofOffices = contest.offices.length > 0;
  const noKeys = useNoKeys(ofOffices && !other);
  const [given, setGiven] = useState<Wanted>({ name: '', woman: null, key: '', person: null });
  const isTyped = ofOffices && (other || noKeys !== null);
  const { busy, trouble, enter } = useEntering(props, given, { other, isTyped, leave });
  const id = (field: string): string => `${field}-${contest.contest}`;
  const keyScanned = (read: string): boolean => {
    const isKey = publicKey.test(read.trim());
    if (isKey) setGiven({ ...given, key: read.trim() });
    return isKey;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void enter();
      }}
    >
      {other ? (
        <Household
          session={session}
          words={words.person}
          chosen={given.person}
          choose={(person) => setGiven({ ...given, person })}
        />
      ) : (
        <p>
          {words.standing} <strong>{placesOf(contest, props)}</strong>
        </p>
      )}
      <TextField
        id={id('name')}
        label={words.name}
        hint={words.nameHow}
        max={MOST_OF_NAME}
        value={given.name}
        onChange={(name) => setGiven({ ...given, name })}
      />
      {election.parity ? (
        <ChoiceField
          name={id('woman')}
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
      {isTyped ? (
        <>
          <ScanLater
            label={words.keyScan}
            formats={formats}
            scanned={keyScanned}
            otherwise={<PhotographLater formats={formats} scanned={keyScanned} />}
          />
          <TextField
            id={id('key')}
            label={words.key}
            hint={`${noKeys === null ? '' : `${words.noKey[noKeys]} `}${words.keyElsewhere}`}
            value={given.key}
            onChange={(key) => setGiven({ ...given, key })}
          />
        </>
      ) : ofOffices ? (
        <p class="soft">{words.keyHere}</p>
      ) : null}
      <Told trouble={trouble} {...{ words, formats }} />
      <Action icon="hand" tone="indigo" submit busy={busy}>
        {other ? words.note : words.enter}
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

interface ToldProps extends Pick<ContestProps, 'words' | 'formats'> {
  readonly trouble: Problem | Missing | 'waits' | null;
}

function Told({ trouble, words, formats }: ToldProps): JSX.Element | null {
  if (trouble === null) return null;
  if (trouble === 'waits') return <p role="status">{words.waits}</p>;
  const said = typeof trouble === 'object' ? trouble.sentences : { es: words[trouble], en: words[trouble] };
  return <Refusal said={said} formats={formats} />;
}
