import {
  type Cargo,
  cargoes,
  cargoName,
  crockfordEncode,
  judge,
  type KeyList,
  type Question,
  readPass,
} from '@cabildo/book';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type Language, preferredLanguage } from '../booth/tongue.ts';
import { verifyEd25519 } from '../office/accreditation/ed25519-check.ts';
import { Photograph } from '../scan/photograph.tsx';
import { Scan } from '../scan/scan.tsx';
import { en as photographEn } from '../scan/words-en.ts';
import { es as photographEs } from '../scan/words-es.ts';
import { Focused } from '../shell/focused.tsx';
import { Action } from '../shell/parts.tsx';
import { keptLists } from './kept.ts';
import { Lists } from './lists.tsx';
import { now } from './moment.ts';
import { Totals } from './totals.tsx';
import { Judged, type JudgedProps } from './verdict.tsx';
import { en } from './words-en.ts';
import { type BlockWords, es } from './words-es.ts';

const wordsIn = { es, en } as const;
const photographWords = { es: photographEs, en: photographEn } as const;

export function Block(): JSX.Element {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const [lists, setLists] = useState<readonly KeyList[]>(keptLists);
  const [judged, setJudged] = useState<Pick<JudgedProps, 'verdict' | 'paper'> | null>(null);
  const words = wordsIn[language];
  const other = language === 'es' ? 'en' : 'es';
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = words.name;
  }, [language]);
  const asked = (question: Omit<Question, 'at'>): void =>
    setJudged({
      verdict: judge({ ...question, at: now() }, lists, { verifyEd25519 }),
      paper: paperIn(question.text ?? ''),
    });
  return (
    <>
      <header>
        <span class="name">
          <strong>{words.name}</strong>
        </span>
        <button type="button" class="plain" lang={other} onClick={() => setLanguage(other)}>
          {words.other}
        </button>
      </header>
      {judged === null ? (
        <Focused name="ask">
          <h1>{words.title}</h1>
          <p class="card">{words.life}</p>
          <Ask {...{ words, language, lists, asked }} />
          <Lists {...{ words, language, lists, setLists }} />
          <Totals {...{ words, language }} />
        </Focused>
      ) : (
        <Judged {...{ words, language }} {...judged} next={() => setJudged(null)} />
      )}
    </>
  );
}

/** By what a paper is known again: the head of its signature, however it was typed. */
function paperIn(text: string): string | null {
  const read = readPass(text);
  return read.ok ? crockfordEncode(read.signed.signature).slice(0, 12) : null;
}

interface AskProps {
  readonly words: BlockWords;
  readonly language: Language;
  readonly lists: readonly KeyList[];
  readonly asked: (question: Omit<Question, 'at'>) => void;
}

function Ask({ words, language, lists, asked }: AskProps): JSX.Element {
  const [cargo, setCargo] = useState<Cargo | ''>('');
  const [place, setPlace] = useState('');
  const [text, setText] = useState('');
  const [looking, setLooking] = useState(false);
  const blocks = lists.flatMap(({ origin, body, closures }) =>
    closures.map(({ number, name }) => ({ origin, number, says: `${name} (${body})` })),
  );
  // A closure that no list names any more is nowhere that one could stand.
  const block = blocks.find((one) => `${one.origin}/${one.number}` === place);
  const about = {
    ...(cargo === '' ? {} : { cargo }),
    ...(block === undefined ? {} : { block: { origin: block.origin, number: block.number } }),
  };
  useEffect(() => setLooking(false), [language]);
  const scanned = (said: string): boolean => {
    const read = readPass(said);
    if (!read.ok && read.fault === 'not-a-pass') return false;
    asked({ ...about, text: said });
    return true;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        asked({ ...about, text });
      }}
    >
      <label for="cargo">{words.cargo}</label>
      <select id="cargo" value={cargo} onChange={({ currentTarget }) => setCargo(currentTarget.value as Cargo | '')}>
        <option value="">{words.unseen}</option>
        {cargoes.map((one) => (
          <option key={one} value={one}>
            {cargoName(one, language)}
          </option>
        ))}
      </select>
      {blocks.length === 0 ? null : (
        <>
          <label for="place">{words.where}</label>
          <select id="place" value={place} onChange={({ currentTarget }) => setPlace(currentTarget.value)}>
            <option value="">{words.anywhere}</option>
            {blocks.map(({ origin, number, says }) => (
              <option key={`${origin}/${number}`} value={`${origin}/${number}`}>
                {says}
              </option>
            ))}
          </select>
        </>
      )}
      {looking ? (
        <Scan
          formats={{ words: { scan: words.camera } }}
          scanned={scanned}
          close={() => setLooking(false)}
          otherwise={<Photograph words={photographWords[language]} scanned={scanned} />}
        />
      ) : (
        <Action icon="camera" tone="indigo" onClick={() => setLooking(true)}>
          {words.camera.start}
        </Action>
      )}
      <label for="text">{words.text}</label>
      <textarea
        id="text"
        rows={4}
        value={text}
        required
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
      />
      <Action icon="shield" tone="quiet" submit>
        {words.check}
      </Action>
      <Action icon="cross" tone="quiet" onClick={() => asked(about)}>
        {words.noPaper}
      </Action>
    </form>
  );
}
