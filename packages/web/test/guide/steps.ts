// The steps of a guide, for whoever follows them: what to press, what is seen then, and the picture that is shown of it.
import { readGuide } from '../../../server/src/http/guide-files.ts';
import type { Block, Inline } from '../../../server/src/pages/guide/markdown.ts';
import type { GuideName } from '../../../server/src/pages/guide/shelf.ts';
import type { Language } from './catalogue.ts';

export interface Step {
  /** The heading of its part, and its number there: the same in both languages. */
  readonly place: string;
  /** In the order in which they stand there. */
  readonly names: readonly string[];
  /** Words that are on the screen then. */
  readonly seen: readonly string[];
  readonly pictures: readonly string[];
}

const seenBegins: Readonly<Record<Language, string>> = { es: 'Ve: ', en: 'You see: ' };

export async function stepsOf(guide: GuideName, language: Language): Promise<readonly Step[]> {
  const { blocks } = await readGuide(guide, language);
  const steps: Step[] = [];
  let part = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') part++;
    if (block.kind === 'list' && block.ordered)
      for (const [i, item] of block.items.entries()) steps.push(stepOf(`${part}.${i + 1}`, item, language));
  }
  return steps;
}

function stepOf(place: string, item: readonly Block[], language: Language): Step {
  const paragraphs = item.flatMap((block) => (block.kind === 'paragraph' ? [block.words] : []));
  const seen = paragraphs.find((words) => textOf(words).startsWith(seenBegins[language]));
  return {
    place,
    names: paragraphs.filter((words) => words !== seen).flatMap(namesIn),
    seen: seen === undefined ? [] : [...textOf(seen).matchAll(/[«“]([^»”]+)[»”]/g)].map(([, said = '']) => said),
    pictures: picturesIn(item),
  };
}

const textOf = (words: readonly Inline[]): string => words.map(({ text }) => text).join('');

const namesIn = (words: readonly Inline[]): readonly string[] =>
  words.flatMap((piece) => (piece.kind === 'bold' ? [piece.text] : []));

/** All that stands in bold, wherever it stands. */
export function boldIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return namesIn(block.words);
      case 'list':
        return block.items.flatMap(boldIn);
      case 'note':
        return boldIn(block.blocks);
      default:
        return [];
    }
  });
}

/** The names of the pictures, without folder and ending. */
export function picturesIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block.to.replace(/^.*\/|\.webp$/g, '')];
    if (block.kind === 'list') return block.items.flatMap(picturesIn);
    return block.kind === 'note' ? picturesIn(block.blocks) : [];
  });
}
