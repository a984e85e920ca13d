import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { HourField, NumberField, TextField } from '../../form/fields.tsx';
import { Press } from '../../form/press.tsx';
import { fromLocalInput, toLocalInput, toSecond } from '../../meeting/hours.ts';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import type { OneProps, PartProps } from './parts.ts';

const MINUTES_10 = 600_000;

/** What is given out, and where the seed will come from while nobody can know it. */
export function Announce({ session, queues: { offsetMinutes }, words, formats }: PartProps): JSX.Element {
  const sending = useSending(session);
  const [goods, setGoods] = useState('');
  const [portions, setPortions] = useState<number | null>(null);
  const [source, setSource] = useState('');
  const [at, setAt] = useState(() => toLocalInput(toSecond(Date.now() + MINUTES_10), offsetMinutes));
  const when = fromLocalInput(at, offsetMinutes);
  const ready = goods.trim() !== '' && source.trim() !== '' && portions !== null && portions > 0 && when !== null;
  const announce = async (): Promise<void> => {
    if (await sending.send('AnnounceQueue', { goods, portions, drawnFrom: source, at: when })) setGoods('');
  };
  return (
    <details>
      <summary>{words.announce}</summary>
      <TextField id="goods" label={words.goods} max={120} value={goods} onChange={setGoods} />
      <NumberField id="portions" label={words.portions} value={portions} onChange={setPortions} />
      <TextField
        id="source"
        label={words.source}
        hint={words.sourceHow}
        max={200}
        value={source}
        onChange={setSource}
      />
      <HourField id="draw-at" label={words.drawAt} value={at} onChange={setAt} />
      <Press mark="speech" tone="indigo" off={!ready || sending.busy} onPress={() => void announce()}>
        {words.announceIt}
      </Press>
      <TroubleNote trouble={sending.trouble} waits={words.waits} formats={formats} />
    </details>
  );
}

export function Draw({ session, queue, officer, words, formats }: OneProps): JSX.Element {
  const sending = useSending(session);
  const [seed, setSeed] = useState('');
  return (
    <section>
      <h2>{words.draw}</h2>
      <p>{words.drawHow(queue.source, formats.time(queue.at))}</p>
      {officer ? (
        <>
          <TextField id="seed" label={words.seed} max={400} value={seed} onChange={setSeed} />
          <Press
            mark="check"
            tone="indigo"
            off={seed.trim() === '' || sending.busy}
            onPress={() => void sending.send('DrawQueue', { queue: queue.queue, seed: seed.trim() })}
          >
            {words.drawIt}
          </Press>
          <TroubleNote trouble={sending.trouble} waits={words.waits} formats={formats} />
        </>
      ) : (
        <p>{words.notDrawn}</p>
      )}
    </section>
  );
}
