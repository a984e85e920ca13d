import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScreenProps } from '../screen-props.ts';
import { Action, Icon } from './parts.tsx';

/** The screens of seals are for a few people: they are loaded when somebody opens them, not with the page. */
export function SealsLater(props: ScreenProps): JSX.Element {
  const { phone, formats } = props;
  const [Screen, setScreen] = useState<((props: ScreenProps) => JSX.Element) | null>(null);
  const [failed, setFailed] = useState(false);
  const load = (): void => {
    setFailed(false);
    import('./seals.tsx').then(
      ({ Seals }) => setScreen(() => Seals),
      () => setFailed(true),
    );
  };
  useEffect(load, []);
  if (Screen !== null) return <Screen {...props} />;
  if (!failed) return <p class="soft">{formats.words.loading}</p>;
  return (
    <>
      <p class="refusal" role="alert">
        <Icon name="offline" />
        <span>{formats.words.unreachable}</span>
      </p>
      <Action icon="shield" tone="indigo" onClick={load}>
        {formats.words.seals.again}
      </Action>
      <button type="button" class="plain" onClick={() => phone.showSeals(false)}>
        {formats.words.seals.back}
      </button>
    </>
  );
}
