import { type Cargo, cargoes, type KeyList } from '@cabildo/book';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { MeasuresHere } from '../../answers.ts';
import { TroubleNote, useSending } from '../../office/sending.tsx';
import { Action } from '../../shell/parts.tsx';
import { cargoSaid } from './cargo-said.ts';
import { Checks } from './checks.tsx';
import { freshCode, keepNamed, keyOfPhone, minuteAt, type NamedKey } from './pass-key.ts';
import type { PassProps } from './pass-props.ts';

const WEEKS_2 = 14 * 86_400_000;
const atFirst: readonly Cargo[] = ['patients', 'ambulances', 'oxygen', 'medicine'];

interface NameKeyProps extends PassProps {
  readonly list: KeyList;
  readonly measures: MeasuresHere['measures'];
  readonly onNamed: (named: NamedKey) => void;
}

/** The book names this phone’s key, for cargoes and closures; the officers seal it. */
export function NameKey({ shell, session, formats, words, list, measures, onNamed }: NameKeyProps): JSX.Element {
  const own = measures.filter(
    ({ book, standing, index }) => book === session.body && standing === 'called' && index > 0,
  );
  const [closures, setClosures] = useState<readonly string[]>(own.map(({ index }) => String(index)).slice(0, 6));
  const [chosen, setChosen] = useState<readonly string[]>(atFirst);
  const { busy, trouble, send } = useSending(session);
  const name = async (): Promise<void> => {
    const { publicKey } = await keyOfPhone(session);
    const numbers = closures.map(Number).sort((a, b) => a - b);
    const window = { from: minuteAt(Date.now() - 60_000), until: minuteAt(Date.now() + WEEKS_2) };
    const named = { code: freshCode(), cargoes: chosen as readonly Cargo[], ...window };
    const done = await send('NamePassKey', { ...named, key: publicKey, closures: numbers });
    if (done === null) return;
    const opened = own
      .filter(({ index }) => numbers.includes(index))
      .map(({ index, what, place, area }) => ({
        number: index,
        name: [what, place ?? area].filter(Boolean).join(', '),
      }));
    const kept = { ...named, act: done.acts[0]?.index ?? null, origin: list.origin, closures: opened };
    await keepNamed(shell, session, kept);
    onNamed(kept);
  };
  return (
    <section class="card" aria-labelledby="name-key">
      <h2 id="name-key">{words.name.title}</h2>
      <p class="soft">{words.name.how}</p>
      {own.length === 0 ? (
        <p>{words.name.none}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!busy) void name();
          }}
        >
          <Checks
            legend={words.name.closures}
            all={own.map(({ index, what }) => ({ value: String(index), words: what }))}
            chosen={closures}
            onChange={setClosures}
          />
          <Checks
            legend={words.name.cargoes}
            all={cargoes.map((cargo) => ({ value: cargo, words: cargoSaid(cargo, formats) }))}
            chosen={chosen}
            onChange={setChosen}
          />
          <TroubleNote trouble={trouble} waits={words.waits} formats={formats} />
          <Action icon="pen" tone="indigo" submit busy={busy || closures.length === 0 || chosen.length === 0}>
            {words.name.do}
          </Action>
          <p class="soft">{words.name.officers}</p>
        </form>
      )}
    </section>
  );
}
