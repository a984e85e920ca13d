import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { HourField, NumberField, TextField } from '../../form/fields.tsx';
import { Press } from '../../form/press.tsx';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import type { OneProps, PartProps } from './parts.ts';

/** `2026-06-20T18:00`, as the field has it, by this phone's clock. */
const inField = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  return new Date(milliseconds - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const MINUTES_10 = 600_000;

/** What is given out, and where the seed will come from while nobody can know it. */
export function Announce({ session, words, formats }: PartProps): JSX.Element {
  const sending = useSending(session);
  const [goods, setGoods] = useState('');
  const [portions, setPortions] = useState<number | null>(null);
  const [source, setSource] = useState('');
  const [at, setAt] = useState(() => inField(Date.now() + MINUTES_10));
  const ready = goods.trim() !== '' && source.trim() !== '' && portions !== null && portions > 0 && at !== '';
  const announce = async (): Promise<void> => {
    const when = `${new Date(at).toISOString().slice(0, 19)}Z`;
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
