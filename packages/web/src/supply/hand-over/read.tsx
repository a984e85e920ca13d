import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { TextField } from '../../form/fields.tsx';
import { Press } from '../../form/press.tsx';
import { PhotographLater } from '../../scan/photograph.tsx';
import { Scan } from '../../scan/scan.tsx';
import { Action } from '../../shell/parts.tsx';
import { type Gathered, gather, type Packet, packetIn, wholeOf } from './frames.ts';
import type { PartProps } from './parts.ts';

/** What all frames that there can be hold is a quarter of it. */
const MOST_BYTES = 100_000;

interface ReadProps extends PartProps {
  /** Why it is not taken, in words. */
  readonly taken: (packet: Packet) => string | null;
  readonly back: () => void;
}

/** From the other phone: its codes one after the other in any order, or its text pasted or out of a file. */
export function ReadText({ words, formats, state, taken, back }: ReadProps): JSX.Element {
  const [looking, setLooking] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const gathered = useRef<Gathered | null>(null);
  const [have, setHave] = useState<readonly [number, number] | null>(null);
  const take = (said: string): boolean => {
    const packet = packetIn(said);
    const known = state.book?.registers.origin;
    const isOther = packet !== null && known !== undefined && packet.book !== known;
    const error = packet === null ? words.notIt : isOther ? words.otherBook : taken(packet);
    setWrong(error);
    return error === null;
  };
  const scanned = (said: string): boolean | 'more' => {
    const more = gather(gathered.current, said);
    if (more === null) return false;
    gathered.current = more;
    setHave([more.pieces.filter((piece) => piece !== undefined).length, more.pieces.length]);
    const whole = wholeOf(more);
    return whole === null ? 'more' : take(whole);
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > MOST_BYTES) setWrong(words.tooLarge);
    else take(await file.text());
  };
  const { number } = formats;
  return (
    <>
      <h1>{words.readTitle}</h1>
      {looking ? (
        <Scan
          formats={formats}
          scanned={scanned}
          close={() => setLooking(false)}
          otherwise={<PhotographLater formats={formats} scanned={scanned} />}
        />
      ) : (
        <Action icon="camera" tone="indigo" onClick={() => setLooking(true)}>
          {words.camera}
        </Action>
      )}
      {have === null ? null : <p role="status">{words.pieces(number(have[0]), number(have[1]))}</p>}
      <TextField id="pasted" label={words.paste} rows={4} value={text} error={wrong} onChange={setText} />
      <Press mark="check" onPress={() => take(text)}>
        {words.take}
      </Press>
      <div class="field">
        <label for="packet-file">{words.openFile}</label>
        <input
          id="packet-file"
          type="file"
          accept=".txt,text/plain"
          onChange={({ currentTarget }) => void open(currentTarget.files?.[0])}
        />
      </div>
      <Action icon="back" tone="quiet" onClick={back}>
        {formats.words.back}
      </Action>
    </>
  );
}
