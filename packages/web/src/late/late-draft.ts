import { fromLocalInput, toLocalInput } from '../meeting/hours.ts';
import { agendaOf, type Meeting, peopleCounted } from '../meeting/meeting.ts';
import { fingerprintOf } from '../paper/fingerprint.ts';
import type { Matter, SittingKind } from './terms-es.ts';

/** A sitting that was held on paper, as it is being typed; kept on the phone until it is in the book. */
export interface LateDraft {
  /** As `datetime-local` has it: the place’s own hour. */
  readonly heldAt: string;
  readonly offsetMinutes: number;
  readonly place: string;
  readonly kind: SittingKind;
  readonly call: 'first' | 'second';
  readonly present: number | null;
  /** One item a line. */
  readonly agenda: string;
  readonly decisions: readonly LateDecision[];
  /** SHA-256 (base64) of the minutes that a meeting on this phone has made. */
  readonly paper: string | null;
}

export interface LateDecision {
  readonly id: string;
  readonly matter: Matter;
  readonly title: string;
  /** Nothing typed: the title says it all. */
  readonly text: string;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
  /** It was in the notice. Ordinary business need not be. */
  readonly announced: boolean;
}

/** As the catalogue bounds them. */
const MOST_DECISIONS = 12;
const MOST_ITEMS = 24;
const LONGEST_TITLE = 200;

export const newDecision = (id: string): LateDecision => ({
  id,
  matter: 'ordinary',
  title: '',
  text: '',
  yes: null,
  no: null,
  abstain: null,
  announced: false,
});

export const emptyLate = (heldAt: string, offsetMinutes: number, firstId: string): LateDraft => ({
  heldAt: toLocalInput(heldAt, offsetMinutes),
  offsetMinutes,
  place: '',
  kind: 'ordinary',
  call: 'first',
  present: null,
  agenda: '',
  decisions: [newDecision(firstId)],
  paper: null,
});

export type LateProblem =
  | 'no-hour'
  | 'in-future'
  | 'no-place'
  | 'too-many-items'
  | 'too-many-decisions'
  | 'no-title'
  | 'no-hands';

/** What is wrong, by the field that it is said beside. */
export function problemsOf(draft: LateDraft, now: string): Readonly<Record<string, LateProblem>> {
  const found: Record<string, LateProblem> = {};
  const heldAt = fromLocalInput(draft.heldAt, draft.offsetMinutes);
  if (heldAt === null) found['late-held'] = 'no-hour';
  else if (heldAt > now) found['late-held'] = 'in-future';
  if (draft.place.trim() === '') found['late-place'] = 'no-place';
  if (noticeOf(draft).length > MOST_ITEMS) found['late-agenda'] = 'too-many-items';
  if (written(draft).length > MOST_DECISIONS) found['late-more'] = 'too-many-decisions';
  for (const { id, title, yes, no } of written(draft)) {
    if (title.trim() === '') found[`late-title-${id}`] = 'no-title';
    if (yes === null && no === null) found[`late-yes-${id}`] = 'no-hands';
  }
  return found;
}

/** Decisions in which something was typed: an empty one is a form that nobody has filled in. */
const written = ({ decisions }: LateDraft): readonly LateDecision[] =>
  decisions.filter(
    ({ title, text, yes, no, abstain }) => title.trim() !== '' || text.trim() !== '' || (yes ?? no ?? abstain) !== null,
  );

interface NoticeItem {
  readonly matter: Matter;
  readonly title: string;
  readonly textHash?: string;
}

function noticeOf(draft: LateDraft): readonly NoticeItem[] {
  const items = agendaOf(draft.agenda).map((title): NoticeItem => ({ matter: 'ordinary', title: cut(title) }));
  const announced = written(draft)
    .filter((decision) => decision.announced && decision.matter !== 'ordinary')
    .map((decision): NoticeItem => {
      const { matter, title } = decision;
      const item = { matter, title: cut(title.trim()) };
      // Of an election or a recall the notice says the matter alone.
      return matter === 'election' || matter === 'recall'
        ? item
        : { ...item, textHash: fingerprintOf(textOf(decision)) };
    });
  return [...items, ...announced];
}

const textOf = ({ title, text }: LateDecision): string => (text.trim() === '' ? title.trim() : text.trim());

const cut = (title: string): string => title.slice(0, LONGEST_TITLE);

/** What is sent; null while a field is wrong. */
export function inputOf(draft: LateDraft, now: string): Readonly<Record<string, unknown>> | null {
  const heldAt = fromLocalInput(draft.heldAt, draft.offsetMinutes);
  if (heldAt === null || Object.keys(problemsOf(draft, now)).length > 0) return null;
  return {
    heldAt,
    place: draft.place.trim(),
    kind: draft.kind,
    call: draft.call,
    ...(draft.present === null ? {} : { present: draft.present }),
    notice: noticeOf(draft),
    decisions: written(draft).map((decision) => ({
      matter: decision.matter,
      title: decision.title.trim(),
      text: textOf(decision),
      yes: decision.yes ?? 0,
      no: decision.no ?? 0,
      abstain: decision.abstain ?? 0,
    })),
    ...(draft.paper === null ? {} : { paper: draft.paper }),
  };
}

/** What of a meeting a late entry has no place for: it stays in the minutes on paper, and the fingerprint ties them together. */
export type NotFitting =
  | 'uncounted-decisions'
  | 'more-decisions'
  | 'crowd'
  | 'notes'
  | 'tasks'
  | 'objections'
  | 'people-named';

export function notFitting(meeting: Meeting): readonly NotFitting[] {
  const { items, counts, presides, writes } = meeting;
  const decisions = items.flatMap((item) => item.decisions);
  const uncounted = decisions.some(({ how }) => how !== 'hands');
  const counted = decisions.filter(({ how }) => how === 'hands');
  return [
    ...(uncounted ? (['uncounted-decisions'] as const) : []),
    ...(counted.length > MOST_DECISIONS ? (['more-decisions'] as const) : []),
    ...(counts.at(-1)?.kind === 'range' ? (['crowd'] as const) : []),
    ...(items.some(({ notes }) => notes.trim() !== '') ? (['notes'] as const) : []),
    ...(items.some(({ tasks }) => tasks.length > 0) ? (['tasks'] as const) : []),
    ...(items.some(({ objections }) => objections.length > 0) ? (['objections'] as const) : []),
    ...(`${presides}${writes}`.trim() === '' ? [] : (['people-named'] as const)),
  ];
}

/** A late entry of what was counted: an acclamation has no numbers, and none are made up for it. */
export function lateOfMeeting(meeting: Meeting, paper: string): LateDraft {
  const { items, startedAt, offsetMinutes, place } = meeting;
  const decisions = items.flatMap((item) => {
    const counted = item.decisions.filter(({ how }) => how === 'hands');
    return counted.map(({ id, text, yes, no, abstain }, i): LateDecision => {
      const title = counted.length === 1 ? item.title : `${item.title} (${i + 1})`;
      return { id, matter: 'ordinary', title: cut(title), text, yes, no, abstain, announced: false };
    });
  });
  return {
    heldAt: toLocalInput(startedAt, offsetMinutes),
    offsetMinutes,
    place,
    kind: 'ordinary',
    call: 'first',
    present: peopleCounted(meeting),
    agenda: items.map(({ title }) => title).join('\n'),
    decisions: decisions.slice(0, MOST_DECISIONS),
    paper,
  };
}
