import type { ComponentType, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ScanProps } from '../scan/scan-props.ts';
import { Later } from './later.tsx';
import { Action } from './parts.tsx';

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
