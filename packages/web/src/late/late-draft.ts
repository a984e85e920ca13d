import { fromLocalInput, toLocalInput } from '../meeting/hours.ts';
import { agendaOf, type Meeting, peopleCounted, type WayToDecide } from '../meeting/meeting.ts';
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
  readonly how: WayToDecide;
  readonly yes: number | null;
  readonly no: number | null;
  readonly abstain: number | null;
  /** Where nobody counted: how often objections were asked for, and how many there were. */
  readonly asked: number | null;
  readonly objections: number | null;
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
  how: 'hands',
  yes: null,
  no: null,
  abstain: null,
  asked: null,
  objections: null,
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
  for (const { id, title, how, yes, no } of written(draft)) {
    if (title.trim() === '') found[`late-title-${id}`] = 'no-title';
    if (how === 'hands' && yes === null && no === null) found[`late-yes-${id}`] = 'no-hands';
  }
  return found;
}

/** Decisions in which something was typed: an empty one is a form that nobody has filled in. */
const written = ({ decisions }: LateDraft): readonly LateDecision[] =>
  decisions.filter(
    ({ title, text, how, yes, no, abstain }) =>
      title.trim() !== '' || text.trim() !== '' || how !== 'hands' || (yes ?? no ?? abstain) !== null,
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
      ...decidedHow(decision),
    })),
    ...(draft.paper === null ? {} : { paper: draft.paper }),
  };
}

/** With its numbers, or as it was acclaimed: what was typed for the other way before is not meant. */
const decidedHow = ({ how, yes, no, abstain, asked, objections }: LateDecision) =>
  how === 'hands'
    ? { yes: yes ?? 0, no: no ?? 0, abstain: abstain ?? 0 }
    : { yes: 0, no: 0, abstain: 0, acclaimed: { method: how, asked: asked ?? 0, objections: objections ?? 0 } };

/** What of a meeting a late entry has no place for: it stays in the minutes on paper, and the fingerprint ties them together. */
export type NotFitting =
  | 'not-acclaimed'
  | 'more-decisions'
  | 'crowd'
  | 'notes'
  | 'tasks'
  | 'objections'
  | 'people-named';

export function notFitting(meeting: Meeting): readonly NotFitting[] {
  const { items, counts, presides, writes } = meeting;
  const decisions = items.flatMap((item) => item.decisions);
  const fitting = decisions.filter(isDecided);
  return [
    ...(fitting.length < decisions.length ? (['not-acclaimed'] as const) : []),
    ...(fitting.length > MOST_DECISIONS ? (['more-decisions'] as const) : []),
    ...(counts.at(-1)?.kind === 'range' ? (['crowd'] as const) : []),
    ...(items.some(({ notes }) => notes.trim() !== '') ? (['notes'] as const) : []),
    ...(items.some(({ tasks }) => tasks.length > 0) ? (['tasks'] as const) : []),
    ...(items.some(({ objections }) => objections.length > 0) ? (['objections'] as const) : []),
    ...(`${presides}${writes}`.trim() === '' ? [] : (['people-named'] as const)),
  ];
}

/** What a hall did not acclaim it has not decided in that way: nothing of it can be entered. */
const isDecided = ({ how, adopted }: Meeting['items'][number]['decisions'][number]): boolean =>
  how !== 'acclamation' || adopted;

/** A late entry of what was decided: an acclamation has no numbers, and none are made up for it. */
export function lateOfMeeting(meeting: Meeting, paper: string): LateDraft {
  const { items, startedAt, offsetMinutes, place } = meeting;
  const decisions = items.flatMap((item) => {
    const decided = item.decisions.filter(isDecided);
    return decided.map(({ id, text, how, yes, no, abstain, asked, adopted }, i): LateDecision => {
      const title = decided.length === 1 ? item.title : `${item.title} (${i + 1})`;
      // Consensus that was not reached has met with one objection at least.
      const objections = Math.max(item.objections.length, adopted ? 0 : 1);
      const without = how === 'hands' ? { asked: null, objections: null } : { asked: asked.length, objections };
      return { ...newDecision(id), title: cut(title), text, how, yes, no, abstain, ...without };
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
