import { askWitnesses } from './app/exchange/ask-witnesses.ts';
import type { OutsideWitness } from './app/exchange/asked.ts';
import { headsOf, startLoggingHeads } from './app/exchange/heads.ts';
import { type PullOutcome, startPulling } from './app/exchange/mirrors.ts';
import { noticeRollback } from './app/exchange/rollback.ts';
import type { Node } from './app/index.ts';
import { keepMailing } from './keep-mailing.ts';

export interface KeepUpOptions {
  /** Pause between two pulls of all mirrors; 30 s unless said otherwise, 0 for never. */
  readonly pullEveryMs?: number;
  /** Outside witnesses of the log of heads, by their submission prefix; with a key where no book has appointed them yet. */
  readonly witnesses?: readonly (OutsideWitness | string)[];
  /** 60 s unless said otherwise. */
  readonly askEveryMs?: number;
  /** Pause between two rounds of e-mail; 30 s unless said otherwise. */
  readonly mailEveryMs?: number;
  readonly log: (line: string) => void;
}

export interface Company {
  /** Logs the heads of now and has them cosigned at once, not at the next round. */
  witnessed(): Promise<void>;
  stop(): Promise<void>;
}

/** What a running node does by itself towards others: logs its heads, has them cosigned, follows its mirrors, writes to people. */
export async function keepUp(node: Node, options: KeepUpOptions): Promise<Company> {
  const { log, pullEveryMs = 30_000, mailEveryMs = 30_000 } = options;
  for (const { origin, size, seen, by } of await noticeRollback(node)) {
    log(`${origin} has ${size} acts here, but ${by} has seen ${seen.size}: it is open for reading only`);
  }
  const heads = await startLoggingHeads(node);
  const pulling = pullEveryMs === 0 ? null : startPulling(node, pullEveryMs, tellNews(log));
  const asking = askAgain(node, options);
  const mailing = keepMailing(node, mailEveryMs, log);
  return {
    async witnessed() {
      await heads.flush();
      await asking.round();
    },
    async stop() {
      await mailing.stop();
      await asking.stop();
      await pulling?.stop();
      await heads.stop();
    },
  };
}

/** A mirror that cannot be reached is news once, not every round. */
function tellNews(log: (line: string) => void): (outcome: PullOutcome) => void {
  const last = new Map<string, string>();
  return (outcome) => {
    const said = newsOf(outcome);
    if (last.get(outcome.origin) === said) return;
    last.set(outcome.origin, said);
    if (said !== '') log(said);
  };
}

function newsOf(outcome: PullOutcome): string {
  const { kind, origin } = outcome;
  if (kind === 'pulled' || kind === 'current') return '';
  if (kind === 'behind') return `mirror ${origin}: its source is behind (${outcome.theirs} of ${outcome.size} acts)`;
  if (kind === 'fork')
    return `mirror ${origin}: fork ${outcome.number}, its key signed two heads that cannot both be true`;
  return `mirror ${origin}: ${outcome.reason}: ${outcome.detail}`;
}

interface Asking {
  round(): Promise<void>;
  stop(): Promise<void>;
}

function askAgain(node: Node, { witnesses = [], askEveryMs = 60_000, log }: KeepUpOptions): Asking {
  if (witnesses.length === 0) return { round: () => Promise.resolve(), stop: () => Promise.resolve() };
  let asked = -1;
  let running = Promise.resolve();
  const ask = async (): Promise<void> => {
    const size = (await node.book(headsOf(node)))?.size ?? 0;
    if (size === asked) return;
    const answers = await askWitnesses(node, witnesses);
    for (const answer of answers)
      if ('detail' in answer) log(`witness ${answer.url}: ${answer.kind}: ${answer.detail}`);
    // A witness that did not answer is asked again next time.
    if (answers.every(({ kind }) => kind === 'cosigned')) asked = size;
  };
  const round = (): Promise<void> => {
    running = running.then(ask).catch(() => log('witnesses: the database did not answer'));
    return running;
  };
  void round();
  const timer = setInterval(round, askEveryMs).unref();
  return {
    round,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
