// How long somebody slow and careful needs for what a walk does, by a published model: the Keystroke-Level Model (Card, Moran and
// Newell, “The keystroke-level model for user performance time with interactive systems”, CACM 23(7), 1980) for hands, and Brysbaert
// (“How many words do we read per minute?”, Journal of Memory and Language 109, 2019) for eyes. A calculation, no clock: nobody
// was measured.
import type { Page } from 'playwright-core';

/** Seconds of each operator; of the typists that the model knows the slowest, to whom the keyboard is unfamiliar. */
const KEY = 1.2;
const POINT = 1.1;
const HOME = 0.4;
const THINK = 1.35;
/** How long the node may take: the aims of decision 0012 on a slow line, for a page and for what is pressed on one. */
const PAGE = 3;
const ANSWER = 1;
/** 238 words a minute is the mean of adults who read to themselves; half as fast for somebody who weighs each word. */
const WORDS_PER_SECOND = 238 / 2 / 60;

export interface Done {
  /** What was pressed: buttons, links, what is unfolded or ticked. */
  readonly presses: number;
  /** Pages that were opened. */
  readonly pages: number;
  /** Fields that were written in, and the letters that they hold at last. */
  readonly fields: number;
  readonly letters: number;
  /** Of a list that the browser shows. */
  readonly choices: number;
  /** Fields into which a file was put. */
  readonly files: number;
  /** Words that were shown whenever something was done, each line once. */
  readonly words: number;
  /** Those of what is long and may be read elsewhere and by many together. */
  readonly wordsApart: number;
}

/** Seconds that all this takes, without reading what stands apart. */
export function secondsFor({ presses, pages, fields, letters, choices, files, words }: Done): number {
  const press = THINK + POINT + KEY + ANSWER;
  return (
    presses * press +
    pages * PAGE +
    // Thought of, pointed at, hands to the keyboard and back.
    fields * (THINK + POINT + KEY + 2 * HOME) +
    letters * KEY +
    // Opened, read over, chosen.
    choices * 2 * (THINK + POINT + KEY) +
    // The browser’s own window: opened, a folder, a file, “open”.
    files * 4 * press +
    secondsToRead(words)
  );
}

export const secondsToRead = (words: number): number => words / WORDS_PER_SECOND;

export interface Counted {
  /** Until now, and what is shown is read. */
  done(): Promise<Done>;
  /** Nothing of what is done meanwhile counts. */
  aside<T>(work: () => Promise<T>): Promise<T>;
}

/** Counts from now on what is done on that page; what lies in `apart` (a selector) is read apart. */
export async function countedOn(page: Page, apart: string): Promise<Counted> {
  const plain = { presses: 0, pages: 0 };
  const filled = { choices: new Set<string>(), files: new Set<string>(), fields: new Map<string, number>() };
  const read = { here: new Set<string>(), apart: new Set<string>() };
  await page.exposeFunction('pressedHere', () => {
    plain.presses += 1;
  });
  await page.exposeFunction('filledHere', (kind: 'choices' | 'files' | 'fields', field: string, letters: number) => {
    if (kind === 'fields') filled.fields.set(field, letters);
    else filled[kind].add(field);
  });
  await page.exposeFunction('readHere', (kind: 'here' | 'apart', line: string) => {
    read[kind].add(line);
  });
  await page.addInitScript(noteWhatIsDone, apart);
  page.on('domcontentloaded', () => {
    plain.pages += 1;
  });
  const words = (lines: ReadonlySet<string>): number => sum([...lines].map((line) => line.split(/\s+/).length));
  return {
    async done() {
      await page.evaluate('noting.read()');
      return {
        ...plain,
        choices: filled.choices.size,
        files: filled.files.size,
        fields: filled.fields.size,
        letters: sum([...filled.fields.values()]),
        words: words(read.here),
        wordsApart: words(read.apart),
      };
    },
    async aside(work) {
      await page.evaluate('noting.aside()');
      try {
        return await work();
      } finally {
        await page.evaluate('noting.on()');
      }
    },
  };
}

const sum = (all: readonly number[]): number => all.reduce((before, one) => before + one, 0);

interface Noted {
  pressedHere(): void;
  filledHere(kind: 'choices' | 'files' | 'fields', field: string, letters: number): void;
  readHere(kind: 'here' | 'apart', line: string): void;
  noting: { read(): void; aside(): void; on(): void };
}

/** In the page. Who writes in a field twice, because the first was wrong on purpose, has filled one field. */
function noteWhatIsDone(apart: string): void {
  const noted = globalThis as unknown as Noted;
  let isOn = true;
  const read = (): void => {
    if (!isOn) return;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const line = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      // What a list has beside what is chosen is counted with the choice.
      if (parent === null || !/\p{L}/u.test(line) || parent.closest('option, script, style') !== null) continue;
      if (parent.checkVisibility({ visibilityProperty: true }))
        noted.readHere(parent.closest(apart) === null ? 'here' : 'apart', line);
    }
  };
  noted.noting = {
    read,
    aside: () => {
      isOn = false;
    },
    on: () => {
      isOn = true;
    },
  };
  const press = ({ isTrusted }: Event): void => {
    if (!isOn || !isTrusted) return;
    read();
    noted.pressedHere();
  };
  addEventListener('click', press, true);
  const fill = ({ target }: Event): void => {
    const isField = [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement].some((kind) => target instanceof kind);
    const field = target as HTMLInputElement;
    // What is ticked was pressed.
    if (!isOn || !isField || /radio|checkbox/.test(field.type)) return;
    read();
    const name = field.labels?.[0]?.textContent ?? field.name;
    if (field.type === 'file') noted.filledHere('files', name, 0);
    else if (target instanceof HTMLSelectElement) noted.filledHere('choices', name, 0);
    else noted.filledHere('fields', name, field.value.length);
  };
  addEventListener('input', fill, true);
}
