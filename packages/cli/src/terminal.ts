import type { Language, Text } from './language.ts';
import type { Stop } from './stop.ts';

export interface Terminal {
  readonly json: boolean;
  readonly debug: boolean;
  say(text: Text): string;
  /** The command's one answer: lines for people, or the document alone for programs. */
  answer(document: unknown, lines: readonly string[]): void;
  /** A line about what is going on, on stderr. */
  note(text: Text | string): void;
  /** Shows how far long work has come. */
  progress(what: Text): Progress;
  fail(stop: Stop): void;
}

export interface Progress {
  /** Counts up to `of`, where it is known. */
  at(done: number, of?: number): void;
  end(): void;
}

export interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

export interface TerminalOptions {
  readonly language: Language;
  readonly json: boolean;
  readonly debug: boolean;
}

export function openTerminal(streams: Streams, options: TerminalOptions): Terminal {
  const { out, err } = streams;
  const { language, json, debug } = options;
  const say = (text: Text): string => text[language];
  const note = (text: Text | string): void => {
    err.write(`${typeof text === 'string' ? text : say(text)}\n`);
  };
  return {
    json,
    debug,
    say,
    note,
    answer(document, lines) {
      out.write(json ? `${JSON.stringify(document, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''));
    },
    progress: (what) => startProgress(err, say(what)),
    fail(stop) {
      const { code, text, hint } = stop;
      if (json) {
        const error = { code, message: say(text), ...(hint && { hint: say(hint) }) };
        out.write(`${JSON.stringify({ ok: false, error }, null, 2)}\n`);
      }
      note(`cabildo: ${say(text)}`);
      if (hint !== undefined) note(`  ${say(hint)}`);
      if (debug) note(stop.cause instanceof Error ? (stop.cause.stack ?? '') : (stop.stack ?? ''));
    },
  };
}

const REDRAW_MS = 100;
/** Where nobody watches a line being redrawn: nothing in the first second, then seldom. */
const FIRST_LINE_MS = 1_000;
const NEXT_LINE_MS = 5_000;

function startProgress(err: Streams['err'], what: string): Progress {
  const redraws = err.isTTY === true;
  let nextAt = performance.now() + (redraws ? 0 : FIRST_LINE_MS);
  let drawn = false;
  return {
    at(done, of) {
      const now = performance.now();
      if (now < nextAt) return;
      nextAt = now + (redraws ? REDRAW_MS : NEXT_LINE_MS);
      const share = of === undefined || of === 0 ? '' : ` (${Math.floor((100 * done) / of)} %)`;
      const line = `${what}: ${done}${of === undefined ? '' : ` / ${of}`}${share}`;
      drawn = redraws;
      err.write(redraws ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (drawn) err.write('\r\u001b[K');
      drawn = false;
    },
  };
}
