import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { pathOf } from '../shell/address.ts';
import { Icon } from '../shell/parts.tsx';
import type { Session } from '../shell/session.ts';
import type { SupplyWords } from './words-es.ts';

interface Committee {
  readonly body: string;
  readonly title: string;
}

interface CommitteesProps {
  readonly session: Session;
  readonly words: SupplyWords;
}

/** An officer of an assembly need not know what the committees are called that bring it goods, nor be anybody in them, to sign for it. */
export function Committees({ session, words }: CommitteesProps): JSX.Element | null {
  const [found, setFound] = useState<readonly Committee[]>([]);
  useEffect(() => {
    let over = false;
    void session
      .ask<{ readonly committees: readonly Committee[] }>('/committees-of-its-sites')
      .then((reply) => (over || reply.kind !== 'ok' ? undefined : setFound(reply.value.committees)));
    return () => {
      over = true;
    };
  }, [session]);
  if (found.length === 0) return null;
  return (
    <nav aria-labelledby="committees">
      <h2 id="committees">{words.committees}</h2>
      <p class="soft">{words.committeesHow}</p>
      <ul class="choose">
        {found.map(({ body, title }) => (
          <li key={body}>
            <a class="action quiet" href={pathOf({ area: 'for-sites', body })}>
              <Icon name="people" />
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
