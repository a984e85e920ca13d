import type { JSX } from 'preact';
import { Mark, Press } from '../form/press.tsx';
import { Outgoing } from '../paper/outgoing.tsx';
import { Sheet } from '../paper/sheet.tsx';
import { fileOfMeeting } from './meeting-file.ts';
import type { MeetingProps } from './meeting-props.ts';
import { paperOfMeeting } from './paper-of-meeting.ts';

/** The minutes as they are: to be printed and signed, shared, kept as a file, or entered in a book. */
export function Paper({ meeting, words, formats, people, go }: MeetingProps): JSX.Element {
  const paper = paperOfMeeting(meeting, words, formats);
  return (
    <>
      <div class="screen-only">
        <Press mark="back" onPress={() => go({ at: 'hall', meeting: meeting.id })}>
          {words.out.toMeeting}
        </Press>
        <Outgoing
          paper={paper}
          formats={formats}
          file={{
            name: fileName(meeting.assembly, meeting.startedAt),
            label: words.out.file,
            hint: words.out.fileHow,
            content: () => fileOfMeeting(meeting),
          }}
        />
        {meeting.entered === null ? <IntoBook meeting={meeting} people={people} words={words} /> : null}
      </div>
      <Sheet paper={paper} />
    </>
  );
}

/** One touch for each body in which somebody on this phone is signed in; the late entry asks for the rest. */
function IntoBook({ meeting, people, words }: Pick<MeetingProps, 'meeting' | 'people' | 'words'>): JSX.Element {
  const bodies = [...new Map(people.map(({ body, title }) => [body, title]))];
  if (bodies.length === 0)
    return (
      <p class="soft">
        {words.out.noBody} <a href="/phone">{words.out.signIn}</a>
      </p>
    );
  return (
    <>
      {bodies.map(([body, title]) => (
        <p key={body}>
          <a
            class="action quiet"
            href={`/phone/late/${encodeURIComponent(body)}?meeting=${encodeURIComponent(meeting.id)}`}
          >
            <Mark name="pen" />
            <span>{words.out.enter(title)}</span>
          </a>
        </p>
      ))}
    </>
  );
}

/** Without what a file system or a chat would trip over. */
const fileName = (assembly: string, at: string): string =>
  `${assembly
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .toLowerCase()}-${at.slice(0, 10)}.json`;
