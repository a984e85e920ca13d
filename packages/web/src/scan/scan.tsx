import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Action, Alert } from '../shell/parts.tsx';
import { qrReader } from './qr-reader.ts';
import type { CameraProps } from './scan-props.ts';
import './scan.css';

type Trouble = 'denied' | 'none' | 'other' | 'several';

/** The camera, until it has read what is wanted. Nothing of the picture leaves the phone or is kept. */
export function Scan({ formats: { words }, scanned, close, otherwise }: CameraProps): JSX.Element {
  const screen = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => {
    const video = screen.current;
    if (video === null) return;
    const ending = new AbortController();
    lookThrough(video, ending.signal, ([text = '', ...more]) => {
      // Of a sheet of cards nobody knows whose is meant.
      const isOne = more.every((other) => other === text);
      const good = isOne && scanned(text);
      if (!good) setTrouble(isOne ? 'other' : 'several');
      return good === true;
    }).catch((error: unknown) => {
      const denied = error instanceof DOMException && error.name === 'NotAllowedError';
      setTrouble(denied ? 'denied' : 'none');
    });
    return () => ending.abort();
  }, []);
  const blind = trouble === 'denied' || trouble === 'none';
  return (
    <div class="scan">
      <video ref={screen} muted playsInline hidden={blind} />
      {trouble === null ? <p class="soft">{words.scan.how}</p> : <Alert>{words.scan[trouble]}</Alert>}
      {blind ? otherwise : null}
      <Action icon="cross" tone="quiet" onClick={close}>
        {words.scan.stop}
      </Action>
    </div>
  );
}

const EVERY_MS = 150;

async function lookThrough(
  video: HTMLVideoElement,
  signal: AbortSignal,
  seen: (texts: readonly string[]) => boolean,
): Promise<void> {
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) throw new Error('no camera is offered');
  const [stream, read] = await Promise.all([
    mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } }),
    qrReader(),
  ]);
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop);
  video.srcObject = stream;
  await video.play();
  while (!signal.aborted) {
    const texts = await read(video);
    if (texts.length > 0 && seen(texts)) return stop();
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
