import { newTrusteeSecret } from '@cabildo/ballot';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Qr } from '../../qr/qr.tsx';
import { Action, Icon } from '../../shell/parts.tsx';
import { download } from '../download.ts';
import { browserRandom } from '../machine.ts';
import { Alert } from '../said.tsx';
import { codeOfKey, fileOfKey, type KeyPlace, nameOfKeyFile } from './key-paper.ts';
import { SecretIn } from './secret-in.tsx';
import type { SeatProps } from './trustee-props.ts';

interface MakeKeyProps extends SeatProps {
  /** The key was read back. */
  readonly made: (secret: string) => void;
}

/** Made, kept, and read back before it counts. */
export function MakeKey({ made, ...props }: MakeKeyProps): JSX.Element {
  const { words, tongue, board, seat } = props;
  const { status } = board;
  const [secret, setSecret] = useState<string | null>(null);
  const [isKept, setKept] = useState(false);
  const place: KeyPlace = { election: status.election, seat };
  useEffect(() => {
    if (secret === null) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [secret]);
  if (secret === null)
    return (
      <>
        <h1>{words.make.title}</h1>
        <p>{words.make.how(tongue.number(status.threshold), tongue.number(status.trustees.length))}</p>
        <Action icon="key" tone="indigo" onClick={() => setSecret(newTrusteeSecret(browserRandom))}>
          {words.make.go}
        </Action>
        <p class="soft">{words.make.alone}</p>
      </>
    );
  if (!isKept) return <Keep {...props} {...{ place, secret }} done={() => setKept(true)} />;
  return (
    <>
      <h1>{words.back.title}</h1>
      <p>{words.back.how}</p>
      <SecretIn
        {...props}
        place={place}
        take={(read) => {
          if (read !== secret) return words.secret.other;
          made(secret);
          return null;
        }}
      />
      <button type="button" class="plain" onClick={() => setKept(false)}>
        {words.back.again}
      </button>
    </>
  );
}

interface KeepProps extends SeatProps {
  readonly place: KeyPlace;
  readonly secret: string;
  readonly done: () => void;
}

function Keep({ place, secret, done, words, tongue, board }: KeepProps): JSX.Element {
  const { title } = board.status;
  return (
    <>
      <h1 class="no-print">{words.keep.title}</h1>
      <p class="no-print">{words.keep.how}</p>
      <section class="card key-paper">
        <p class="soft">{title}</p>
        <h2>{words.seat(tongue.number(place.seat))}</h2>
        <Qr text={codeOfKey(place, secret)} label={words.keep.code} />
        <h3>{words.keep.characters}</h3>
        <p class="code-text large">{secret}</p>
        <Alert>{words.keep.warn}</Alert>
        <p class="soft">{place.election}</p>
      </section>
      <div class="no-print">
        <Action
          icon="book"
          tone="indigo"
          onClick={() => download(nameOfKeyFile(place), fileOfKey(place, title, secret))}
        >
          {words.keep.file}
        </Action>
        <Action icon="copy" tone="quiet" onClick={() => print()}>
          {words.keep.paper}
        </Action>
        <button type="button" class="plain with-icon" onClick={done}>
          <Icon name="check" />
          <span>{words.keep.done}</span>
        </button>
      </div>
    </>
  );
}
