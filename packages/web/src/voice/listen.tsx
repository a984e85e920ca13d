import './voice.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Mark } from '../form/press.tsx';
import { useWords } from '../form/words-later.ts';
import type { Formats } from '../shell/formats.ts';
import { type RecordingAbout, recordingAddress, recordingsOf } from './recordings.ts';
import { languageName, voiceWords } from './words.ts';
import type { VoiceWords } from './words-es.ts';

interface ListenProps {
  readonly body: string;
  readonly motion: number;
  readonly formats: Formats;
}

/** One button for each language in which the motion was read; or that nobody has. */
export function Listen({ body, motion, formats }: ListenProps): JSX.Element | null {
  const words = useWords(voiceWords, formats);
  const [found, setFound] = useState<readonly RecordingAbout[] | null>(null);
  useEffect(() => {
    let stale = false;
    void recordingsOf(body, motion).then((all) => {
      if (!stale) setFound(all);
    });
    return () => {
      stale = true;
    };
  }, [body, motion]);
  if (words === null || found === null) return null;
  if (found.length === 0)
    return (
      <p class="soft" role="status">
        {words.noRecording}
      </p>
    );
  return (
    <div class="small-row">
      {found.map(({ language, at }) => (
        <ListenTo key={`${language} ${at}`} body={body} motion={motion} language={language} words={words} />
      ))}
    </div>
  );
}

interface ListenToProps {
  readonly body: string;
  readonly motion: number;
  readonly language: string;
  readonly words: VoiceWords;
}

export function ListenTo({ body, motion, language, words }: ListenToProps): JSX.Element {
  const [audio] = useState(() => new Audio());
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const ended = (): void => setPlaying(false);
    audio.addEventListener('ended', ended);
    return () => {
      audio.removeEventListener('ended', ended);
      audio.pause();
    };
  }, [audio]);
  const press = async (): Promise<void> => {
    if (playing) {
      audio.pause();
      setPlaying(false);
      return;
    }
    if (audio.src === '') audio.src = recordingAddress(body, motion, language);
    setFailed(false);
    await audio.play().then(
      () => setPlaying(true),
      () => setFailed(true),
    );
  };
  return (
    <>
      <button type="button" class="small" aria-pressed={playing} onClick={() => void press()}>
        <Mark name={playing ? 'stop' : 'sound'} />
        <span>{playing ? words.pause : words.listen(languageName(words, language))}</span>
      </button>
      {failed ? <span class="refusal">{words.silent}</span> : null}
    </>
  );
}
