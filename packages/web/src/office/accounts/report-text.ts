import { hashOf } from '../../desk/announced.ts';
import type { Language } from '../../shell/formats.ts';
import type { CalledSitting } from './accounts-answer.ts';

/** Up to which act and which day the assembly is asked. */
export interface Asked {
  readonly entry: number;
  readonly until: string;
}

interface ReportText extends Asked {
  readonly title: string;
  readonly text: string;
}

const said: Readonly<Record<Language, (asked: Asked) => ReportText>> = {
  es: (asked) => ({
    ...asked,
    title: `Cuentas hasta el ${asked.until} (acto ${asked.entry})`,
    text: `Que se aprueben las cuentas hasta el ${asked.until}, con los asientos hasta el acto n.º ${asked.entry} de este libro.`,
  }),
  en: (asked) => ({
    ...asked,
    title: `Accounts up to ${asked.until} (act ${asked.entry})`,
    text: `That the accounts up to ${asked.until} be approved, with the entries up to act no. ${asked.entry} of this book.`,
  }),
};

export const reportText = (asked: Asked, language: Language): ReportText => said[language](asked);

/** What a sitting was called for: the title says it, and the words that follow from it must be those that the notice names. */
export function calledFor({ items }: CalledSitting): ReportText | null {
  for (const { title, textHash } of items) {
    const [, until, entry] = /(\d{4}-\d{2}-\d{2}) \(\p{L}+ (\d{1,15})\)$/u.exec(title) ?? [];
    if (until === undefined || entry === undefined) continue;
    for (const language of ['es', 'en'] as const) {
      const text = reportText({ entry: Number(entry), until }, language);
      if (hashOf(text.text) === textHash) return text;
    }
  }
  return null;
}
