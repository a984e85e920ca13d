import { type Piece, say, voiceFor } from '../read-aloud/voice.ts';

/** What a language has of voices: of which language a text is as it is said here, and somebody's recording of it. */
export interface Voices {
  /** The added language, or Spanish where that has no words for it. */
  tagOf(said: string): string;
  /** False where there is none, or none that can be played. */
  playRecorded(said: string, signal: AbortSignal): Promise<boolean>;
}

/** How long a program that speaks may take to know its voices. */
const VOICES_MS = 1_000;

/**
 * The translators' recording where there is one, else a voice of the device that speaks the language. Resolves with how many had
 * neither, once all is said or `signal` ends it.
 */
export async function sayAll(
  pieces: readonly Piece[],
  { tagOf, playRecorded }: Voices,
  signal: AbortSignal,
): Promise<number> {
  const voices = await deviceVoices();
  let unsaid = 0;
  for (const piece of pieces) {
    if (signal.aborted) break;
    const isOurs = typeof piece === 'string';
    if (isOurs && (await playRecorded(piece, signal).catch(() => false))) continue;
    const voice = voiceFor(voices, isOurs ? tagOf(piece) : 'es');
    if (voice === null) unsaid += 1;
    else await spoken(String(piece), voice, signal);
  }
  return unsaid;
}

async function deviceVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  const speech = globalThis.speechSynthesis;
  if (speech === undefined) return [];
  if (speech.getVoices().length === 0)
    await new Promise((resolve) => {
      speech.addEventListener?.('voiceschanged', resolve, { once: true });
      setTimeout(resolve, VOICES_MS);
    });
  return speech.getVoices();
}

function spoken(text: string, voice: SpeechSynthesisVoice, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.onabort = () => speechSynthesis.cancel();
    say(text, voice, resolve);
  });
}
