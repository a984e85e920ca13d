import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Action, Icon } from '../shell/parts.tsx';
import { askStatus, type NodeAddress, type Reply } from './asking.ts';
import type { PageProps } from './page-props.ts';
import type { Status } from './status.ts';

export interface KnownStatus {
  readonly status: Status | null;
  readonly trouble: Exclude<Reply<unknown>, { kind: 'ok' }> | null;
  /** Asks again. */
  readonly ask: () => void;
}

/** What the node says of the election: once, again when `ask` is called, and every so many seconds where that is wanted. */
export function useStatus(node: NodeAddress, everySeconds?: number): KnownStatus {
  const [status, setStatus] = useState<Status | null>(null);
  const [trouble, setTrouble] = useState<KnownStatus['trouble']>(null);
  const ask = (): void => {
    void askStatus(node).then((reply) => {
      if (reply.kind === 'ok') setStatus(reply.value);
      setTrouble(reply.kind === 'ok' ? null : reply);
    });
  };
  useEffect(() => {
    ask();
    if (everySeconds === undefined) return;
    const timer = setInterval(ask, everySeconds * 1_000);
    return () => clearInterval(timer);
  }, []);
  return { status, trouble, ask };
}

/** Until there is a status: that it is asked for, or why there is none. */
export function NoStatus({
  known,
  props,
}: {
  readonly known: KnownStatus;
  readonly props: Pick<PageProps, 'booth' | 'tongue'>;
}): JSX.Element {
  const { booth, tongue } = props;
  const { trouble, ask } = known;
  if (trouble === null)
    return (
      <p class="soft" role="status">
        {booth.loading}
      </p>
    );
  const said = trouble.kind === 'refused' ? (trouble.sentences?.[tongue.language] ?? booth.nothingHere) : null;
  return (
    <>
      <p class="refusal" role="alert">
        <Icon name={said === null ? 'offline' : 'alert'} />
        <span>{said ?? booth.unreachable}</span>
      </p>
      <Action icon="back" tone="indigo" onClick={ask}>
        {booth.again}
      </Action>
    </>
  );
}
