import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { firstWords } from '../shell/first-words.ts';
import { Focused } from '../shell/focused.tsx';
import type { HomeProps } from '../shell/frame.tsx';
import { Later } from '../shell/later.tsx';
import { QueueNotes } from '../shell/queue-notes.tsx';
import type { SessionState } from '../shell/session.ts';
import { useLive, useSession, useWatched } from '../shell/watching.ts';
import { Hall } from './hall.tsx';
import { Member, type MemberState } from './member.ts';
import { isWaitingVote, type ScreenProps } from './screen-props.ts';
import { Unsent } from './unsent.tsx';
import { Vote } from './vote.tsx';

type ScreenName = 'loading' | 'unsent' | 'vote' | 'result' | 'hall';

/** One question a screen: which one is asked now? */
function screenOf({ me, entries }: SessionState, { result, busy }: MemberState): ScreenName {
  if (busy !== 'vote' && entries.some(isWaitingVote)) return 'unsent';
  if (me === null) return 'loading';
  if (me.openVotes.length > 0) return 'vote';
  return result === null ? 'hall' : 'result';
}

/** The sitting that the page is about: that of the open vote, else one that is open, else the next. */
function sittingOf({ me }: SessionState): number | null {
  const sittings = me?.sittings ?? [];
  return me?.openVotes.at(-1)?.sitting ?? (sittings.find(({ opened }) => opened) ?? sittings[0])?.sitting ?? null;
}

/** The member's own page. */
export function Home({ shell, session, formats }: HomeProps): JSX.Element {
  const member = useMemo(() => new Member(session, shell.storage), [session]);
  useEffect(() => {
    void member.open();
    return () => member.close();
  }, [member]);
  const mine = useSession(session);
  const state = useWatched(member);
  const words = firstWords(formats.tag).member;
  const name = screenOf(mine, state);
  const vote = mine.me?.openVotes.at(-1);
  const { live } = useLive(session, sittingOf(mine));
  const props = { shell, session, member, mine, state, live, formats, words };
  return (
    <>
      <News {...props} />
      <Focused name={name === 'vote' ? `vote ${vote?.vote} ${vote?.voted}` : name}>
        <QueueNotes shell={shell} session={session} mine={mine} formats={formats} waiting={name !== 'unsent'} />
        <Screen name={name} {...props} />
      </Focused>
    </>
  );
}

/** Loaded when there is a result; the worker has it from the start. */
const loadResult = () => import('./result.tsx').then((part) => part.ResultScreen);

function Screen({ name, ...props }: ScreenProps & { readonly name: ScreenName }): JSX.Element | null {
  if (name === 'unsent') return <Unsent {...props} />;
  if (name === 'vote') return <Vote {...props} />;
  if (name === 'result') return <Later load={loadResult} props={props} formats={props.formats} />;
  if (name === 'hall') return <Hall {...props} />;
  return (
    <p class="soft" role="status">
      {props.formats.words.loading}
    </p>
  );
}

/** Tells a screen reader when a vote opens and when it closes. */
function News({ mine, state, words }: ScreenProps): JSX.Element {
  const open = mine.me?.openVotes.at(-1);
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
