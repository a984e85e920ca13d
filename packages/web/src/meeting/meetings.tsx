import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Mark, Press } from '../form/press.tsx';
import type { Formats } from '../shell/formats.ts';
import { hoursOf } from './hours.ts';
import { type Meeting, peopleCounted } from './meeting.ts';
import { LONGEST_FILE, meetingOfFile } from './meeting-file.ts';
import type { View } from './views.ts';
import type { MeetingWords } from './words-es.ts';

interface MeetingsProps {
  readonly all: readonly Meeting[];
  readonly words: MeetingWords;
  readonly formats: Formats;
  keep(meeting: Meeting): void;
  go(view: View): void;
}

/** The meetings of this phone, and the one button that begins another. */
export function Meetings({ all, words, formats, keep, go }: MeetingsProps): JSX.Element {
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Press mark="plus" tone="indigo" onPress={() => go({ at: 'new' })}>
        {words.start}
      </Press>
      <h2 class="kept">{words.kept}</h2>
      {all.length === 0 ? <p class="soft">{words.none}</p> : null}
      <ul class="choose">
        {all.map((meeting) => (
          <li key={meeting.id}>
            <button
              type="button"
              class="action quiet"
              onClick={() => go({ at: meeting.endedAt === null ? 'hall' : 'paper', meeting: meeting.id })}
            >
              <Mark name={meeting.endedAt === null ? 'clock' : 'book'} />
              <span>
                {meeting.assembly}
                <small>{aboutMeeting(meeting, words, formats)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ReadFile all={all} words={words} keep={keep} />
    </>
  );
}

function aboutMeeting(meeting: Meeting, words: MeetingWords, { locale, number }: Formats): string {
  const people = peopleCounted(meeting);
  const standing = meeting.entered !== null ? words.entered : meeting.endedAt === null ? words.running : words.ended;
  return [
    hoursOf(locale, meeting.offsetMinutes).day(meeting.startedAt),
    standing,
    ...(people === null ? [] : [words.people(people, number(people))]),
  ].join(' · ');
}

function ReadFile({ all, words, keep }: Pick<MeetingsProps, 'all' | 'words' | 'keep'>): JSX.Element {
  const [said, setSaid] = useState<string | null>(null);
  const read = async (input: HTMLInputElement): Promise<void> => {
    const file = input.files?.[0];
    if (file === undefined) return;
    const meeting = file.size > LONGEST_FILE ? null : meetingOfFile(await file.text());
    // The same file may be chosen again.
    input.value = '';
    if (meeting === null) return setSaid(words.notReadable);
    // What this phone has may be newer than the file: nothing here is written over.
    if (all.some(({ id }) => id === meeting.id)) return setSaid(words.readTwice);
    setSaid(null);
    keep(meeting);
  };
  return (
    <div class="field">
      <label for="meeting-file">{words.read}</label>
      <input
        id="meeting-file"
        type="file"
        accept="application/json,.json"
        aria-describedby="meeting-file-how"
        onChange={(event) => void read(event.currentTarget)}
      />
      <p id="meeting-file-how" class="soft">
        {words.readHow}
      </p>
      <p role="status">{said}</p>
    </div>
  );
}
