import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Formats } from '../shell/formats.ts';
import { Icon } from '../shell/parts.tsx';
import { type Piece, say, voiceFor } from './voice.ts';

interface ReadAloudProps {
  /** Said one after the other. */
  readonly pieces: readonly Piece[];
  readonly formats: Formats;
}

/** By the device's own voice, and not there where it has none; of an added language also by the translators' voices. */
export function ReadAloud(props: ReadAloudProps): JSX.Element | null {
  const { language, words, Aloud } = props.formats;
  const text = props.pieces.join('. ');
  const voice = useVoice(language);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    setSpeaking(false);
    return () => globalThis.speechSynthesis?.cancel();
  }, [text, language]);
  if (Aloud !== undefined) return <Aloud {...props} />;
  if (voice === null) return null;
  const change = (): void => {
    speechSynthesis.cancel();
    setSpeaking(!speaking);
    if (!speaking) say(text, voice, () => setSpeaking(false));
  };
  return (
    <button type="button" class="listen" aria-pressed={speaking} onClick={change}>
      <Icon name={speaking ? 'cross' : 'sound'} />
      <span>{words[speaking ? 'silence' : 'listen']}</span>
    </button>
  );
}

/** Some programs know their voices only a moment later. */
function useVoice(language: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const speech = globalThis.speechSynthesis;
    if (speech === undefined) return;
    const look = (): void => setVoice(voiceFor(speech.getVoices(), language));
    look();
    speech.addEventListener?.('voiceschanged', look);
    return () => speech.removeEventListener?.('voiceschanged', look);
  }, [language]);
  return voice;
}
