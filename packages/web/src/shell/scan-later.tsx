import type { ComponentType, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ScanProps } from '../scan/scan-props.ts';
import { Later } from './later.tsx';
import { Action, Alert } from './parts.tsx';

/** A button that opens the camera; the camera's own code is loaded only then. */
export function ScanLater({
  label,
  formats,
  scanned,
  otherwise,
}: Pick<ScanProps, 'formats' | 'otherwise'> & {
  readonly label: string;
  readonly scanned: (text: string) => boolean;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Action icon="camera" tone="quiet" onClick={() => setOpen(true)}>
        {label}
      </Action>
    );
  const close = (): void => setOpen(false);
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  // Without https no browser lends a page its camera: said at once, and nothing is loaded for it.
  if (mediaDevices === undefined) return <NoCamera formats={formats} close={close} otherwise={otherwise} />;
  const taken = (text: string): boolean => {
    const good = scanned(text);
    if (good) close();
    return good;
  };
  return <Later load={load} props={{ formats, scanned: taken, close, otherwise }} formats={formats} />;
}

function NoCamera({
  formats: { words },
  close,
  otherwise,
}: Pick<ScanProps, 'formats' | 'close' | 'otherwise'>): JSX.Element {
  return (
    <>
      <Alert>{words.scan.none}</Alert>
      {otherwise}
      <Action icon="cross" tone="quiet" onClick={close}>
        {words.scan.stop}
      </Action>
    </>
  );
}

const load = (): Promise<ComponentType<ScanProps>> => import('../scan/scan.tsx').then((part) => part.Scan);
