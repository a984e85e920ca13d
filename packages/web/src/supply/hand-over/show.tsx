import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Press, Small } from '../../form/press.tsx';
import { Qr } from '../../qr/qr.tsx';
import { framesOf, packetText } from './frames.ts';
import type { PartProps } from './parts.ts';
import type { Draft } from './types.ts';

/** Long enough for a camera that takes three pictures of it. */
const FRAME_MS = 900;

/** A text as codes for the other phone's camera, as text to be copied, and as a file. */
export function ShowText({
  draft,
  words,
  formats,
}: Pick<PartProps, 'words' | 'formats'> & { readonly draft: Draft }): JSX.Element {
  const text = packetText(draft);
  const frames = framesOf(text);
  const [at, setAt] = useState(0);
  const [runs, setRuns] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  const next = (): void => setAt((before) => (before + 1) % frames.length);
  useEffect(() => {
    if (!runs || frames.length < 2) return;
    const timer = setInterval(next, FRAME_MS);
    return () => clearInterval(timer);
  }, [runs, frames.length]);
  const { number } = formats;
  const label = words.frame(number(at + 1), number(frames.length));
  return (
    <>
      <div class="code-shown" data-frame={at + 1} data-frames={frames.length}>
        <Qr text={frames[at] ?? ''} label={label} />
        <p>{label}</p>
      </div>
      {frames.length < 2 ? null : (
        <p class="pair">
          <Small mark="next" onPress={next}>
            {words.next}
          </Small>
          <Small mark={runs ? 'stop' : 'next'} onPress={() => setRuns(!runs)}>
            {runs ? words.pause : words.play}
          </Small>
        </p>
      )}
      <details>
        <summary>{words.asText}</summary>
        <label for="packet">{words.asTextHow}</label>
        <textarea id="packet" rows={4} readOnly value={text} spellcheck={false} />
        <Press mark="file" onPress={() => saveFile(`${draft.agreed.id.slice(0, 8)}.cabildo.txt`, text)}>
          {words.file}
        </Press>
      </details>
    </>
  );
}

function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
