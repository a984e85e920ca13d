import './passes.css';
import type { KeyList } from '@cabildo/book';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MeasuresHere } from '../../answers.ts';
import { useWords } from '../../form/words-later.ts';
import { whyNoKeys } from '../../seals/device-key.ts';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { Alert, Badge } from '../../shell/parts.tsx';
import { useSession } from '../../shell/watching.ts';
import { NameKey } from './name-key.tsx';
import { keptNamed, minuteAt, type NamedKey } from './pass-key.ts';
import type { PassProps } from './pass-props.ts';
import { Reconcile } from './reconcile.tsx';
import { RevokePass } from './revoke-pass.tsx';
import { passWords } from './words.ts';
import { WritePass } from './write-pass.tsx';

interface Known {
  readonly list: KeyList | null;
  readonly measures: MeasuresHere['measures'];
}

/** Safe-conducts: the key of this phone in the book, papers written without a network, and what is revoked. */
export function PassesArea({ shell, session, formats }: BodyAreaProps): JSX.Element {
  const words = useWords(passWords, formats);
  const [named, setNamed] = useState<NamedKey | null | undefined>(undefined);
  const [unable, setUnable] = useState(false);
  const known = useList(session);
  const officer = useSession(session).me?.roles?.includes('officer') === true;
  useEffect(() => {
    void keptNamed(shell, session).then(setNamed, () => setNamed(null));
    void whyNoKeys().then((why) => setUnable(why !== null));
  }, [shell, session]);
  if (words === null || named === undefined || known === null) return <p role="status">{formats.words.loading}</p>;
  const props = { shell, session, formats, words };
  const { list, measures } = known;
  const isOver = named !== null && named.until <= minuteAt(Date.now());
  return (
    <>
      <h1>{words.title}</h1>
      <p class="soft">{words.how}</p>
      {unable ? <Alert>{words.noKeys}</Alert> : null}
      {named === null || unable || isOver ? null : (
        <>
          <KeyStanding {...props} named={named} list={list} />
          <WritePass {...props} named={named} />
        </>
      )}
      {(named === null || isOver) && list !== null && !unable ? (
        <NameKey {...props} list={list} measures={measures} onNamed={setNamed} />
      ) : null}
      <RevokePass {...props} list={list} />
      {officer ? <Reconcile {...props} /> : null}
      <div class="foot">
        <a class="plain" href="/pass">
          {words.block}
        </a>
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </>
  );
}

/** Between two questions while the page is looked at: a seal or a revocation is seen without pressing anything. */
const PAUSE_MS = 5_000;

function useList(session: PassProps['session']): Known | null {
  const [known, setKnown] = useState<Known | null>(null);
  const size = useSession(session).me?.size ?? null;
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const [list, here] = await Promise.all([
        session.ask<KeyList>('/passes.json'),
        session.ask<MeasuresHere>('/measures'),
      ]);
      if (over) return;
      timer = setTimeout(() => void look(), PAUSE_MS);
      setKnown((before) => ({
        list: list.kind === 'ok' ? list.value : (before?.list ?? null),
        measures: here.kind === 'ok' ? here.value.measures : (before?.measures ?? []),
      }));
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [session, size]);
  return known;
}

interface KeyStandingProps extends PassProps {
  readonly named: NamedKey;
  readonly list: KeyList | null;
}

function KeyStanding({ formats, words, named, list }: KeyStandingProps): JSX.Element {
  const found = list?.keys.find(({ name }) => name === named.code);
  return (
    <p>
      {words.keyOf(named.code)} {words.keyUntil(formats.day(named.until))}{' '}
      {list === null ? null : found === undefined ? (
        <Badge tone="ochre" icon="clock">
          {words.keyUnsealed}
        </Badge>
      ) : found.withdrawn === undefined ? (
        <Badge tone="green" icon="check">
          {words.keySealed}
        </Badge>
      ) : (
        <Badge tone="red" icon="cross">
          {words.keyWithdrawn}
        </Badge>
      )}
    </p>
  );
}
