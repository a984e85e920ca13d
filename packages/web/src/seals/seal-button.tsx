import type { ComponentType, JSX } from 'preact';
import { Later } from '../shell/later.tsx';
import { Action, Badge } from '../shell/parts.tsx';
import { start } from './device-key.ts';
import type { AskProps, ButtonProps } from './seal-props.ts';

/** Nobody signs without a key on this phone. */
const loadAsk = (): Promise<ComponentType<AskProps>> => import('./sign-ask.tsx').then((part) => part.SignAsk);

/** The question itself; or why this phone cannot answer it. */
export function SealButton(props: ButtonProps): JSX.Element {
  const { item, device, says, session, formats, leave } = props;
  const key = device?.key ?? null;
  const back = (
    <Action icon="back" tone="quiet" onClick={leave}>
      {formats.words.back}
    </Action>
  );
  if (device === undefined) return <p class="soft">{formats.words.loading}</p>;
  if (item.signed)
    return (
      <>
        <div class="card done">
          <Badge tone="green" icon="check">
            {says.yours}
          </Badge>
          <p>{says.othersMissing(formats.number(item.signatures), formats.number(item.needed))}</p>
        </div>
        {back}
      </>
    );
  if (key === null || key.publicKey !== item.key)
    return (
      <>
        <div class="card ochre" role="note">
          <h2>{says.notHere}</h2>
          <p>
            {key === null
              ? says.noKey(formats.said(item.called), start(item.key))
              : says.otherKey(start(item.key), start(key.publicKey))}
          </p>
          <p>{says.commandLine}</p>
          <p>
            <code>
              npx cabildo sign {session.body} {item.index} --key {says.key.file}
            </code>
          </p>
        </div>
        {back}
      </>
    );
  return <Later load={loadAsk} props={{ ...props, kept: key }} formats={formats} />;
}
