import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatsFor, keepLanguage, type Language, preferredLanguage } from './language.ts';
import type { Phone } from './phone.ts';
import type { PhoneState } from './phone-state.ts';
import type { ScreenProps } from './screen-props.ts';
import { Hall } from './screens/hall.tsx';
import { Icon } from './screens/parts.tsx';
import { ResultScreen } from './screens/result.tsx';
import { SealsLater } from './screens/seals-later.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Unsent } from './screens/unsent.tsx';
import { Vote } from './screens/vote.tsx';

type ScreenName = 'sign-in' | 'loading' | 'unsent' | 'vote' | 'seals' | 'result' | 'hall';

const screens: Readonly<Record<Exclude<ScreenName, 'loading'>, (props: ScreenProps) => JSX.Element | null>> = {
  'sign-in': SignIn,
  unsent: Unsent,
  vote: Vote,
  seals: SealsLater,
  result: ResultScreen,
  hall: Hall,
};

/** One question a screen: which one is asked now? */
function screenOf({ body, me, bodies, busy, gone, unsent, sealing, result }: PhoneState): ScreenName {
  if (gone || (bodies !== null && me === null)) return 'sign-in';
  if (unsent !== null) return 'unsent';
  if (me === null || body === null) return busy === null && body === null ? 'sign-in' : 'loading';
  if (me.openVotes.length > 0) return 'vote';
  if (sealing) return 'seals';
  return result === null ? 'hall' : 'result';
}

export function App({ phone }: { readonly phone: Phone }): JSX.Element {
  const [state, setState] = useState(phone.state);
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  useEffect(() => phone.listen(setState), [phone]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const formats = formatsFor(language);
  const { words } = formats;
  const name = screenOf(state);
  const Screen = name === 'loading' ? null : screens[name];
  const change = (): void => {
    const other = language === 'es' ? 'en' : 'es';
    keepLanguage(other);
    setLanguage(other);
  };
  return (
    <>
      <header>
        <strong>{state.title === '' ? words.name : state.title}</strong>
        <button type="button" class="plain" lang={language === 'es' ? 'en' : 'es'} onClick={change}>
          {words.other}
        </button>
      </header>
      <News state={state} formats={formats} />
      <Focused
        name={name === 'vote' ? `vote-${state.me?.openVotes.at(-1)?.vote}-${state.me?.openVotes.at(-1)?.voted}` : name}
      >
        {Screen === null ? (
          <p class="soft">{words.loading}</p>
        ) : (
          <Screen phone={phone} state={state} formats={formats} />
        )}
      </Focused>
      {state.reachable || name === 'unsent' ? null : (
        <p class="offline" role="status">
          <Icon name="offline" />
          {words.offline}
        </p>
      )}
    </>
  );
}

/** Tells a screen reader when a vote opens and when it closes. */
function News({ state, formats: { words } }: Pick<ScreenProps, 'state' | 'formats'>): JSX.Element {
  const open = state.me?.openVotes.at(-1);
  const closed = state.result?.vote;
  const said =
    open !== undefined
      ? words.vote.opened(open.title)
      : closed === undefined
        ? ''
        : words.vote.closed(closed.motion.title);
  return (
    <p class="unseen" role="status" aria-live="assertive">
      {said}
    </p>
  );
}

/** A new screen takes the focus, so that keyboard and screen reader begin at its top; the first one does not. */
function Focused({ name, children }: { readonly name: string; readonly children: JSX.Element }): JSX.Element {
  const place = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current !== null && shown.current !== name && shown.current !== 'loading') {
      place.current?.focus();
      scrollTo(0, 0);
    }
    shown.current = name;
  }, [name]);
  return (
    <main ref={place} tabIndex={-1} data-screen={name.startsWith('vote-') ? 'vote' : name}>
      {children}
    </main>
  );
}
