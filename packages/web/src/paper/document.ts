/** Minutes as they go on paper: what the sheet shows, and the same as plain text to be read out, shared or approved. */
export interface PaperDocument {
  readonly title: string;
  readonly body: string;
  /** One line under the title: what this paper is, such as a draft. */
  readonly standing: string | null;
  readonly sections: readonly PaperSection[];
  readonly signatures: { readonly title: string; readonly lines: readonly string[] };
  /** What ties the paper to something else: words of a head, a fingerprint. */
  readonly foot: string | null;
}

export interface PaperSection {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** The words of a motion or a decision, set off from what is told about it. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] };

export const text = (words: string): Block => ({ kind: 'text', text: words });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
export const quote = (words: string): Block => ({ kind: 'quote', text: words });
export const list = (items: readonly string[], ordered = false): Block => ({ kind: 'list', ordered, items });

/** Numbered as on the sheet. Signatures are for paper alone. */
export function plainText({ title, body, sections, foot }: Omit<PaperDocument, 'signatures' | 'standing'>): string {
  const parts = sections.map(
    (section, i) => `${i + 1}. ${section.title.toUpperCase()}\n${section.blocks.map(plainBlock).join('\n')}`,
  );
  return [`${title.toUpperCase()}\n${body}`, ...parts, ...(foot === null ? [] : [foot])].join('\n\n');
}

function plainBlock(block: Block): string {
  if (block.kind === 'list')
    return block.items.map((item, i) => `${block.ordered ? `${i + 1})` : '-'} ${item}`).join('\n');
  if (block.kind === 'quote') return `    ${block.text.split('\n').join('\n    ')}`;
  return block.kind === 'heading' ? `\n${block.text}` : block.text;
}
