import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActAnswer, ActInWords, Sentences, WaitingSeal } from '../answers.ts';
import { Action, Alert, Badge } from '../shell/parts.tsx';
import type { Session } from '../shell/session.ts';
import { type ActFault, type CheckedAct, checkAct } from './act-check.ts';
import { SealButton } from './seal-button.tsx';
import type { ActProps, SealProps } from './seal-props.ts';

type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly sentences: Sentences }
  | { readonly kind: 'fault'; readonly fault: ActFault }
  | { readonly kind: 'read'; readonly act: CheckedAct; readonly said: Sentences | null };

async function readToSign(session: Session, { index, act }: WaitingSeal): Promise<Reading> {
  const [shown, words] = await Promise.all([
    session.ask<ActAnswer>(`/acts/${index}`),
    session.ask<ActInWords>(`/acts/${index}/sentence`),
  ]);
  if (shown.kind === 'unreachable' || words.kind === 'unreachable') return { kind: 'unreachable' };
  if (shown.kind === 'problem') return { kind: 'refused', sentences: shown.problem.sentences };
  const checked = checkAct({ body: session.body, index, act }, shown.value);
  if (!checked.ok) return { kind: 'fault', fault: checked.fault };
  return { kind: 'read', act: checked.act, said: words.kind === 'ok' ? words.value.sentences : null };
}

/** One act: what it says, what this phone has worked out of it, and whether I sign it. */
export function SealAct(props: ActProps): JSX.Element {
  const { session, item, says, formats, leave } = props;
  const [reading, setReading] = useState<Reading>({ kind: 'reading' });
  const read = (): void => {
    setReading({ kind: 'reading' });
    void readToSign(session, item).then(setReading);
  };
  useEffect(read, [session, item.index]);
  const top = useRef<HTMLElement>(null);
  useEffect(() => {
    top.current?.focus();
    scrollTo(0, 0);
  }, []);
  return (
    <article ref={top} tabIndex={-1} class="to-sign">
      <p class="soft">{says.asked}</p>
      {reading.kind === 'read' ? (
        <ReadAct {...props} act={reading.act} said={reading.said} />
      ) : (
        <>
          <h1>{says.kinds[item.act] ?? item.act}</h1>
          <Unread reading={reading} says={says} formats={formats} again={read} />
          <Action icon="back" tone="quiet" onClick={leave}>
            {formats.words.back}
          </Action>
        </>
      )}
    </article>
  );
}

function Unread({
  reading,
  says,
  formats,
  again,
}: Pick<SealProps, 'says' | 'formats'> & {
  readonly reading: Exclude<Reading, { kind: 'read' }>;
  readonly again: () => void;
}): JSX.Element {
  const { words } = formats;
  if (reading.kind === 'reading') return <p role="status">{says.checking}</p>;
  const said =
    reading.kind === 'unreachable'
      ? words.unreachable
      : reading.kind === 'refused'
        ? formats.said(reading.sentences)
        : says.faults[reading.fault];
  return (
    <>
      <Alert>{said}</Alert>
      {reading.kind === 'unreachable' ? (
        <Action icon="shield" tone="indigo" onClick={again}>
          {words.again}
        </Action>
      ) : null}
    </>
  );
}

function ReadAct(props: ActProps & { readonly act: CheckedAct; readonly said: Sentences | null }): JSX.Element {
  const { act, said, says, item, session, state, formats } = props;
  const { number, time } = formats;
  const { leaf } = act;
  const facts = [
    [
      says.facts.body,
      <>
        {state.title}
        <br />
        <span class="soft">{leaf.book}</span>
      </>,
    ],
    [says.facts.act, number(leaf.index)],
    [says.facts.code, <strong class="code">{`${act.code.slice(0, 5)} ${act.code.slice(5)}`}</strong>],
    [says.facts.when, time(leaf.at)],
    [says.facts.as, formats.said(item.called)],
  ] as const;
  return (
    <>
      <h1>{says.kinds[leaf.act] ?? leaf.act}</h1>
      <p class="said">{said === null ? says.noWords : formats.said(said)}</p>
      {act.document === null ? null : (
        <details>
          <summary>{says.document}</summary>
          <p class="text">{act.document}</p>
        </details>
      )}
      <dl class="card facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Badge tone="green" icon="shield">
          {says.checked}
        </Badge>
      </p>
      <details>
        <summary>{says.bytes}</summary>
        <p class="soft">{says.bytesHow}</p>
        <pre>{act.seal}</pre>
        <pre>{act.text}</pre>
        <p>
          <a href={`/b/${encodeURIComponent(session.body)}/acts/${leaf.index}`}>{says.acta}</a>
        </p>
      </details>
      <SealButton {...props} />
    </>
  );
}
