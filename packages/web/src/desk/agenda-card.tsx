import type { JSX } from 'preact';
import type { LiveItem } from '../live-answer.ts';
import { Icon } from '../shell/parts.tsx';
import { Folded } from './folded.tsx';
import type { DeskProps } from './props.ts';
import { useSending } from './sending.ts';
import { SentNote, StepButton } from './step-button.tsx';
import { stepsFor } from './steps.ts';

/** The notice in its order; an item is called by pressing it. */
export function AgendaCard(props: DeskProps): JSX.Element {
  const { live, words, formats, session, known } = props;
  const { busy, sent, send } = useSending(session);
  const [order] = stepsFor(known, 'ChangeAgenda');
  const takeable = (item: number): boolean => stepsFor(known, 'TakeItem', { item }).some(({ lawful }) => lawful);
  return (
    <section class="card agenda" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{words.agenda.title}</h2>
      {live.agenda.length === 0 ? <p class="soft">{words.agenda.none}</p> : null}
      <ol>
        {live.agenda.map((item) => (
          <li key={item.item} class={item.state} aria-current={item.state === 'now' ? 'step' : undefined}>
            {takeable(item.item) && !busy ? (
              <button type="button" onClick={() => void send('TakeItem', { sitting: live.sitting, item: item.item })}>
                <Line item={item} {...{ words, formats }} />
              </button>
            ) : (
              <Line item={item} {...{ words, formats }} />
            )}
          </li>
        ))}
      </ol>
      <SentNote sent={sent} words={words} formats={formats} />
      {order?.lawful === true ? (
        <Folded title={words.agenda.order}>
          <StepButton {...props} step={order} />
        </Folded>
      ) : null}
    </section>
  );
}

function Line({
  item,
  words,
  formats,
}: { readonly item: LiveItem } & Pick<DeskProps, 'words' | 'formats'>): JSX.Element {
  return (
    <span class="line">
      <span class="number">{formats.number(item.item + 1)}</span>
      <span>
        {item.title}
        {item.matter === 'ordinary' ? null : <small>{words.matters[item.matter] ?? item.matter}</small>}
      </span>
      {item.state === 'next' ? null : (
        <span class="mark">
          <Icon name={item.state === 'now' ? 'next' : 'check'} />
          <span class="unseen">{words.agenda.states[item.state]}</span>
        </span>
      )}
    </span>
  );
}
