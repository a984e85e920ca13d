import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Action, Badge, Icon } from '../../shell/parts.tsx';
import { Camera } from '../camera.tsx';
import { type HalfSlip, type Mismatch, readHalfSlip } from '../half-slip.ts';
import type { VoterProps } from './voter-props.ts';

interface HalvesProps extends VoterProps {
  readonly halves: readonly HalfSlip[];
  /** Why the last one was not taken. */
  readonly mismatch: Mismatch | null;
  readonly take: (half: HalfSlip) => void;
  readonly remove: (half: HalfSlip) => void;
  /** Both are there. */
  readonly go: () => void;
}

/** Both halves, by camera or by hand. */
export function Halves({ halves, mismatch, take, remove, go, ...props }: HalvesProps): JSX.Element {
  const { words, booth, node } = props;
  const [typing, setTyping] = useState(false);
  const add = (half: HalfSlip): void => {
    setTyping(false);
    take(half);
  };
  const scanned = (text: string): boolean => {
    const half = readHalfSlip(text, node.election);
    // The paper that was read last is often still before the camera: it looks on, for the other one.
    if (half === null || halves.some((one) => one.text === half.text)) return false;
    add(half);
    return true;
  };
  return (
    <>
      <h1>{words.halves.title}</h1>
      <p>{words.halves.how}</p>
      <ul class="half-slots">
        {[words.halves.first, words.halves.second].map((name, at) => (
          <Slot key={name} {...props} name={name} half={halves[at]} remove={remove} />
        ))}
      </ul>
      {mismatch === null ? null : (
        <p class="refusal" role="alert">
          <Icon name="alert" />
          <span>{mismatch === 'same-half' ? words.halves.sameHalf : words.halves.otherSlip}</span>
        </p>
      )}
      {halves.length === 2 ? (
        <Action icon="next" tone="indigo" onClick={go}>
          {words.question.go}
        </Action>
      ) : typing ? (
        <Typing {...props} use={add} close={() => setTyping(false)} />
      ) : (
        <>
          <Camera key={halves.length} booth={booth} scanned={scanned} />
          <Action icon="pen" tone="quiet" onClick={() => setTyping(true)}>
            {words.halves.type}
          </Action>
        </>
      )}
      <p class="soft">{words.halves.kept}</p>
    </>
  );
}

interface SlotProps extends VoterProps {
  readonly name: string;
  readonly half: HalfSlip | undefined;
  readonly remove: (half: HalfSlip) => void;
}

function Slot({ name, half, remove, words, tongue }: SlotProps): JSX.Element {
  if (half === undefined)
    return (
      <li class="card half-slot missing">
        <strong>{name}</strong>
        <Badge tone="ochre" icon="clock">
          {words.halves.missing}
        </Badge>
      </li>
    );
  return (
    <li class="card half-slot">
      <span>
        <strong>{name}</strong>
        {half.number === null ? null : <small>{words.halves.slip(tongue.number(half.number))}</small>}
      </span>
      <Badge tone="green" icon="check">
        {words.halves.read}
      </Badge>
      <button type="button" class="plain" onClick={() => remove(half)} aria-label={`${words.halves.remove}: ${name}`}>
        {words.halves.remove}
      </button>
    </li>
  );
}

/** Lists of words weigh more than the page: they come to whoever types some. */
const inWords = (text: string): Promise<HalfSlip | null> =>
  import('../half-words.ts').then(({ readHalfWords }) => readHalfWords(text)).catch(() => null);

interface TypingProps extends VoterProps {
  readonly use: (half: HalfSlip) => void;
  readonly close: () => void;
}

function Typing({ use, close, words, booth, node }: TypingProps): JSX.Element {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const half = readHalfSlip(text.trim(), node.election) ?? (await inWords(text));
    setWrong(half === null);
    if (half !== null) use(half);
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <label for="half">{words.halves.typed}</label>
      <p class="soft" id="half-how">
        {words.halves.typedHow}
      </p>
      <input
        id="half"
        class="typed-code"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        placeholder="xxx-xxx-xxx-xxx-xxx"
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        aria-describedby="half-how"
        aria-invalid={wrong}
      />
      {wrong ? (
        <p class="refusal" role="alert">
          <Icon name="alert" />
          <span>{words.halves.wrong}</span>
        </p>
      ) : null}
      <Action icon="check" tone="indigo" submit>
        {words.halves.use}
      </Action>
      <button type="button" class="plain" onClick={close}>
        {booth.back}
      </button>
    </form>
  );
}
