import type { JSX } from 'preact';
import { useWords } from '../form/words-later.ts';
import { pathOf } from '../shell/address.ts';
import type { Area } from '../shell/area.ts';
import { Focused } from '../shell/focused.tsx';
import type { HomeProps } from '../shell/frame.tsx';
import { Icon } from '../shell/parts.tsx';
import { nameOf } from '../shell/person-name.ts';
import { QueueNotes } from '../shell/queue-notes.tsx';
import { useSession, useShell } from '../shell/watching.ts';
import { areas, type SupplyArea } from './areas.ts';
import { Committees } from './committees.tsx';
import { supplyWords } from './words.ts';

/** The committee for which somebody is signed in, and what can be done for it; or another one that they are signed in for. */
export function Home({ shell, session, formats }: HomeProps): JSX.Element {
  const mine = useSession(session);
  const { people } = useShell(shell);
  const words = useWords(supplyWords, formats);
  const others = people.filter(({ id }) => id !== session.person?.id);
  return (
    <Focused name="supply">
      <QueueNotes shell={shell} session={session} mine={mine} formats={formats} />
      {words === null ? (
        <p role="status">{formats.words.loading}</p>
      ) : (
        <>
          <h1>{words.title}</h1>
          <p class="soft">{words.how}</p>
          <ul class="choose ways">
            {(Object.keys(areas) as SupplyArea[]).map((area) => {
              const { of: kind }: Area = areas[area] as Area;
              return (
                <li key={area}>
                  <a class="action quiet" href={pathOf(kind === 'phone' ? { area } : { area, body: session.body })}>
                    <Icon name={words.areas[area].icon} />
                    <span>
                      {words.areas[area].title}
                      <small>{words.areas[area].how}</small>
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
          <Committees session={session} words={words} />
          {others.length === 0 ? null : (
            <nav aria-label={words.another}>
              <h2>{words.another}</h2>
              <ul class="choose">
                {others.map((person) => (
                  <li key={person.id}>
                    <button type="button" class="action quiet" onClick={() => void shell.show(person)}>
                      <Icon name="people" />
                      <span>{nameOf(person, people, formats)}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div class="foot">
            <a class="plain" href={`/b/${encodeURIComponent(session.body)}`}>
              {words.page}
            </a>
            <a class="plain" href="/phone">
              {words.phone}
            </a>
            <a class="plain" href={pathOf({ area: 'sign-in' })}>
              {words.signIn}
            </a>
          </div>
        </>
      )}
    </Focused>
  );
}
