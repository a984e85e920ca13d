import { type KeyList, MAX_KEY_LIST, readKeyList } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../booth/tongue.ts';
import { Action } from '../shell/parts.tsx';
import { fetchList, keepLists, withList } from './kept.ts';
import { moment } from './moment.ts';
import type { BlockWords } from './words-es.ts';

interface ListsProps {
  readonly words: BlockWords;
  readonly language: Language;
  readonly lists: readonly KeyList[];
  readonly setLists: (lists: readonly KeyList[]) => void;
}

export function Lists({ words: { lists: words }, language, lists, setLists }: ListsProps): JSX.Element {
  const [body, setBody] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const change = (changed: readonly KeyList[], news: string | null): void => {
    setLists(changed);
    setSaid(keepLists(changed) ? news : words.full);
  };
  const take = (read: Awaited<ReturnType<typeof fetchList>>, held: readonly KeyList[]): readonly KeyList[] => {
    if (read === 'unknown' || read === 'offline') setSaid(words[read]);
    else if (!read.ok) setSaid(words.notAList(read.path, read.needed[language]));
    else {
      const changed = withList(held, read.list);
      change(changed, words.fetched);
      return changed;
    }
    return held;
  };
  const again = async (): Promise<void> => {
    let held = lists;
    for (const { origin } of lists) held = take(await fetchList(origin), held);
  };
  return (
    <section class="foot">
      <h2>{words.title}</h2>
      {lists.length === 0 ? <p>{words.none}</p> : null}
      <ul>
        {lists.map((list) => (
          <li key={list.origin}>
            <span>{words.one(list.body, moment(list.head.at, language))}</span>{' '}
            <button
              type="button"
              class="plain"
              aria-label={`${words.drop}: ${list.body}`}
              onClick={() =>
                change(
                  lists.filter(({ origin }) => origin !== list.origin),
                  null,
                )
              }
            >
              {words.drop}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {lists.length === 0 ? null : (
        <Action icon="back" tone="quiet" onClick={() => void again()}>
          {words.again}
        </Action>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void fetchList(body.trim()).then((read) => take(read, lists));
        }}
      >
        <label for="body">{words.add}</label>
        <input id="body" required value={body} onInput={({ currentTarget }) => setBody(currentTarget.value)} />
        <Action icon="check" tone="quiet" submit>
          {words.fetch}
        </Action>
      </form>
      <label for="file">{words.file}</label>
      <input
        id="file"
        type="file"
        accept="application/json,.json"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Of a file that is too large nothing is read.
          if (file !== undefined && file.size > MAX_KEY_LIST) setSaid(words.tooLarge);
          else void file?.text().then((text) => take(readKeyList(text), lists));
        }}
      />
    </section>
  );
}
