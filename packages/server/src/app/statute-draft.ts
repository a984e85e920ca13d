import {
  type ArticleChange,
  adviceOn,
  type BodyState,
  type Imagined,
  imaginedVote,
  type Language,
  pastVotes,
  problemInWords,
  readStatute,
  type Section,
  type Statute,
  type StatuteProblem,
  sentence,
  statuteDifferences,
  statuteProblems,
  type Time,
  type Trial,
  type TriedVote,
  tableEntries,
  tableGet,
  trialInWords,
  trialOf,
  verdictNames,
} from '@cabildo/core';

type Kind = TriedVote['body']['kind'];

/** Rules that nobody has adopted, and what they would stand beside. */
export interface Draft {
  readonly statute: Statute;
  /** The rules that it would replace. */
  readonly before: Statute | null;
  readonly kind: Kind | null;
  readonly imagined: Imagined | null;
  readonly language: Language;
}

interface TrialSaid extends Trial {
  /** The verdict in a word or two, and the whole trial sentence by sentence. */
  readonly verdictSaid: string;
  readonly says: readonly string[];
}

interface ProblemSaid extends StatuteProblem {
  readonly says: string;
}

/** Under the draft, and under the rules that it would replace where there are such. */
interface Tried {
  readonly draft: TrialSaid;
  readonly present: TrialSaid | null;
}

export interface DraftRead {
  readonly sections: readonly Section[];
  readonly problems: readonly ProblemSaid[];
  /** What does not suit the hall, and is no contradiction. */
  readonly advice: readonly ProblemSaid[];
  readonly changes: readonly ArticleChange[] | null;
  readonly imagined: Tried | { readonly refused: string } | null;
}

export interface PastTried extends Tried {
  readonly vote: number;
  readonly title: string;
  readonly at: Time;
  readonly outcome: string;
}

/** Read, looked through for contradictions, held beside the rules before, and tried on the vote that was imagined. */
export function readDraft(draft: Draft, roll: number | null = null): DraftRead {
  const { statute, before, kind, language } = draft;
  const inWords = (problem: StatuteProblem) => ({ ...problem, says: problemInWords(problem, language) });
  return {
    sections: readStatute(statute, language),
    problems: statuteProblems(statute, kind).map(inWords),
    advice: adviceOn(statute, roll).map(inWords),
    changes: before === null ? null : statuteDifferences(before, statute, language),
    imagined: imaginedTried(draft),
  };
}

function imaginedTried({ statute, before, kind, imagined, language }: Draft): DraftRead['imagined'] {
  if (imagined === null) return null;
  const of = kind ?? 'base';
  const drafted = imaginedVote(imagined, of, statute);
  if (!drafted.ok) return { refused: sentence(drafted.refusal, language) };
  const present = before === null ? null : imaginedVote(imagined, of, before);
  return {
    draft: said(drafted.value, statute, language),
    present: present?.ok === true && before !== null ? said(present.value, before, language) : null,
  };
}

function said(vote: TriedVote, rules: Statute, language: Language): TrialSaid {
  const trial = trialOf(vote, rules);
  return {
    ...trial,
    verdictSaid: verdictNames[trial.verdict][language],
    says: trialInWords(trial, language, rules.closing.offsetMinutes),
  };
}

/** The last votes of a book, tried under the draft and under the rules in force. */
export function pastTried(state: BodyState, { statute, before, language }: Draft, most: number): readonly PastTried[] {
  return pastVotes(state, most).map(({ vote, title, outcome, tried }) => ({
    vote,
    title,
    at: tried.openedAt,
    outcome,
    draft: said(tried, statute, language),
    present: before === null ? null : said(tried, before, language),
  }));
}

/** How many belonged at the last convocation; null before the first. */
export function lastRoll({ sittings }: BodyState): number | null {
  const last = Math.max(-1, ...tableEntries(sittings).map(([key]) => Number(key)));
  return tableGet(sittings, last)?.roll ?? null;
}
