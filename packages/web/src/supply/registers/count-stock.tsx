import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../answers.ts';
import { NumberField, SelectField } from '../../form/fields.tsx';
import { useStanding } from '../../form/standing.ts';
import { Action, Refusal } from '../../shell/parts.tsx';
import type { Sent } from '../../shell/sent.ts';
import { isDepot } from './read-row.ts';
import type { RegisterProps } from './register-props.ts';

/** What a refusal of a round names besides its sentence: the one that is due. */
type WrongRound = Problem & { readonly needed?: unknown };

/** One person's count, which nobody sees until enough others have counted too. */
export function CountStock({ supply, session, words, formats }: RegisterProps): JSX.Element | null {
  const depots = supply.sites.filter(({ kind, closed }) => closed === null && isDepot(kind));
  const [site, setSite] = useState(String(depots[0]?.site ?? ''));
  const [item, setItem] = useState(String(supply.items[0]?.item ?? ''));
  const [found, setFound] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [came, setCame] = useState<Sent | null>(null);
  const sent = useStanding(session, came);
  if (depots.length === 0 || supply.items.length === 0) return null;
  const last = depots.find((one) => String(one.site) === site)?.counted.find((one) => String(one.item) === item);
  const count = async (): Promise<void> => {
    setBusy(true);
    setCame(null);
    const input = { site: Number(site), item: Number(item), found };
    const first = await session.send('CountStock', { ...input, round: (last?.round ?? 0) + 1 });
    const due =
      first.kind === 'refused' && first.problem.code === 'wrong-round' ? (first.problem as WrongRound).needed : null;
    setCame(typeof due === 'number' ? await session.send('CountStock', { ...input, round: due }) : first);
    setBusy(false);
    setFound(null);
  };
  return (
    <details class="card">
      <summary>{words.count.title}</summary>
      <p class="soft">{words.count.how(formats.number(supply.rules.counters))}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && found !== null) void count();
        }}
      >
        <SelectField
          id="count-site"
          label={words.count.site}
          value={site}
          choices={depots.map((one) => ({ value: String(one.site), words: one.title }))}
          onChange={setSite}
        />
        <SelectField
          id="count-item"
          label={words.count.item}
          value={item}
          choices={supply.items.map((one) => ({ value: String(one.item), words: one.title }))}
          onChange={setItem}
        />
        {last === undefined ? null : (
          <p class="soft">{words.count.last(formats.number(last.found), formats.day(last.at))}</p>
        )}
        <NumberField id="count-found" label={words.count.found} value={found} onChange={setFound} />
        <Action icon="check" tone="indigo" submit busy={busy || found === null}>
          {words.count.send}
        </Action>
        {sent?.kind === 'refused' ? <Refusal said={sent.problem.sentences} formats={formats} /> : null}
        <p role="status">{saidOf(sent, words, formats.number)}</p>
      </form>
    </details>
  );
}

function saidOf(sent: Sent | null, words: RegisterProps['words'], number: (value: number) => string): string {
  if (sent?.kind === 'waiting') return words.waits;
  if (sent?.kind !== 'done') return '';
  const { waiting, agreed, round } = sent.done.answer as {
    readonly waiting?: number;
    readonly agreed?: boolean;
    readonly round?: number;
  };
  if (waiting !== undefined) return words.count.waiting(number(waiting));
  if (agreed === true) return words.count.agreed;
  return round === undefined ? words.count.stands : words.count.again(number(round));
}
