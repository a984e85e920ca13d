import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Focused } from '../../shell/focused.tsx';
import { Action, Badge, Icon } from '../../shell/parts.tsx';
import { askText } from '../asking.ts';
import { Camera } from '../camera.tsx';
import type { PageProps } from '../page-props.ts';
import type { Status } from '../status.ts';
import { boardOf, placeOnBoard, readSought, type Sought } from '../tracker.ts';
import { NoStatus, useStatus } from '../with-status.tsx';
import { en } from './words-en.ts';
import { type CheckWords, es } from './words-es.ts';

interface CheckProps extends PageProps {
  readonly words: CheckWords;
}

type Found =
  | { readonly kind: 'found'; readonly at: number; readonly of: number }
  | { readonly kind: 'later' | 'missing' | 'unreachable' };

/** Whether a vote is in the box, with nothing but its tracker. */
export function Check(props: PageProps): JSX.Element {
  const words = { es, en }[props.tongue.language];
  const known = useStatus(props.node);
  const { status } = known;
  return (
    <Focused name="check">
      {status === null ? <NoStatus known={known} props={props} /> : <Search {...props} {...{ status, words }} />}
    </Focused>
  );
}

function Search({ status, ...props }: CheckProps & { readonly status: Status }): JSX.Element {
  const { words, booth, node, fragments } = props;
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const [found, setFound] = useState<Found | null>(null);
  const search = (sought: Sought): void => {
    setWrong(false);
    void askText(node, '/trackers')
      .then((reply) => (reply.kind === 'ok' ? judged(boardOf(reply.value), sought, status) : null))
      .catch(() => null)
      .then((judgement) => setFound(judgement ?? { kind: 'unreachable' }));
  };
  const take = (said: string): boolean => {
    const sought = readSought(said);
    if (sought !== null) search(sought);
    return sought !== null;
  };
  useEffect(() => {
    take(fragments.at(-1) ?? '');
  }, [fragments.length]);
  const send = (event: Event): void => {
    event.preventDefault();
    setWrong(!take(text));
  };
  return (
    <>
      <p class="soft">{status.title}</p>
      <h1>{words.title}</h1>
      {found === null ? null : <Judgement {...props} found={found} />}
      {found === null || found.kind === 'unreachable' ? (
        <form onSubmit={send}>
          <p>{words.how}</p>
          <label for="tracker">{words.field}</label>
          <textarea
            id="tracker"
            rows={3}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={wrong}
          />
          {wrong ? (
            <p class="refusal" role="alert">
              <Icon name="alert" />
              <span>{words.wrong}</span>
            </p>
          ) : null}
          <Action icon="shield" tone="indigo" submit>
            {words.search}
          </Action>
          <Camera booth={booth} tone="quiet" scanned={take} />
        </form>
      ) : (
        <Action icon="back" tone="quiet" onClick={() => setFound(null)}>
          {words.another}
        </Action>
      )}
      <section class="foot">
        <a class="plain" href={`${node.origin}/ballot/api/${node.election}/archive.bel`} download>
          {words.archive}
        </a>
        <p class="soft">{words.archiveHow}</p>
      </section>
    </>
  );
}

async function judged(board: readonly string[], sought: Sought, { stage }: Status): Promise<Found> {
  const at = await placeOnBoard(board, sought);
  if (at > 0) return { kind: 'found', at, of: board.length };
  return { kind: stage === 'closed' || stage === 'opened' ? 'missing' : 'later' };
}

function Judgement({ found, words, booth, tongue }: CheckProps & { readonly found: Found }): JSX.Element {
  if (found.kind === 'unreachable')
    return (
      <p class="refusal" role="alert">
        <Icon name="offline" />
        <span>{booth.unreachable}</span>
      </p>
    );
  if (found.kind === 'found')
    return (
      <section class="card" role="status">
        <Badge tone="green" icon="check">
          {words.found.title}
        </Badge>
        <p>{words.found.place(tongue.number(found.at), tongue.number(found.of))}</p>
        <p class="soft">{words.found.what}</p>
      </section>
    );
  const said = words[found.kind];
  return (
    <section class="card" role="status">
      <Badge tone={found.kind === 'later' ? 'ochre' : 'red'} icon={found.kind === 'later' ? 'clock' : 'alert'}>
        {said.title}
      </Badge>
      <p>{said.how}</p>
      <p>{said.else}</p>
    </section>
  );
}
