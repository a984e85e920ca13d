import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Press } from '../form/press.tsx';
import { useWords } from '../form/words-later.ts';
import type { Formats } from '../shell/formats.ts';
import { type PaperDocument, plainText } from './document.ts';
import { paperWords } from './words.ts';

interface OutgoingProps {
  readonly paper: PaperDocument;
  readonly formats: Formats;
  /** Something else comes first. */
  readonly beside?: boolean;
  /** The same for another program, where there is one that reads it. */
  readonly file?: { readonly name: string; readonly label: string; readonly hint: string; content(): string };
}

/** The ways in which minutes leave the phone, each only when it is touched. */
export function Outgoing({ paper, formats, beside = false, file }: OutgoingProps): JSX.Element | null {
  const words = useWords(paperWords, formats);
  const [said, setSaid] = useState('');
  if (words === null) return null;
  const share = async (): Promise<void> => {
    const shared = { title: `${paper.title} · ${paper.body}`, text: plainText(paper) };
    // Whoever closes the phone’s own dialogue has changed their mind; that is no failure.
    await navigator.share(shared).catch(() => undefined);
  };
  const copy = async (): Promise<void> => {
    const copied = await navigator.clipboard?.writeText(plainText(paper)).then(
      () => true,
      () => false,
    );
    setSaid(copied === true ? words.copied : words.notCopied);
  };
  return (
    <>
      <Press mark="print" tone={beside ? 'quiet' : 'indigo'} onPress={() => print()}>
        {words.print}
      </Press>
      {'share' in navigator ? (
        <Press mark="share" onPress={() => void share()}>
          {words.share}
        </Press>
      ) : null}
      <Press mark="copy" onPress={() => void copy()}>
        {words.copy}
      </Press>
      {file === undefined ? null : (
        <>
          <Press mark="file" describedBy="file-how" onPress={() => download(file.name, file.content())}>
            {file.label}
          </Press>
          <p id="file-how" class="soft">
            {file.hint}
          </p>
        </>
      )}
      <p class="soft">{words.warning}</p>
      <p role="status">{said}</p>
    </>
  );
}

function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
