import type { ComponentType, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Formats } from './formats.ts';
import { Later } from './later.tsx';
import { Action } from './parts.tsx';

export interface ScanProps {
  readonly formats: Formats;
  /** What the camera has read; false if it is not what is wanted, and the camera goes on. */
  readonly scanned: (text: string) => boolean;
  readonly close: () => void;
}

/** A button that opens the camera; the camera's own code is loaded only then. */
export function ScanLater({
  label,
  formats,
  scanned,
}: Pick<ScanProps, 'formats' | 'scanned'> & { readonly label: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Action icon="camera" tone="quiet" onClick={() => setOpen(true)}>
        {label}
      </Action>
    );
  const close = (): void => setOpen(false);
  const taken = (text: string): boolean => {
    const good = scanned(text);
    if (good) close();
    return good;
  };
  return <Later load={load} props={{ formats, scanned: taken, close }} formats={formats} />;
}

const load = (): Promise<ComponentType<ScanProps>> => import('../scan/scan.tsx').then(({ Scan }) => Scan);
