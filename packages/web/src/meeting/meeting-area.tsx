import './meeting.css';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../form/words-later.ts';
import type { AreaProps } from '../shell/area.ts';
import { randomText } from '../shell/asking.ts';
import { Begin } from './begin.tsx';
import { Count } from './count.tsx';
import { DecisionScreen } from './decision.tsx';
import { Details } from './details.tsx';
import { Hall } from './hall.tsx';
import { hoursOf, toSecond } from './hours.ts';
import { type KeptMeetings, useKeptMeetings } from './kept-meetings.ts';
import { ObjectionScreen, TaskScreen } from './line-forms.tsx';
import type { Meeting } from './meeting.ts';
import type { MeetingProps } from './meeting-props.ts';
import { Meetings } from './meetings.tsx';
import { Paper } from './paper.tsx';
import { useView, type View } from './views.ts';
import { meetingWords } from './words.ts';

const now = (): string => toSecond(Date.now());
const newId = (): string => randomText(9);

const screens: Readonly<Record<Exclude<View['at'], 'list' | 'new'>, (props: MeetingProps) => JSX.Element | null>> = {
  hall: Hall,
  count: Count,
  decision: DecisionScreen,
  task: TaskScreen,
  objection: ObjectionScreen,
  details: Details,
  paper: Paper,
};

/** A meeting now, on this phone alone: nothing here asks the node for anything. */
export function MeetingArea({ shell, formats }: AreaProps): JSX.Element {
  const [view, go] = useView();
  const kept = useKeptMeetings();
  const words = useWords(meetingWords, formats);
  const place = useRef<HTMLDivElement>(null);
  const name = `${view.at} ${view.meeting ?? ''}`;
  const shown = useRef(name);
  useEffect(() => {
    if (shown.current === name) return;
    shown.current = name;
    place.current?.focus();
    scrollTo(0, 0);
  }, [name]);
  if (words === null) return <p class="soft">{formats.words.loading}</p>;
  return (
    <div class="meeting" ref={place} tabIndex={-1} data-meeting={view.at}>
      {kept.forgetful ? (
        <p class="card ochre" role="status">
          {words.notKept}
        </p>
      ) : null}
      {kept.all === null ? (
        <p class="soft">{formats.words.loading}</p>
      ) : (
        <Shown view={view} go={go} kept={kept} formats={formats} people={shell.state.people} words={words} />
      )}
    </div>
  );
}

interface ShownProps {
  readonly view: View;
  readonly go: (view: View) => void;
  readonly kept: KeptMeetings;
  readonly formats: MeetingProps['formats'];
  readonly people: MeetingProps['people'];
  readonly words: MeetingProps['words'];
}

function Shown({ view, go, kept, formats, people, words }: ShownProps): JSX.Element | null {
  const all = kept.all ?? [];
  const begun = (meeting: Meeting): void => {
    kept.keep(meeting);
    go({ at: 'hall', meeting: meeting.id });
  };
  if (view.at === 'new')
    return <Begin last={all[0]} words={words} formats={formats} now={now} newId={newId} onBegun={begun} />;
  const meeting = all.find(({ id }) => id === view.meeting);
  if (view.at === 'list' || meeting === undefined)
    return <Meetings all={all} words={words} formats={formats} keep={kept.keep} go={go} />;
  const Screen = screens[view.at];
  return (
    <Screen
      key={`${view.at} ${view.item ?? ''} ${view.of ?? ''}`}
      meeting={meeting}
      view={view}
      words={words}
      formats={formats}
      hours={hoursOf(formats.locale, meeting.offsetMinutes)}
      people={people}
      now={now}
      newId={newId}
      change={kept.keep}
      go={go}
      back={() => history.back()}
      remove={() => {
        kept.drop(meeting.id);
        go({ at: 'list' });
      }}
    />
  );
}
