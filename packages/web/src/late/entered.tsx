import type { JSX } from 'preact';
import { Mark, Press } from '../form/press.tsx';
import type { Formats } from '../shell/formats.ts';
import { Badge } from '../shell/parts.tsx';
import type { LateWords } from './words-es.ts';

interface EnteredProps {
  readonly body: string;
  readonly act: number;
  readonly words: LateWords;
  readonly formats: Formats;
  onAnother(): void;
}

export function Entered({ body, act, words, formats, onAnother }: EnteredProps): JSX.Element {
  const path = encodeURIComponent(body);
  return (
    <section class="late">
      <p>
        <Badge tone="green" icon="check">
          {words.done.title}
        </Badge>
      </p>
      <h1>{words.done.act(formats.number(act))}</h1>
      <p>
        <a class="action indigo" href={`/phone/minutes/${path}/${act}`}>
          <Mark name="pen" />
          <span>{words.done.minutes}</span>
        </a>
      </p>
      <p>
        <a class="action quiet" href={`/b/${path}/sittings/${act}`}>
          <Mark name="book" />
          <span>{words.done.see}</span>
        </a>
      </p>
      <Press mark="plus" onPress={onAnother}>
        {words.done.another}
      </Press>
    </section>
  );
}
