/** Something that is said: the program's own words, which somebody may have recorded, or, as a list, what a person has typed. */
export type Piece = string | readonly [typed: string];

/**
 * A voice of that language on the device itself. Voices from afar are left alone: they would send what an assembly talks
 * about to whoever runs them.
 */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], language: string): SpeechSynthesisVoice | null {
  const here = voices.filter(({ localService, lang }) => localService && lang.toLowerCase().startsWith(language));
  return here.find((voice) => voice.default) ?? here[0] ?? null;
}

/** In pieces that end where a reader draws breath: programs that speak give up in the middle of a long text. */
export function breaths(text: string, most = 180): readonly string[] {
  const found: string[] = [];
  for (const sentence of text.split(/(?<=[.;:!?…])\s+|\n+/u)) {
    let piece = '';
    for (const word of sentence.split(/\s+/u)) {
      if (piece !== '' && piece.length + word.length >= most) {
        found.push(piece);
        piece = '';
      }
      piece = piece === '' ? word : `${piece} ${word}`;
    }
    if (piece !== '') found.push(piece);
  }
  return found;
}

/** `done` once the last of it is said, or was cancelled. */
export function say(text: string, voice: SpeechSynthesisVoice, done: () => void): void {
  let said: SpeechSynthesisUtterance | undefined;
  for (const piece of breaths(text)) {
    said = Object.assign(new SpeechSynthesisUtterance(piece), { voice, lang: voice.lang });
    speechSynthesis.speak(said);
  }
  if (said === undefined) done();
  else said.onend = said.onerror = done;
}
