import { type KeyList, MAX_KEY_LIST, readKeyList } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Language } from '../booth/tongue.ts';
import { Action } from '../shell/parts.tsx';
import { fetchList, keepLists, withList } from './kept.ts';
import { moment } from './moment.ts';
import type { BlockWords } from './words-es.ts';

type Read = Awaited<ReturnType<typeof fetchList>>;

/** Bodies above whose measures those of the lists have joined, and whose keys this phone does not hold. */
const missingIn = (lists: readonly KeyList[]): readonly string[] => [
  ...new Set(lists.flatMap(({ joined = [] }) => joined).filter((book) => !lists.some(({ origin }) => origin === book))),
];

const joinedNames = ({ joined = [] }: KeyList, lists: readonly KeyList[]): string =>
  joined.map((book) => lists.find(({ origin }) => origin === book)?.body ?? book).join(', ');

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
  /** One list; answers with what is held then, and null where there was nothing to take. */
  const take = (read: Read, held: readonly KeyList[]): readonly KeyList[] | null => {
    if (read === 'unknown' || read === 'offline') setSaid(words[read]);
    else if (!read.ok) setSaid(words.notAList(read.path, read.needed[language]));
    else {
      const changed = withList(held, read.list);
      change(changed, words.fetched);
      return changed;
    }
    return null;
  };
  /** Lists of the bodies whose measures those have joined; one that cannot be had is named beside the list that asks for it. */
  const takeJoined = async (of: readonly KeyList[]): Promise<void> => {
    let held = of;
    for (const origin of missingIn(of)) {
      const read = await fetchList(origin);
      if (typeof read !== 'string' && read.ok) held = withList(held, read.list);
    }
    if (held !== of) change(held, words.fetched);
  };
  const takeWith = async (read: Read): Promise<void> => {
    const held = take(read, lists);
    if (held !== null) await takeJoined(held);
  };
  const again = async (): Promise<void> => {
    let held = lists;
    for (const { origin } of lists) held = take(await fetchList(origin), held) ?? held;
    await takeJoined(held);
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
            {list.joined === undefined ? null : <p class="soft">{words.joined(joinedNames(list, lists))}</p>}
          </li>
        ))}
      </ul>
      <p role="status">{said}</p>
      {missingIn(lists).map((origin) => (
        <p key={origin} class="card refusal">
          {words.missing(origin)}
        </p>
      ))}
      {lists.length === 0 ? null : (
        <Action icon="back" tone="quiet" onClick={() => void again()}>
          {words.again}
        </Action>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void fetchList(body.trim()).then(takeWith);
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
          else void file?.text().then((text) => takeWith(readKeyList(text)));
        }}
      />
    </section>
  );
}
