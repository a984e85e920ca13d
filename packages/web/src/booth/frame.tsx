import type { ComponentType, JSX } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { Focused } from '../shell/focused.tsx';
import { Action, Icon } from '../shell/parts.tsx';
import type { NodeAddress } from './asking.ts';
import type { PageProps } from './page-props.ts';
import { takeFragment } from './place.ts';
import { type Language, preferredLanguage, tongueOf } from './tongue.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';
import '../qr/qr.css';
import '../shell/shell.css';
import './booth.css';

const wordsIn = { es, en } as const;

interface FrameProps {
  readonly node: NodeAddress | null;
  readonly load: (() => Promise<ComponentType<PageProps>>) | null;
}

/** The name, the language, and one of the pages. */
export function Frame({ node, load }: FrameProps): JSX.Element {
  const [language, setLanguage] = useState<Language>(preferredLanguage);
  const fragments = useFragments();
  const booth = wordsIn[language];
  const other = language === 'es' ? 'en' : 'es';
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = booth.name;
  }, [language]);
  return (
    <>
      <header>
        <span class="name">
          <strong>{booth.name}</strong>
        </span>
        <button type="button" class="plain" lang={other} onClick={() => setLanguage(other)}>
          {booth.other}
        </button>
      </header>
      {node === null || load === null ? (
        <Focused name="nowhere">
          <h1>{booth.nothingHere}</h1>
          <p>{booth.nothingHereHow}</p>
        </Focused>
      ) : (
        <Loaded load={load} props={{ node, tongue: tongueOf(language), booth, fragments }} />
      )}
    </>
  );
}

/** All that came: a phone's own camera opens the second half of a slip in the page that is open already. */
function useFragments(): readonly string[] {
  const [fragments, setFragments] = useState(() => [takeFragment()].filter(isSaid));
  useEffect(() => {
    const changed = (): void => {
      const found = takeFragment();
      setFragments((all) => [...all, found].filter(isSaid));
    };
    // One may have come before anybody listened.
    changed();
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return fragments;
}

const isSaid = (fragment: string): boolean => fragment !== '';

function Loaded({ load, props }: { readonly load: NonNullable<FrameProps['load']>; readonly props: PageProps }) {
  const [Page, setPage] = useState<ComponentType<PageProps> | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    load().then(
      (found) => setPage(() => found),
      () => setFailed(true),
    );
  }, []);
  if (Page !== null) return <Page {...props} />;
  const { booth } = props;
  return (
    <Focused name="loading">
      {failed ? (
        <>
          <p class="refusal" role="alert">
            <Icon name="offline" />
            <span>{booth.unreachable}</span>
          </p>
          <Action icon="back" tone="indigo" onClick={() => location.reload()}>
            {booth.again}
          </Action>
        </>
      ) : (
        <p class="soft" role="status">
          {booth.loading}
        </p>
      )}
    </Focused>
  );
}
