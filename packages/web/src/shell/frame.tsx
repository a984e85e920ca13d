import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { LanguageMenu } from '../added/added.tsx';
import type { Me } from '../answers.ts';
import { pathOf } from './address.ts';
import type { Area } from './area.ts';
import { Focused } from './focused.tsx';
import type { Formats } from './formats.ts';
import { formatsFor } from './formats-for.ts';
import { Later } from './later.tsx';
import { Icon } from './parts.tsx';
import { QueueNotes } from './queue-notes.tsx';
import type { Session, SessionState } from './session.ts';
import type { Shell, ShellState } from './shell.ts';
import { useSession, useShell } from './watching.ts';

export interface HomeProps {
  readonly shell: Shell;
  readonly session: Session;
  readonly formats: Formats;
}

type Home = (props: HomeProps) => JSX.Element;

/** Every screen of the client: the name, the language, what waits, how old it is; and in the middle the area that is open. */
export function Frame({
  shell,
  areas,
  home,
}: Pick<FrameProps, 'shell' | 'areas'> & { readonly home: Home }): JSX.Element {
  const state = useShell(shell);
  const { language, session } = state;
  const formats = formatsFor(language);
  useLayoutEffect(() => {
    document.documentElement.lang = formats.tag;
  }, [formats]);
  if (session === null) return <Nobody shell={shell} areas={areas} state={state} formats={formats} />;
  return <Somebody key={session.person?.id ?? session.body} {...{ shell, areas, state, session, formats, home }} />;
}

interface FrameProps {
  readonly shell: Shell;
  readonly areas: Readonly<Record<string, Area>>;
  readonly state: ShellState;
  readonly formats: Formats;
}

/** Without a person: an area that needs none, or the form for the card. */
function Nobody({ shell, areas, state, formats }: FrameProps): JSX.Element {
  const { area } = state.address;
  const wanted = areas[area];
  const signIn = area === '' || area === 'sign-in' || wanted !== undefined;
  const name = wanted?.of === 'phone' ? area : state.entering === 'code' ? 'loading' : signIn ? 'sign-in' : 'nowhere';
  return (
    <>
      <Head title={formats.words.name} shell={shell} formats={formats} people={false} />
      <Focused name={name}>
        {wanted?.of === 'phone' ? (
          <Later key={area} load={wanted.load} props={{ shell, formats }} formats={formats} />
        ) : name === 'loading' ? (
          <p class="soft" role="status">
            {formats.words.loading}
          </p>
        ) : name === 'sign-in' ? (
          <Later load={loadSignIn} props={{ shell, state, formats }} formats={formats} />
        ) : (
          <Nowhere formats={formats} />
        )}
      </Focused>
    </>
  );
}

function Somebody(props: FrameProps & { readonly session: Session; readonly home: Home }): JSX.Element {
  const { shell, state, session, formats } = props;
  const mine = useSession(session);
  const { area } = state.address;
  const title = mine.title === '' ? formats.words.name : mine.title;
  return (
    <>
      <Head title={title} shell={shell} formats={formats} people={area === ''} more={mine.me?.languages} />
      <Middle {...props} mine={mine} />
      {area === '' ? null : <OpenVote session={session} mine={mine} formats={formats} />}
      {mine.reachable ? null : <Offline at={mine.at} formats={formats} />}
    </>
  );
}

function Middle(
  props: FrameProps & { readonly session: Session; readonly mine: SessionState; readonly home: Home },
): JSX.Element {
  const { shell, areas, state, session, mine, formats, home: HomeScreen } = props;
  const { area, sitting } = state.address;
  const wanted = areas[area];
  if (area === '' && !mine.gone) return <HomeScreen shell={shell} session={session} formats={formats} />;
  return (
    <Focused name={mine.gone ? 'sign-in' : area} wide={wanted !== undefined}>
      <QueueNotes shell={shell} session={session} mine={mine} formats={formats} />
      {mine.gone ? (
        <Later load={loadSignIn} props={{ shell, state, formats, gone: session.person }} formats={formats} />
      ) : area === 'people' ? (
        <Later load={loadPeople} props={{ shell, state, session, formats }} formats={formats} />
      ) : wanted === undefined || (wanted.of === 'sitting' && sitting === null) ? (
        <Nowhere formats={formats} />
      ) : (
        <Opened key={area} area={wanted} sitting={sitting ?? 0} {...{ shell, session, formats }} />
      )}
    </Focused>
  );
}

