import type { JSX } from 'preact';
import type { ScreenProps } from '../screen-props.ts';
import { Action, Refusal } from './parts.tsx';

/** The button of whoever has come in. */
export function CheckIn({ phone, state, formats, sitting }: ScreenProps & { readonly sitting: number }): JSX.Element {
  const { words } = formats;
  return (
    <>
      <Action icon="hand" tone="indigo" busy={state.busy === 'check-in'} onClick={() => void phone.checkIn(sitting)}>
        {words.sittings.here}
      </Action>
      <Refusal trouble={state.trouble} at="check-in" formats={formats} />
      <p class="soft">{words.sittings.hereHow}</p>
    </>
  );
}
