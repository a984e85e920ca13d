import type { Node } from './app/index.ts';
import { planMail } from './app/mail/plan.ts';
import { sendMail } from './app/mail/sending.ts';

interface KeepsMailing {
  stop(): Promise<void>;
}

/** Looks whom there is a reason to write to, and writes, one round after the other; beside the work on commands, never in it. */
export function keepMailing(node: Node, everyMs: number, log: (line: string) => void): KeepsMailing {
  let isOver = false;
  let running = Promise.resolve();
  let failed = false;
  const round = async (): Promise<void> => {
    if (isOver) return;
    try {
      await planMail(node);
      await sendMail(node, () => isOver);
      failed = false;
    } catch (error) {
      // Its message might quote what it was about; that it fails is news once.
      if (!failed && !isOver) log(`mail: ${error instanceof Error ? error.name : 'error'}`);
      failed = true;
    }
  };
  const again = (): void => {
    running = running.then(round);
  };
  const timer = setInterval(again, everyMs).unref();
  node.mailing.onWake(again);
  again();
  return {
    async stop() {
      isOver = true;
      clearInterval(timer);
      await running;
    },
  };
}
