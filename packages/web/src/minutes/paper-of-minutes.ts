import { type Block, heading, type PaperDocument, type PaperSection, quote, text } from '../paper/document.ts';
import type { MinutesAnswer } from './minutes-answer.ts';
import type { MinutesWords } from './words-es.ts';

/** What the secretary writes beside the acts: by the number of the item in the notice, and what belongs to none. */
export interface Notes {
  readonly items: Readonly<Record<string, string>>;
  readonly other: string;
}

export const noNotes: Notes = { items: {}, other: '' };

/** The minutes as they go to paper: the acts part by part, and in “what was said” the secretary’s own words. */
export function paperOfMinutes(
  answer: MinutesAnswer,
  notes: Notes,
  words: MinutesWords,
  number: (value: number) => string,
): PaperDocument {
  return {
    title: answer.title,
    body: answer.body,
    standing: answer.approvedBy === null ? words.draft[answer.approval] : words.approvedBy(answer.approvedBy),
    sections: answer.parts.map((part): PaperSection => {
      const own = part.part === 'interventions' ? blocksOf(answer, notes, words) : [];
      const said = [
        ...part.said.map(text),
        ...part.lines.flatMap((line) => [text(line.said), ...(line.text === null ? [] : [quote(line.text)])]),
        ...own,
      ];
      return { title: part.title, blocks: said.length === 0 ? [text(part.nothing)] : said };
    }),
    signatures: { title: words.sign, lines: answer.offices },
    foot: words.head(number(answer.size), answer.head),
  };
}

function blocksOf({ notice }: MinutesAnswer, { items, other }: Notes, words: MinutesWords): readonly Block[] {
  const ofItems = notice.flatMap(({ title }, item): readonly Block[] => {
    const note = (items[item] ?? '').trim();
    return note === '' ? [] : [heading(words.item(item + 1, title)), text(note)];
  });
  return other.trim() === '' ? ofItems : [...ofItems, heading(words.other), text(other.trim())];
}
