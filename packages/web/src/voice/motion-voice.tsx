import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../answers.ts';
import { SelectField } from '../form/fields.tsx';
import { Confirm, Mark, Press } from '../form/press.tsx';
import type { LiveMotion } from '../live-answer.ts';
import type { Formats } from '../shell/formats.ts';
import { Alert } from '../shell/parts.tsx';
import type { Session } from '../shell/session.ts';
import { ListenTo } from './listen.tsx';
import { canRecord, LONGEST_SECONDS, MOST_BYTES, playBlob, type Recording, startRecording } from './recorder.ts';
import { eraseRecording, keepRecording, type RecordingAbout, recordingsOf } from './recordings.ts';
import { languageName } from './words.ts';
import type { VoiceWords } from './words-es.ts';

interface MotionVoiceProps {
  readonly session: Session;
  readonly motion: LiveMotion;
  readonly words: VoiceWords;
  readonly formats: Formats;
}

export function MotionVoice({ session, motion, words, formats }: MotionVoiceProps): JSX.Element {
  const { motion: index, title, text } = motion;
  const [found, setFound] = useState<readonly RecordingAbout[]>([]);
  const look = useCallback(() => void recordingsOf(session.body, index).then(setFound), [session, index]);
  useEffect(look, [look]);
  return (
    <section class="card">
      <h2>{title}</h2>
      {text === null ? null : (
        <details>
          <summary>{words.text}</summary>
          <p class="text">{text}</p>
        </details>
      )}
      {found.map(({ language, at }) => (
        <div key={`${language} ${at}`}>
          <div class="small-row">
            <ListenTo body={session.body} motion={index} language={language} words={words} />
          </div>
          <Confirm
            mark="trash"
            label={words.erase(languageName(words, language))}
            ask={words.eraseAsk}
            yes={words.yes}
            no={words.no}
            onYes={() => void eraseRecording(session, index, language).then(look)}
          />
        </div>
      ))}
      {canRecord() ? <Recorder session={session} motion={index} words={words} formats={formats} onKept={look} /> : null}
    </section>
  );
}

type Standing =
  | { readonly kind: 'idle' | 'denied' | 'kept' }
  | { readonly kind: 'recording'; readonly recording: Recording }
  | { readonly kind: 'made'; readonly blob: Blob; readonly trouble: Problem | 'unreachable' | null };

interface RecorderProps {
  readonly session: Session;
  readonly motion: number;
  readonly words: VoiceWords;
  readonly formats: Formats;
  onKept(): void;
}

function Recorder({ session, motion, words, formats, onKept }: RecorderProps): JSX.Element {
  const [language, setLanguage] = useState('ay');
  const [standing, setStanding] = useState<Standing>({ kind: 'idle' });
  const running = useRef<Recording | null>(null);
  // Whoever leaves the page is no longer heard.
  useEffect(() => () => running.current?.stop(), []);
  const record = async (): Promise<void> => {
    const recording = await startRecording().catch(() => null);
    if (recording === null) return setStanding({ kind: 'denied' });
    running.current = recording;
    setStanding({ kind: 'recording', recording });
    setStanding({ kind: 'made', blob: await recording.made, trouble: null });
  };
  const keep = async (blob: Blob): Promise<void> => {
    const changed = await keepRecording(session, motion, language, blob);
    if (changed.kind === 'done') {
      setStanding({ kind: 'kept' });
      onKept();
    } else setStanding({ kind: 'made', blob, trouble: changed.kind === 'refused' ? changed.problem : 'unreachable' });
  };
  if (standing.kind === 'recording')
    return (
      <>
        <Left words={words} clock={formats.clock} />
        <Press mark="stop" tone="red" onPress={standing.recording.stop}>
          {words.stop}
        </Press>
      </>
    );
  return (
    <>
      <SelectField
        id={`language-${motion}`}
        label={words.language}
        value={language}
        choices={Object.entries(words.languages).map(([value, said]) => ({ value, words: said }))}
        onChange={setLanguage}
      />
      {standing.kind === 'made' ? (
        <Made standing={standing} words={words} formats={formats} onKeep={(blob) => void keep(blob)} />
      ) : null}
      <Press mark="speech" tone={standing.kind === 'made' ? 'quiet' : 'indigo'} onPress={() => void record()}>
        {standing.kind === 'made' ? words.again : words.record}
      </Press>
      <p role="status">{standing.kind === 'kept' ? words.kept : standing.kind === 'denied' ? words.denied : ''}</p>
    </>
  );
}

function Left({ words, clock }: { readonly words: VoiceWords; readonly clock: Formats['clock'] }): JSX.Element {
  const [left, setLeft] = useState(LONGEST_SECONDS);
  useEffect(() => {
    const ends = Date.now() + LONGEST_SECONDS * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((ends - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="left" role="timer">
      <Mark name="speech" /> {words.left(clock(left))}
    </p>
  );
}

interface MadeProps {
  readonly standing: Extract<Standing, { kind: 'made' }>;
  readonly words: VoiceWords;
  readonly formats: Formats;
  onKeep(blob: Blob): void;
}

function Made({ standing: { blob, trouble }, words, formats, onKeep }: MadeProps): JSX.Element {
  const [silent, setSilent] = useState(false);
  const said =
    blob.size > MOST_BYTES
      ? words.tooLarge
      : trouble === null
        ? null
        : trouble === 'unreachable'
          ? words.unreachable
          : formats.said(trouble.sentences);
  return (
    <>
      <Press mark="sound" onPress={() => void playBlob(blob).catch(() => setSilent(true))}>
        {words.hear}
      </Press>
      {silent ? <p class="refusal">{words.silent}</p> : null}
      <Press mark="check" tone="indigo" off={blob.size > MOST_BYTES} onPress={() => onKeep(blob)}>
        {words.keep}
      </Press>
      {said === null ? null : <Alert>{said}</Alert>}
    </>
  );
}
