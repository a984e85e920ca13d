import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { download } from '../../booth/download.ts';
import { Small } from '../../form/press.tsx';
import { Icon } from '../../shell/parts.tsx';
import { LARGEST_STATUTE_FILE, statuteInFile } from '../statute-file.ts';
import type { DraftStatute } from './draft-answer.ts';
import type { StatuteWords } from './words-es.ts';

interface FilesProps {
  readonly statute: DraftStatute;
  readonly words: StatuteWords;
  /** Why it is not opened; null where it is. */
  readonly onOpen: (statute: DraftStatute) => Promise<string | null>;
  readonly onStartAgain: () => void;
}

/** The draft as a file, out and in. */
export function DraftFiles({ statute, words, onOpen, onStartAgain }: FilesProps): JSX.Element {
  const [wrong, setWrong] = useState<string | null>(null);
  const open = async (file: Blob | undefined): Promise<void> => {
    if (file === undefined) return;
    const found = file.size > LARGEST_STATUTE_FILE ? words.files.tooLarge : statuteInFile(await file.text());
    if (found === null) setWrong(words.files.notData);
    else if (typeof found === 'string') setWrong(found);
    else setWrong(await onOpen(found));
  };
  return (
    <div class="files">
      <div class="small-row">
        <Small mark="file" onPress={() => download('estatuto.json', `${JSON.stringify(statute, null, 2)}\n`)}>
          {words.files.save}
        </Small>
        <Small mark="print" onPress={() => print()}>
          {words.files.print}
        </Small>
        <Small mark="trash" onPress={onStartAgain}>
          {words.files.again}
        </Small>
      </div>
      <div class="field">
        <label for="draft-file">{words.files.open}</label>
        <input
          id="draft-file"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
        />
      </div>
      {wrong === null ? null : (
        <p class="refusal" role="alert">
          <Icon name="alert" />
          <span>{wrong}</span>
        </p>
      )}
    </div>
  );
}
