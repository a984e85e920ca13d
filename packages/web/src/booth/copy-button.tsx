import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../shell/parts.tsx';
import type { BoothWords } from './words-es.ts';

/** Only where the browser lets a page write there. */
export function CopyButton({ text, booth }: { readonly text: string; readonly booth: BoothWords }): JSX.Element | null {
  const [copied, setCopied] = useState(false);
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (clipboard === undefined) return null;
  const copy = (): void => {
    clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <button type="button" class="plain with-icon" onClick={copy}>
      <Icon name={copied ? 'check' : 'copy'} />
      <span role="status">{copied ? booth.copied : booth.copy}</span>
    </button>
  );
}
