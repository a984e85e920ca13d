import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Piece } from '../read-aloud/voice.ts';
import type { Formats } from '../shell/formats.ts';
import { Icon } from '../shell/parts.tsx';
import { sayAll, type Voices } from './say.ts';
import type { addedWords } from './words.ts';

interface AloudProps {
  readonly pieces: readonly Piece[];
  readonly formats: Formats;
}

/** Of one language: says these pieces, and what of them has no voice. */
export const aloudIn = (voices: Voices, words: (typeof addedWords)['es']) =>
  function Aloud({ pieces, formats }: AloudProps): JSX.Element {
    const [speaking, setSpeaking] = useState<AbortController | null>(null);
    const [unsaid, setUnsaid] = useState(0);
    const said = JSON.stringify(pieces);
    useEffect(() => {
      setUnsaid(0);
      return () => setSpeaking(null);
    }, [said]);
    useEffect(() => {
      if (speaking === null) return;
      const { signal } = speaking;
      void sayAll(pieces, voices, signal).then((count) => {
        if (signal.aborted) return;
        setUnsaid(count);
        setSpeaking(null);
      });
      return () => speaking.abort();
    }, [speaking]);
    return (
      <>
        <button
          type="button"
          class="listen"
          aria-pressed={speaking !== null}
          onClick={() => setSpeaking(speaking === null ? new AbortController() : null)}
        >
          <Icon name={speaking === null ? 'sound' : 'cross'} />
          <span>{formats.words[speaking === null ? 'listen' : 'silence']}</span>
        </button>
        <span role="status">{unsaid === 0 ? null : words[unsaid === pieces.length ? 'noVoice' : 'noVoiceForAll']}</span>
      </>
    );
  };
