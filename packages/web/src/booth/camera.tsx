import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Scan } from '../scan/scan.tsx';
import { Action } from '../shell/parts.tsx';
import type { BoothWords } from './words-es.ts';

interface CameraProps {
  readonly booth: BoothWords;
  /** What the camera has read; false if it is not what is wanted. */
  readonly scanned: (text: string) => boolean;
  readonly tone?: 'indigo' | 'quiet';
}

/** A button, and the camera once it was pressed. */
export function Camera({ booth, scanned, tone = 'indigo' }: CameraProps): JSX.Element {
  const [on, setOn] = useState(false);
  const close = (): void => setOn(false);
  if (!on)
    return (
      <Action icon="camera" tone={tone} onClick={() => setOn(true)}>
        {booth.camera.start}
      </Action>
    );
  const take = (text: string): boolean => {
    const good = scanned(text);
    if (good) close();
    return good;
  };
  return <Scan formats={{ words: { scan: booth.camera } }} scanned={take} close={close} />;
}
