import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Step } from '../live-answer.ts';
import { pathOf } from '../shell/address.ts';
import { Action, Badge } from '../shell/parts.tsx';
import { hashOf } from './announced.ts';
import { ChoiceField, TextField, TimeField } from './fields.tsx';
import { Folded } from './folded.tsx';
import type { DeskProps } from './props.ts';
import { useSending } from './sending.ts';
import { SentNote } from './step-button.tsx';

interface Line {
  readonly number: number;
  readonly matter: string;
  readonly title: string;
  readonly text: string;
}

/** Of these the matter alone is announced; of the others a text, and that text only is voted. */
const withoutText: ReadonlySet<string> = new Set(['ordinary', 'election', 'recall']);

const needsText = ({ matter }: Pick<Line, 'matter'>): boolean => !withoutText.has(matter);

/** Of a longer notice the other texts are named by their hash alone. */
const MOST_TEXTS = 8;

const WEEK_MS = 7 * 86_400_000;

interface Props extends Omit<DeskProps, 'known'> {
  readonly step: Step;
}

/** The next sitting: kind, place, hour, and its notice line by line. */
export function ConveneForm(props: Props): JSX.Element {
  const { words } = props;
  return (
    <section class="card convene">
      <Folded title={words.steps.ConveneSitting}>
        <Form {...props} />
      </Folded>
    </section>
  );
}

/** The same day and hour a week later, or in a week from now if that is over. */
function nextStart({ startsAt, now }: Props['live']): string {
  let next = Date.parse(startsAt);
  while (next < Date.parse(now) + WEEK_MS / 7) next += WEEK_MS;
  return `${new Date(next).toISOString().slice(0, 19)}Z`;
}

/** The notice has the hash of each text, and the words beside it for everybody to read. */
function announced(lines: readonly Line[]) {
  const notice = lines.map((line) => ({
    matter: line.matter,
    title: line.title.trim(),
    ...(needsText(line) ? { textHash: hashOf(line.text) } : {}),
  }));
  const texts = lines
    .flatMap((line, item) => (needsText(line) ? [{ item, text: line.text }] : []))
    .slice(0, MOST_TEXTS);
  return texts.length === 0 ? { notice } : { notice, texts };
}

function Form({ live, session, words, formats }: Props): JSX.Element {
  const [kind, setKind] = useState(live.kind === 'founding' ? 'ordinary' : live.kind);
  const [place, setPlace] = useState(live.place);
  const [startsAt, setStartsAt] = useState(() => nextStart(live));
  const [lines, setLines] = useState<readonly Line[]>([{ number: 1, matter: 'ordinary', title: '', text: '' }]);
  const { busy, sent, send } = useSending(session);
  const complete =
    place.trim() !== '' &&
    lines.every((line) => line.title.trim() !== '' && (!needsText(line) || line.text.trim() !== ''));
  const changed = (number: number, change: Partial<Line>): void =>
    setLines(lines.map((line) => (line.number === number ? { ...line, ...change } : line)));
  const convene = async (): Promise<void> => {
    await send('ConveneSitting', { kind, place: place.trim(), startsAt, ...announced(lines) });
  };
  if (sent?.kind === 'done') {
    const called = sent.done.acts.find(({ act }) => act === 'SittingConvened')?.index;
    return (
      <p role="status">
        <Badge tone="green" icon="check">
          {words.convene.done}
        </Badge>{' '}
        {called === undefined ? null : (
          <a class="plain" href={pathOf({ area: 'desk', body: session.body, sitting: called })}>
            {words.convene.open}
          </a>
        )}
      </p>
    );
  }
  return (
    <form
      class="missing"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && !busy) void convene();
      }}
    >
      <ChoiceField
        label={words.convene.kind}
        value={kind}
        among={Object.entries(words.kinds).filter(([name]) => name !== 'founding')}
        onChange={setKind}
      />
      <TextField label={words.convene.place} most={160} value={place} onChange={setPlace} />
      <TimeField
        label={`${words.convene.startsAt} · ${words.convene.hours(zoneOf(live.offsetMinutes))}`}
        value={startsAt}
        offsetMinutes={live.offsetMinutes}
        onChange={setStartsAt}
      />
      <fieldset class="notice">
        <legend>{words.convene.items}</legend>
        {lines.map((line, place) => (
          <NoticeLine
            key={line.number}
            {...{ line, words }}
            label={`${words.convene.itemTitle} ${formats.number(place + 1)}`}
            onChange={(change) => changed(line.number, change)}
            onRemove={lines.length < 2 ? null : () => setLines(lines.filter((other) => other !== line))}
          />
        ))}
      </fieldset>
      <button
        type="button"
        class="plain"
        onClick={() =>
          setLines([...lines, { number: (lines.at(-1)?.number ?? 0) + 1, matter: 'ordinary', title: '', text: '' }])
        }
      >
        {words.convene.add}
      </button>
      <p class="soft">{words.convene.how}</p>
      <Action icon="calendar" tone="indigo" submit busy={busy || !complete}>
        {words.convene.go}
      </Action>
      <SentNote sent={sent} words={words} formats={formats} />
    </form>
  );
}

interface NoticeLineProps extends Pick<DeskProps, 'words'> {
  readonly line: Line;
  readonly label: string;
  readonly onChange: (change: Partial<Line>) => void;
  readonly onRemove: (() => void) | null;
}

function NoticeLine({ line, label, words, onChange, onRemove }: NoticeLineProps): JSX.Element {
  return (
    <div class="notice-line">
      <TextField label={label} most={200} value={line.title} onChange={(title) => onChange({ title })} />
      <ChoiceField
        label={words.convene.matter}
        value={line.matter}
        among={Object.entries(words.matters)}
        onChange={(matter) => onChange({ matter })}
      />
      {needsText(line) ? (
        <>
          <TextField
            label={words.fields.text}
            most={20_000}
            lines={5}
            value={line.text}
            onChange={(text) => onChange({ text })}
          />
          <p class="soft">{words.convene.needsText}</p>
        </>
      ) : null}
      {onRemove === null ? null : (
        <button type="button" class="plain" onClick={onRemove}>
          {words.convene.remove(line.title)}
        </button>
      )}
    </div>
  );
}

/** `UTC−4`. */
function zoneOf(offsetMinutes: number): string {
  const hours = Math.trunc(Math.abs(offsetMinutes) / 60);
  const rest = Math.abs(offsetMinutes) % 60;
  const minutes = rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`;
  return offsetMinutes === 0 ? 'UTC' : `UTC${offsetMinutes < 0 ? '−' : '+'}${hours}${minutes}`;
}
