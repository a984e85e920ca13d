import type { JSX } from 'preact';
import { Action, Refusal } from '../shell/parts.tsx';
import type { ScreenProps } from './screen-props.ts';

/** The button of whoever has come in. */
export function CheckIn(props: ScreenProps & { readonly sitting: number }): JSX.Element {
  const { member, state, formats, words, sitting } = props;
  return (
    <>
      <Action icon="hand" tone="indigo" busy={state.busy === 'check-in'} onClick={() => void member.checkIn(sitting)}>
        {words.sittings.here}
      </Action>
      {state.trouble?.at === 'check-in' ? <Refusal said={state.trouble.sentences} formats={formats} /> : null}
      <p class="soft">{words.sittings.hereHow}</p>
    </>
  );
}