const loadSignIn = () => import('./sign-in-screen.tsx').then((part) => part.SignIn);
const loadPeople = () => import('./people.tsx').then((part) => part.People);

interface OpenedProps extends HomeProps {
  readonly area: Area;
  readonly sitting: number;
}

function Opened({ area, sitting, shell, session, formats }: OpenedProps): JSX.Element {
  if (area.of === 'sitting')
    return <Later load={area.load} props={{ shell, session, sitting, formats }} formats={formats} />;
  if (area.of === 'body') return <Later load={area.load} props={{ shell, session, formats }} formats={formats} />;
  return <Later load={area.load} props={{ shell, formats }} formats={formats} />;
}

function Head({
  title,
  people,
  shell,
  formats,
  more,
}: {
  readonly title: string;
  /** The name leads to who is on this phone; elsewhere, back to the own page. */
  readonly people: boolean;
  readonly shell: Shell;
  readonly formats: Formats;
  readonly more?: Me['languages'] | undefined;
}): JSX.Element {
  const { words, tag, over } = formats;
  const other = tag === 'en' ? 'es' : 'en';
  const [Menu, setMenu] = useState<typeof LanguageMenu | null>(null);
  const wanted = (more ?? over) !== undefined;
  useEffect(() => {
    if (wanted)
      import('../added/added.tsx').then(
        (part) => setMenu(() => part.LanguageMenu),
        () => undefined,
      );
  }, [wanted]);
  return (
    <header>
      <a class="name" href={pathOf(people ? { area: 'people' } : {})}>
        <strong>{title}</strong>
        {people && shell.state.people.length > 1 ? <Icon name="people" /> : null}
      </a>
      {Menu !== null ? (
        <Menu shell={shell} formats={formats} more={more} />
      ) : (
        <button type="button" class="plain" lang={other} onClick={() => void shell.speak(other).catch(() => undefined)}>
          {words.other}
        </button>
      )}
    </header>
  );
}

/** An officer at the desk votes too: wherever one is, an open vote is said. */
function OpenVote({
  session,
  mine,
  formats: { words },
}: {
  readonly session: Session;
  readonly mine: SessionState;
  readonly formats: Formats;
}): JSX.Element | null {
  const sent = mine.entries.map(({ input }) => input.vote);
  const open = mine.me?.openVotes.find(({ vote, mayVote, voted }) => mayVote && !voted && !sent.includes(vote));
  if (open === undefined || session.person === null) return null;
  return (
    <p class="open-vote" role="status">
      <Icon name="hand" />
      <span>{words.voteOpen(open.title)}</span>
      <a href="/phone">{words.goVote}</a>
    </p>
  );
}

function Offline({ at, formats }: { readonly at: number | null; readonly formats: Formats }): JSX.Element {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(timer);
  }, []);
  const { words, ago } = formats;
  return (
    <p class="offline" role="status">
      <Icon name="offline" />
      <span>{at === null ? words.offline : words.offlineSince(ago(now - at))}</span>
    </p>
  );
}

function Nowhere({ formats: { words } }: { readonly formats: Formats }): JSX.Element {
  return (
    <>
      <h1>{words.nothingHere}</h1>
      <p>{words.nothingHereHow}</p>
      <p>
        <a class="plain" href={pathOf({})}>
          {words.home}
        </a>
      </p>
    </>
  );
}
