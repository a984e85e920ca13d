// A reader of `text/event-stream` that does nothing by itself, so that tests can cut it where they like.
export interface ReadEvent {
  readonly id: number;
  readonly data: { readonly index: number; readonly act: string; readonly entry: { readonly index: number } };
}

export interface EventReader {
  /** The next events, once there are so many. */
  take(count: number): Promise<readonly ReadEvent[]>;
  /** All that came so far, as it came. */
  readonly raw: () => string;
  readonly ended: Promise<void>;
  cut(): void;
}

export async function readEvents(url: string, headers: Readonly<Record<string, string>> = {}): Promise<EventReader> {
  const cutter = new AbortController();
  const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: cutter.signal });
  if (response.status !== 200 || response.body === null) throw new Error(`${response.status} ${await response.text()}`);
  const events: ReadEvent[] = [];
  let text = '';
  let rest = '';
  let arrived: () => void = () => undefined;
  const reading = async (body: AsyncIterable<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const part of body) {
      const piece = decoder.decode(part, { stream: true });
      text += piece;
      rest += piece;
      for (let at = rest.indexOf('\n\n'); at >= 0; at = rest.indexOf('\n\n')) {
        const event = parsed(rest.slice(0, at));
        if (event !== null) events.push(event);
        rest = rest.slice(at + 2);
      }
      arrived();
    }
  };
  const ended = reading(response.body)
    .catch(() => undefined)
    .then(() => arrived());
  return {
    async take(count) {
      let over = false;
      void ended.then(() => {
        over = true;
      });
      while (events.length < count && !over) {
        await new Promise<void>((resolve) => {
          arrived = resolve;
        });
      }
      return events.splice(0, count);
    },
    raw: () => text,
    ended,
    cut: () => cutter.abort(),
  };
}

function parsed(block: string): ReadEvent | null {
  const fields = new Map(
    block.split('\n').map((line) => [line.split(':', 1)[0], line.slice(line.indexOf(':') + 1).trim()]),
  );
  if (fields.get('event') !== 'act') return null;
  return { id: Number(fields.get('id')), data: JSON.parse(fields.get('data') ?? 'null') };
}
