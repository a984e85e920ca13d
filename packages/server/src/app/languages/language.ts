import type { LanguageHead, LanguageString, Translation } from '@cabildo/core';

/** What somebody proposes to say, until somebody else has read it. */
export interface Draft {
  readonly said: Translation;
  readonly from: string;
  /** Who wrote it: of the node's translators, or `file` for whoever brought a file in. */
  readonly by: string;
}

export interface Reviewed {
  readonly said: Translation;
  readonly from: string;
  readonly reviewedBy: string;
  readonly reviewed: string;
}

export interface Entry {
  readonly draft: Draft | null;
  readonly reviewed: Reviewed | null;
}

export interface Voice {
  readonly mediaType: string;
  readonly by: string;
  readonly reviewed: boolean;
}

export class Language {
  head: LanguageHead;
  /** Grows with each change: what was made of it before is made anew. */
  version = 0;
  readonly entries = new Map<string, Entry>();
  readonly voices = new Map<string, Voice>();

  constructor(head: LanguageHead) {
    this.head = head;
  }

  /** What everybody reads, and what somebody who tries the language reads. */
  said(trial: boolean): ReadonlyMap<string, Translation> {
    const found = new Map<string, Translation>();
    for (const [source, { draft, reviewed }] of this.entries) {
      const said = (trial ? draft : null) ?? reviewed;
      if (said !== null) found.set(source, said.said);
    }
    return found;
  }

  get reviewedCount(): number {
    let count = 0;
    for (const { reviewed } of this.entries.values()) if (reviewed !== null) count += 1;
    return count;
  }

  strings(): readonly LanguageString[] {
    return [...this.entries].flatMap(([source, { draft, reviewed }]): LanguageString[] => {
      if (draft !== null) return [{ source, said: draft.said, from: draft.from, reviewedBy: null, reviewed: null }];
      return reviewed === null ? [] : [{ source, ...reviewed }];
    });
  }
}
