/** What an audit found wrong, or could not vouch for. */

export type FindingCode =
  // the checkpoint and its keys
  | 'bad-key'
  | 'key-file-differs'
  | 'checkpoint-missing'
  | 'checkpoint-malformed'
  | 'checkpoint-signature'
  | 'checkpoint-origin'
  | 'cosignature-wrong'
  | 'heads-proof-wrong'
  // the tree
  | 'root-differs'
  | 'tile-missing'
  | 'tile-length'
  | 'tile-differs'
  | 'subtree-differs'
  | 'entries-missing'
  | 'entries-damaged'
  | 'entry-differs'
  | 'entry-or-tile-differs'
  | 'old-tile-differs'
  // the acts
  | 'leaf-malformed'
  | 'leaf-index'
  | 'leaf-book'
  | 'time-backwards'
  | 'enrolment-refused'
  | 'seal-refused'
  | 'recovery-refused'
  // what lies beside the book
  | 'disclosure-malformed'
  | 'disclosure-differs'
  | 'disclosure-withdrawn'
  | 'erasure-malformed'
  | 'attachment-differs'
  | 'fork'
  | 'fork-evidence-invalid'
  // notices
  | 'stray-file'
  | 'unknown-signature'
  | 'too-many-findings';

export interface Finding {
  readonly code: FindingCode;
  /** The file, by its path in the book. */
  readonly place: string;
  /** The act, where one is concerned. */
  readonly index?: number;
  /** Its type, as far as it can still be read. */
  readonly act?: string;
  /** Its act code according to the tree, that is, of the act that stood there originally. */
  readonly actCode?: string;
  /** One English sentence. */
  readonly message: string;
}

/** Collects findings, each once, and not more than `limit`. */
export interface FindingSink {
  readonly add: (finding: Finding) => void;
  readonly findings: readonly Finding[];
}

export function findingSink(limit: number): FindingSink {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  const add = (finding: Finding): void => {
    const name = `${finding.code} ${finding.place} ${finding.index ?? ''}`;
    if (seen.has(name) || seen.size > limit) return;
    seen.add(name);
    if (seen.size <= limit) findings.push(finding);
    else
      findings.push({
        code: 'too-many-findings',
        place: '.',
        message: `More than ${limit} findings; no more are listed.`,
      });
  };
  return { add, findings };
}
