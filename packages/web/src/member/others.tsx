import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '../answers.ts';
import type { Formats } from '../shell/formats.ts';
import { Icon } from '../shell/parts.tsx';
import { nameOf } from '../shell/person-name.ts';
import type { ScreenProps } from './screen-props.ts';
import type { MemberWords } from './words-es.ts';

/** Everybody else on this phone, one tap away, each with the next sitting as far as it was known when last asked. */
export function Others({ shell, session, formats, words }: ScreenProps): JSX.Element | null {
  const { people } = shell.state;
  const known = useKnown(shell);
  const others = people.filter(({ id }) => id !== session.person?.id);
  if (others.length === 0) return null;
  return (
    <section>
      <h2>{words.others}</h2>
      <ul class="choose">
        {others.map((person) => (
          <li key={person.id}>
            <button type="button" class="action quiet" onClick={() => void shell.show(person)}>
              <Icon name="people" />
              <span>
                {nameOf(person, people, formats)}
                <small>{nextOf(known.get(person.id), formats, words)}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useKnown(shell: ScreenProps['shell']): ReadonlyMap<string, Me> {
  const [known, setKnown] = useState<ReadonlyMap<string, Me>>(new Map());
  useEffect(() => {
    void shell.storage.all('known').then((all) => {
      const mine = all.filter(({ path }) => path === '/me');
      setKnown(new Map(mine.map(({ person, value }) => [person, value as Me])));
    });
  }, [shell]);
  return known;
}

function nextOf(me: Me | undefined, { time }: Formats, { sittings }: MemberWords): string {
  const [next] = me?.sittings ?? [];
  if (next === undefined) return '';
  return `${next.opened ? sittings.open : sittings.next}: ${next.place}, ${time(next.startsAt)}`;
}
