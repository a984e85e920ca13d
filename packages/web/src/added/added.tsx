import { over, type PluralCategory, type Speaking, type Spoken } from '@cabildo/core';
import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Me } from '../answers.ts';
import type { Formats } from '../shell/formats.ts';
import { ROOT } from '../shell/root.ts';
import { openStorage, type Storage } from '../shell/storage.ts';
import type { Manner } from '../shell/words-at-first.ts';
import { aloudIn } from './aloud.tsx';
import type { Voices } from './say.ts';
import { stays } from './what-stays.ts';
import { addedWords } from './words.ts';

/** What the node says of a language (`/api/languages/<tag>/words/phone`). */
interface Added {
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whose days, numbers and forms it has where this machine knows none of its own. */
  readonly like: string;
  readonly spoken: Spoken;
  /** Spanish texts that somebody has read aloud in it. */
  readonly heard: readonly string[];
}

/** Under whom it is kept what belongs to nobody on this phone. */
const KEPT = 'language';
const PATIENCE_MS = 10_000;
/** The screen asks for its own things first. */
const AFTER_MS = 3_000;

/** Of those that were loaded: which name they have in themselves, and which way they are written. */
const loaded = new Map<string, Pick<Added, 'name' | 'direction'>>();

/**
 * A language that people have added to the node (decision 0016), laid over Spanish: text by text, and what it does not say stays
 * Spanish. What is kept here is said at once, and looked at again for the next time. Throws where it is neither here nor to be had.
 */
export async function added<W extends object>(
  tag: string,
  spanish: Promise<W>,
): Promise<W & { readonly manner: Manner }> {
  const [own = '', trial] = tag.split('-x-');
  const storage = await openStorage();
  const path = `/api/languages/${encodeURIComponent(own)}/words${ROOT}${trial === undefined ? '' : `?trial=${trial}`}`;
  const kept = (await storage.get('known', [KEPT, path]).catch(() => undefined))?.value as Added | undefined;
  if (kept !== undefined) setTimeout(() => void fetched(storage, path).catch(() => undefined), AFTER_MS);
  const [language, words] = await Promise.all([kept ?? fetched(storage, path), spanish]);
  const speaking = speakingOf(own, language);
  loaded.set(tag, language);
  const Aloud = aloudIn(voicesIn(storage, { own, trial }, language), over(addedWords.es, 'phone.added', speaking));
  return { ...over({ ...words }, 'phone', speaking), manner: { ...mannerOf(own, language, speaking), Aloud, tag } };
}

/** As the node has it now; what it knows no more is forgotten here too. */
async function fetched(storage: Storage, path: string): Promise<Added> {
  const response = await fetch(path, {
    cache: 'no-cache',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (response.status === 404) await storage.delete('known', [KEPT, path]);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const value = (await response.json()) as Added;
  await storage.put('known', { person: KEPT, path, value, at: Date.now() }).catch(() => undefined);
  return value;
}

/** The first that the machine knows; never the machine's own. */
const locales = (own: string, { like }: Added): readonly string[] => [own, like === 'es' ? 'es-BO' : like, 'es-BO'];

function speakingOf(own: string, language: Added): Speaking {
  const plurals = new Intl.PluralRules(locales(own, language));
  return { spoken: language.spoken, plural: (count) => plurals.select(count) as PluralCategory, stays };
}

type Written = Omit<Manner, 'tag' | 'Aloud'>;

function mannerOf(own: string, language: Added, speaking: Speaking): Written {
  const { like, spoken } = language;
  const number = new Intl.NumberFormat([own, like, 'es']);
  const offices = new Map(
    Object.entries(spoken).flatMap(([place, said]) => (place.startsWith('offices.') ? Object.entries(said) : [])),
  );
  return {
    locale: locales(own, language),
    number: (value) => number.format(value),
    over: (words, place) => over(words, place, speaking),
    said: (sentences) => {
      const { [own]: said = offices.get(sentences.es) } = sentences as unknown as Readonly<Record<string, string>>;
      return typeof said === 'string' ? said : sentences.es;
    },
  };
}

/** What somebody has read aloud is kept once it was heard. */
function voicesIn(
  storage: Storage,
  { own, trial }: { readonly own: string; readonly trial: string | undefined },
  { spoken, heard }: Added,
): Voices {
  const sources = new Map(
    Object.values(spoken).flatMap((said) =>
      Object.entries(said).map(
        ([source, text]) => [typeof text === 'string' ? text : text.forms.other, source] as const,
      ),
    ),
  );
  return {
    tagOf: (said) => (sources.has(said) ? own : 'es'),
    async playRecorded(said, signal) {
      const source = sources.get(said) ?? said;
      return heard.includes(source) && played(await recorded(source), signal);
    },
  };

  async function recorded(source: string): Promise<ArrayBuffer> {
    const path = `/api/languages/${own}/heard`;
    const key = [KEPT, `${path} ${source}`];
    const kept = (await storage.get('known', key).catch(() => undefined))?.value;
    if (kept !== undefined) return kept as ArrayBuffer;
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ source, trial }),
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const value = await response.arrayBuffer();
    await storage
      .put('known', { person: KEPT, path: `${path} ${source}`, value, at: Date.now() })
      .catch(() => undefined);
    return value;
  }
}

/** False where it cannot be played. The page's policy plays nothing from an address that is made here, so it is decoded. */
async function played(sound: ArrayBuffer, signal: AbortSignal): Promise<boolean> {
  const audio = new AudioContext();
  const buffer = await audio.decodeAudioData(sound.slice(0)).catch(() => null);
  if (buffer !== null)
    await new Promise((resolve) => {
      const source = audio.createBufferSource();
      source.buffer = buffer;
      source.connect(audio.destination);
      source.onended = resolve;
      signal.onabort = () => source.stop();
      source.start();
    });
  void audio.close();
  return buffer !== null;
}

interface LanguageMenuProps {
  readonly shell: { speak(tag: string): Promise<void> };
  readonly formats: Formats;
  readonly more: Me['languages'] | undefined;
}

/** Each by its name in itself. */
export function LanguageMenu({ shell, formats: { words, tag }, more }: LanguageMenuProps): JSX.Element {
  const offered = new Map([
    ['es', 'Español'],
    ['en', 'English'],
    ...[...loaded].map(([one, { name }]) => [one, name] as const),
    ...(more ?? []).map((one) => [one.tag, one.name] as const),
  ]);
  useLayoutEffect(() => {
    document.documentElement.dir = loaded.get(tag)?.direction ?? 'ltr';
  }, [tag]);
  return (
    <select
      aria-label={words.language}
      style={{ width: 'auto' }}
      value={tag}
      onChange={({ currentTarget }) => void shell.speak(currentTarget.value).catch(() => shell.speak(tag))}
    >
      {[...offered].map(([one, name]) => (
        <option key={one} value={one} lang={one}>
          {name}
        </option>
      ))}
    </select>
  );
}
