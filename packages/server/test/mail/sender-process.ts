import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What a sender is told first. */
export interface ToSender {
  readonly now: number;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly ca: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A process that sends a node's letters, as a node does beside its other work. */
export class SenderProcess {
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown>;
  #said = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#gone = once(child, 'exit');
    child.stderr?.on('data', (part) => {
      this.#said = (this.#said + part).slice(-4_000);
    });
  }

  /** It has the node open, and has sent nothing yet. */
  static async open(told: ToSender): Promise<SenderProcess> {
    const child = fork(join(import.meta.dirname, 'sender.ts'), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const sender = new SenderProcess(child);
    child.send(told);
    const opened = await Promise.race([once(child, 'message').then(() => true), sender.#gone.then(() => false)]);
    if (!opened) throw new Error(`the sender did not start: ${sender.#said}`);
    return sender;
  }

  send(): void {
    this.#child.send('send');
  }

  /** `kill -9`: from here on it does nothing any more, whatever it was doing. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  get gone(): Promise<unknown> {
    return this.#gone;
  }

  /** It ends what it is doing. */
  async stop(): Promise<void> {
    this.#child.send('stop');
    await this.#gone;
    if (this.#child.exitCode !== 0) throw new Error(`the sender failed: ${this.#said}`);
  }
}
