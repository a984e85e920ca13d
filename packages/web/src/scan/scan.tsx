import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Action, Icon } from '../shell/parts.tsx';
import { qrReader } from './qr-reader.ts';
import type { CameraProps } from './scan-props.ts';
import './scan.css';

type Trouble = 'denied' | 'none' | 'other';

/** The camera, until it has read what is wanted. Nothing of the picture leaves the phone or is kept. */
export function Scan({ formats: { words }, scanned, close }: CameraProps): JSX.Element {
  const screen = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => {
    const video = screen.current;
    if (video === null) return;
    const ending = new AbortController();
    lookThrough(video, ending.signal, (text) => {
      const good = scanned(text);
      if (!good) setTrouble('other');
      return good;
    }).catch((error: unknown) => {
      const denied = error instanceof DOMException && error.name === 'NotAllowedError';
      setTrouble(denied ? 'denied' : 'none');
    });
    return () => ending.abort();
  }, []);
  return (
    <div class="scan">
      <video ref={screen} muted playsInline hidden={trouble === 'denied' || trouble === 'none'} />
      {trouble === null ? (
        <p class="soft">{words.scan.how}</p>
      ) : (
        <p class="refusal" role="alert">
          <Icon name="alert" />
          <span>{words.scan[trouble]}</span>
        </p>
      )}
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
  seen: (text: string) => boolean,
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
    const text = await read(video);
    if (text !== null && seen(text)) return stop();
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
