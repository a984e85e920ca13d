import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { handedIn } from '../shell/fragment.ts';
import { Action, Refusal } from '../shell/parts.tsx';
import { ScanLater } from '../shell/scan-later.tsx';
import { useShell } from '../shell/watching.ts';
import type { ScreenProps } from './screen-props.ts';

type CheckInProps = ScreenProps & { readonly sitting: number };

/** The button of whoever has come in; where the door has a code, the camera that reads it. */
export function CheckIn(props: CheckInProps): JSX.Element {
  const { shell, member, state, formats, words, sitting } = props;
  const { door } = useShell(shell);
  const read = door?.sitting === sitting ? door.door : null;
  const trouble = state.trouble?.at === 'check-in' ? state.trouble : null;
  const go = (code: string | null): void => void member.checkIn(sitting, code).then(() => shell.forgetDoor());
  return (
    <>
      <Action icon="hand" tone="indigo" busy={state.busy === 'check-in'} onClick={() => go(read)}>
        {words.sittings.here}
      </Action>
      {trouble === null ? null : <Refusal said={trouble.sentences} formats={formats} />}
      {trouble?.code.startsWith('door-code') === true ? <DoorCode {...props} go={go} /> : null}
      <p class="soft">{read === null ? words.sittings.hereHow : words.sittings.doorRead}</p>
    </>
  );
}

/** Eight characters, for a camera or for fingers. */
function DoorCode({ state, formats, words, go }: CheckInProps & { readonly go: (code: string) => void }): JSX.Element {
  const [code, setCode] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (code.trim() !== '') go(code.trim());
  };
  const scanned = (text: string): boolean => {
    const door = handedIn(text)?.door ?? null;
    if (door !== null) go(door);
    return door !== null;
  };
  return (
    <form onSubmit={submit}>
      <ScanLater label={words.sittings.scanDoor} formats={formats} scanned={scanned} />
      <label for="door">{words.sittings.doorCode}</label>
      <input
        id="door"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxLength={24}
        value={code}
        onInput={(event) => setCode(event.currentTarget.value)}
      />
      <Action icon="hand" tone="quiet" submit busy={state.busy === 'check-in'}>
        {words.sittings.withCode}
      </Action>
    </form>
  );
}
