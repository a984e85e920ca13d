import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Formats } from '../shell/formats.ts';
import { Icon } from '../shell/parts.tsx';
import { breaths, voiceFor } from './voice.ts';

const words = {
  es: { listen: 'Escuchar', stop: 'Parar' },
  en: { listen: 'Listen', stop: 'Stop' },
} as const;

interface ReadAloudProps {
  /** A title and a text, said one after the other. */
  readonly text: string;
  readonly formats: Pick<Formats, 'language'>;
}

/** Says a text; not there where the device has no voice of its own for the language. */
export function ReadAloud({ text, formats: { language } }: ReadAloudProps): JSX.Element | null {
  const voice = useVoice(language);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    setSpeaking(false);
    return () => globalThis.speechSynthesis?.cancel();
  }, [text, language]);
  if (voice === null) return null;
  const change = (): void => {
    speechSynthesis.cancel();
    setSpeaking(!speaking);
    if (!speaking) say(text, voice, () => setSpeaking(false));
  };
  return (
    <button type="button" class="listen" aria-pressed={speaking} onClick={change}>
      <Icon name={speaking ? 'cross' : 'sound'} />
      <span>{words[language][speaking ? 'stop' : 'listen']}</span>
    </button>
  );
}

function say(text: string, voice: SpeechSynthesisVoice, done: () => void): void {
  const pieces = breaths(text).map((piece) => {
    const said = new SpeechSynthesisUtterance(piece);
    said.voice = voice;
    said.lang = voice.lang;
    return said;
  });
  const last = pieces.at(-1);
  if (last === undefined) done();
  last?.addEventListener('end', done);
  last?.addEventListener('error', done);
  for (const piece of pieces) speechSynthesis.speak(piece);
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
