import './late.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { laidOver, useWords } from '../form/words-later.ts';
import { toSecond } from '../meeting/hours.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { keepMeeting, keptMeetings } from '../meeting/meeting-store.ts';
import { paperOfMeeting } from '../meeting/paper-of-meeting.ts';
import { meetingWords } from '../meeting/words.ts';
import { plainText } from '../paper/document.ts';
import { fingerprintOf } from '../paper/fingerprint.ts';
import type { BodyAreaProps } from '../shell/area.ts';
import { randomText } from '../shell/asking.ts';
import type { Formats } from '../shell/formats.ts';
import { Before } from './before.tsx';
import { Entered } from './entered.tsx';
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { emptyLate, type LateDraft, lateOfMeeting } from './late-draft.ts';
import { LateForm } from './late-form.tsx';
import { lateWords } from './words.ts';

type Step = { readonly at: 'form' } | { readonly at: 'before' } | { readonly at: 'entered'; readonly act: number };

/** The meeting that is to be entered, where the address names one: an identifier of this phone alone. */
const meetingAsked = (): string | null => new URLSearchParams(location.search).get('meeting');

/** A late entry: typed, looked at as the rules see it, then entered. */
export function LateArea({ shell, session, formats }: BodyAreaProps): JSX.Element | null {
  const words = useWords(lateWords, formats);
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  const [draft, setDraft] = useState<LateDraft | null>(null);
  const [step, setStep] = useState<Step>({ at: 'form' });
  const { person, body } = session;
  useEffect(() => {
    let stale = false;
    void beginning(shell, person, formats).then((begun) => {
      if (stale) return;
      setMeeting(begun.meeting);
      setDraft(begun.draft);
    });
    return () => {
      stale = true;
    };
  }, [shell, person, formats]);
  if (person === null || draft === null || words === null) return null;
  const change = (next: LateDraft): void => {
    setDraft(next);
    void keepDraft(shell, person, meeting?.id ?? null, next);
  };
  const correct = (): void => {
    // What waited and was refused was no draft of this phone any more.
    change(draft);
    setStep({ at: 'form' });
  };
  const entered = async (act: number): Promise<void> => {
    await dropDraft(shell, person, meeting?.id ?? null);
    if (meeting !== null)
      await keepMeeting({ ...meeting, entered: { body, title: session.state.title, act } }).catch(() => undefined);
    setStep({ at: 'entered', act });
  };
  const another = (): void => {
    setMeeting(null);
    setDraft(begun());
    setStep({ at: 'form' });
  };
  if (step.at === 'entered')
    return <Entered body={body} act={step.act} words={words} formats={formats} onAnother={another} />;
  if (step.at === 'before')
    return (
      <Before
        draft={draft}
        session={session}
        words={words}
        formats={formats}
        onBack={correct}
        onEntered={(act) => void entered(act)}
        onWaiting={() => void dropDraft(shell, person, meeting?.id ?? null)}
      />
    );
  return (
    <LateForm
      draft={draft}
      meeting={meeting}
      words={words}
      formats={formats}
      change={change}
      onReady={() => {
        setStep({ at: 'before' });
        scrollTo(0, 0);
      }}
    />
  );
}

const begun = (): LateDraft => emptyLate(toSecond(Date.now()), -new Date().getTimezoneOffset(), randomText(6));

interface Beginning {
  readonly meeting: Meeting | null;
  readonly draft: LateDraft;
}

/** What was typed before; else what the meeting says; else nothing. */
async function beginning(
  shell: BodyAreaProps['shell'],
  person: BodyAreaProps['session']['person'],
  formats: Formats,
): Promise<Beginning> {
  const asked = meetingAsked();
  const meeting =
    asked === null ? null : ((await keptMeetings().catch(() => [])).find(({ id }) => id === asked) ?? null);
  const kept = person === null ? null : await keptDraft(shell, person, meeting?.id ?? null);
  if (kept !== null) return { meeting, draft: kept };
  if (meeting === null) return { meeting, draft: begun() };
  const words = laidOver(await meetingWords[formats.language](), meetingWords.place, formats);
  const text = plainText(paperOfMeeting(meeting, words, formats));
  return { meeting, draft: lateOfMeeting(meeting, fingerprintOf(text)) };
}
