import './voice.css';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Mark } from '../form/press.tsx';
import { useWords } from '../form/words-later.ts';
import type { LiveMotion } from '../live-answer.ts';
import type { SittingAreaProps } from '../shell/area.ts';
import { MotionVoice } from './motion-voice.tsx';
import { canRecord } from './recorder.ts';
import { voiceWords } from './words.ts';

/** Where the secretary reads motions aloud. This page alone may use the microphone. */
export function VoiceArea({ session, sitting, formats }: SittingAreaProps): JSX.Element {
  const words = useWords(voiceWords, formats);
  const [motions, setMotions] = useState<readonly LiveMotion[]>([]);
  useEffect(() => session.live(sitting, ({ live }) => setMotions(live?.motions ?? [])), [session, sitting]);
  if (words === null) return <p class="soft">{formats.words.loading}</p>;
  return (
    <div class="voice">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <p class="soft">{words.whose}</p>
      {canRecord() ? null : (
        <p class="card ochre">
          <Mark name="alert" /> {words.notHere}
        </p>
      )}
      {motions.length === 0 ? <p class="card soft">{words.none}</p> : null}
      {motions.map((motion) => (
        <MotionVoice key={motion.motion} session={session} motion={motion} words={words} formats={formats} />
      ))}
    </div>
  );
}
