import './queue.css';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField } from '../../form/fields.tsx';
import { Small } from '../../form/press.tsx';
import { useWords } from '../../form/words-later.ts';
import { useSending } from '../../office/sending.tsx';
import { pathOf } from '../../shell/address.ts';
import type { BodyAreaProps } from '../../shell/area.ts';
import { Icon } from '../../shell/parts.tsx';
import { useSession } from '../../shell/watching.ts';
import { Announce, Draw } from './announce.tsx';
import { Calling } from './calling.tsx';
import { Cards } from './cards.tsx';
import { Closing, Complaints } from './ending.tsx';
import { useHere } from './here.ts';
import type { OneProps, PartProps } from './parts.ts';
import type { Queue } from './queue-answer.ts';
import { Serve } from './serve.tsx';
import { TablesField, tableOf } from './tables.tsx';
import { useQueues } from './use-queues.ts';
import { queueWords } from './words.ts';

/** The queue at the neighbourhood: household cards, an order drawn by lot, a portion a card, also without a network. */
export function QueueArea(props: BodyAreaProps): JSX.Element {
  const { shell, session, formats } = props;
  const words = useWords(queueWords, formats);
  const known = useQueues(shell, session);
  const sending = useSending(session);
  const officer = useSession(session).me?.roles?.includes('officer') === true;
  const [chosen, setChosen] = useState<number | null>(null);
  if (words === null || known === null) return <p role="status">{formats.words.loading}</p>;
  const { value: queues, at, stale } = known;
  const part: PartProps = { ...props, words, queues, officer, sending };
  const queue = queues.queues.find((one) => one.queue === chosen) ?? queues.queues.at(-1);
  return (
    <div class="neighbourhood">
      <h1>{words.title}</h1>
      <p class="soft on-screen">{words.how}</p>
      <p role="status" class="on-screen">
        {stale ? <Icon name="offline" /> : null} {words.age(formats.ago(Date.now() - at))} {stale ? words.stale : ''}
      </p>
      {queues.queues.length < 2 || queue === undefined ? null : (
        <SelectField
          id="queue"
          label={words.pick}
          value={String(queue.queue)}
          choices={queues.queues.map((one) => ({
            value: String(one.queue),
            words: `${one.goods} (${formats.time(one.at)})`,
          }))}
          onChange={(value) => setChosen(Number(value))}
        />
      )}
      {queue === undefined ? <p>{words.none}</p> : <One key={queue.queue} {...part} queue={queue} />}
      {officer ? (
        <>
          <Announce {...part} />
          <Cards {...part} />
        </>
      ) : null}
      <div class="foot">
        <a class="plain" href={pathOf({})}>
          {formats.words.back}
        </a>
      </div>
    </div>
  );
}

function One(props: PartProps & { readonly queue: Queue }): JSX.Element {
  const { shell, session, queue, officer, words, formats } = props;
  const { here, change } = useHere(shell, session, queue.queue);
  if (here === null) return <p role="status">{formats.words.loading}</p>;
  const one: OneProps = { ...props, here, change };
  return (
    <section>
      <h2>{queue.goods}</h2>
      {queue.drawn === null ? (
        <Draw {...one} />
      ) : (
        <>
          <div class="on-screen">
            <TablesField {...one} />
            <Calling {...one} />
            <Serve {...one} />
            <Complaints {...one} />
            {officer ? <Closing {...one} /> : null}
          </div>
          <details class="order">
            <summary>{words.order}</summary>
            <p>{words.orderHow(queue.drawn.seed)}</p>
            <ol>
              {(queue.order ?? []).map((card) => (
                <li key={card}>
                  {words.cardNo(formats.number(card))}
                  {here.tables === undefined
                    ? ''
                    : ` · ${words.tables.one(tableOf(queue.order ?? [], card, here.tables))}`}
                </li>
              ))}
            </ol>
            <Small mark="print" onPress={() => print()}>
              {words.print}
            </Small>
          </details>
        </>
      )}
    </section>
  );
}
