import type { QuestionAbove } from './correspondence-answer.ts';

/** The form for the result, as it was filled in on paper. */
export interface PaperSheet {
  /** As `datetime-local` has it: the place’s own hour. */
  readonly heldAt: string;
  readonly place: string;
  readonly kind: string;
  readonly call: 'first' | 'second';
  readonly present: number | null;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
}

export type SheetProblem = 'no-hour' | 'in-future' | 'before' | 'no-place' | 'no-figures' | 'too-many' | 'tie';

interface When {
  readonly heldAt: string | null;
  readonly now: string;
  /** When the question was put: nobody has answered it before. */
  readonly issuedAt: string;
}

/** What would be written down and be no answer is said before it is sent; whatever else is wrong, the rules say. */
export function sheetProblem(sheet: PaperSheet, { heldAt, now, issuedAt }: When): SheetProblem | null {
  const { place, present, yes, no, abstain } = sheet;
  if (heldAt === null) return 'no-hour';
  if (heldAt > now) return 'in-future';
  if (heldAt < issuedAt) return 'before';
  if (place.trim() === '') return 'no-place';
  if (present === null || yes === null || no === null) return 'no-figures';
  if (yes + no + (abstain ?? 0) > present) return 'too-many';
  return yes === no ? 'tie' : null;
}

/** A late entry with one decision, whose notice had the question. */
export function paperInput(
  { place, kind, call, present, yes, no, abstain }: PaperSheet,
  heldAt: string,
  { asker, consultation, title, text, textHash }: Omit<QuestionAbove, 'text'> & { readonly text: string },
) {
  const hands = { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 };
  const answers = { book: asker, index: consultation };
  return {
    heldAt,
    place: place.trim(),
    kind,
    call,
    present: present ?? 0,
    notice: [{ matter: 'consultation', title, textHash }],
    decisions: [{ matter: 'consultation', title, text, ...hands, answers }],
  };
}
