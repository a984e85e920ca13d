import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ChoiceField, NumberField, TextField } from '../form/fields.tsx';
import { Small } from '../form/press.tsx';
import { Action } from '../shell/parts.tsx';
import type { HeadCount } from './meeting.ts';
import type { MeetingProps } from './meeting-props.ts';
import { countWords } from './paper-of-meeting.ts';

interface Typed {
  readonly kind: HeadCount['kind'];
  readonly a: number | null;
  readonly b: number | null;
  readonly method: string;
}

/** What is wrong, and at which field; or the count. */
function countOf(
  { kind, a, b, method }: Typed,
  at: string,
  words: MeetingProps['words']['count'],
): HeadCount | { readonly a?: string; readonly b?: string; readonly method?: string } {
  // Whoever counts is there.
  if (a === null || (a === 0 && kind !== 'range')) return { a: words.missing };
  if (kind === 'one') return { kind, at, people: a };
  if (b === null || b === 0) return { b: words.missing };
  if (kind === 'two') return { kind, at, people: a, other: b };
  if (b <= a) return { b: words.order };
  if (method.trim() === '') return { method: words.methodMissing };
  return { kind, at, atLeast: a, atMost: b, method: method.trim() };
}

export function Count({ meeting, words: all, formats, hours, now, change, back }: MeetingProps): JSX.Element {
  const words = all.count;
  const [typed, setTyped] = useState<Typed>({ kind: 'one', a: null, b: null, method: '' });
  const [wrong, setWrong] = useState<{ readonly a?: string; readonly b?: string; readonly method?: string }>({});
  const { kind, a, b, method } = typed;
  const save = (event: Event): void => {
    event.preventDefault();
    const count = countOf(typed, now(), words);
    if ('kind' in count) {
      change({ ...meeting, counts: [...meeting.counts, count] });
      back();
    } else setWrong(count);
  };
  return (
    <form onSubmit={save} noValidate>
      <h1>{words.title}</h1>
      <ChoiceField
        name="count-way"
        label={words.how}
        value={kind}
        choices={(['one', 'two', 'range'] as const).map((value) => ({ value, words: words.ways[value] }))}
        onChange={(next) => setTyped({ ...typed, kind: next })}
      />
      {kind === 'two' ? <p class="soft">{words.twoHow}</p> : null}
      <div class="figures">
        <NumberField
          id="count-a"
          label={kind === 'one' ? words.people : kind === 'two' ? words.first : words.atLeast}
          value={a}
          error={wrong.a ?? null}
          onChange={(value) => setTyped({ ...typed, a: value })}
        />
        {kind === 'one' ? null : (
          <NumberField
            id="count-b"
            label={kind === 'two' ? words.second : words.atMost}
            value={b}
            error={wrong.b ?? null}
            onChange={(value) => setTyped({ ...typed, b: value })}
          />
        )}
      </div>
      {kind === 'two' && a !== null && b !== null && a !== b ? (
        <p class="card ochre" role="status">
          {words.differ}
        </p>
      ) : null}
      {kind === 'range' ? (
        <TextField
          id="count-method"
          label={words.method}
          hint={words.methodHow}
          value={method}
          max={400}
          error={wrong.method ?? null}
          onChange={(value) => setTyped({ ...typed, method: value })}
        />
      ) : null}
      <Action icon="check" tone="indigo" submit>
        {all.save}
      </Action>
      {meeting.counts.length === 0 ? null : <h2>{words.past}</h2>}
      <ul class="past">
        {meeting.counts.map((count, i) => (
          <li key={`${i} ${count.at}`}>
            <span>{countWords(count, { words: all.paper, hours, number: formats.number })}</span>
            <Small
              mark="trash"
              onPress={() => change({ ...meeting, counts: meeting.counts.filter((_, j) => j !== i) })}
            >
              {all.delete}
            </Small>
          </li>
        ))}
      </ul>
    </form>
  );
}
