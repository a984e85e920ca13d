import { publish } from '../../store/secret/board.ts';
import { readFile } from '../../store/secret/files.ts';
import { readMessages } from '../../store/secret/messages.ts';
import { type BoardStanding, standingOf, wholeArchive } from './board.ts';
import { type BallotTools, type Counted, type Election, fromHex, type Opened, readElection } from './elections.ts';

/** From a box that is closed to its sum, and from enough trustees' parts to the result. Each step once, and again after a crash. */
export class Results {
  readonly #tools: BallotTools;
  readonly #under = new Map<string, Promise<void>>();

  constructor(tools: BallotTools) {
    this.#tools = tools;
  }

  /** Whatever is due of an election; resolves when it is done. */
  settle(uuid: string): Promise<void> {
    const work = (this.#under.get(uuid) ?? Promise.resolve()).then(() => this.#settle(uuid));
    const kept = work.catch((error: Error) => this.#tools.log(`secret vote: ${error.name} while it was added up`));
    this.#under.set(uuid, kept);
    void kept.then(() => {
      if (this.#under.get(uuid) === kept) this.#under.delete(uuid);
    });
    return kept;
  }

  /** The same, where it is not being done already. */
  look(uuid: string): void {
    if (!this.#under.has(uuid)) void this.settle(uuid);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#under.values());
  }

  async #settle(uuid: string): Promise<void> {
    const first = await readElection(this.#tools, uuid);
    if (!first.ok || first.value.vote?.isClosed !== true) return;
    if (first.value.counted === null) await this.#endBallots(first.value);
    const again = await readElection(this.#tools, uuid);
    if (again.ok && again.value.counted !== null && again.value.opened === null) await this.#open(again.value);
  }

  async #endBallots({ uuid, origin, setUp, vote }: Election): Promise<void> {
    const { store, threads, touched } = this.#tools;
    const board = await standingOf(store, uuid);
    // What is added up is what the book says was in the box, or nothing is.
    if (board === null || setUp === null || fromHex(board.head.hash) !== vote?.head) return;
    const archive = await wholeArchive(store, uuid);
    const { bytes, head, tally, voters } = await threads.ask('endBallots', { archive, time: setUp.time });
    const counted: Counted = { tally, voters, box: vote.head };
    await publish(store, {
      election: uuid,
      piece: pieceAfter(board, 'tally', { bytes, head }),
      says: { tally: JSON.stringify(counted) },
    });
    touched(origin);
  }

  async #open({ uuid, origin, prepared, setUp, counted }: Election): Promise<void> {
    const { store, threads, touched } = this.#tools;
    const messages = await readMessages(store, uuid);
    const shares = messages
      .filter(({ step }) => step === 'share')
      .map(({ seat, message }) => ({ owner: seat, json: message }));
    const [election, trustees] = await Promise.all([
      readFile(store, uuid, 'election'),
      readFile(store, uuid, 'trustees'),
    ]);
    const board = await standingOf(store, uuid);
    if (shares.length < prepared.sizes.threshold || setUp === null || counted === null) return;
    if (board === null || election === undefined || trustees === undefined) return;
    const made = await threads.ask('open', {
      archive: await wholeArchive(store, uuid),
      election: election.content.toString('utf8'),
      trustees: trustees.content.toString('utf8'),
      tally: counted.tally,
      voters: counted.voters,
      head: board.head,
      time: setUp.time,
      shares,
    });
    if (made === null) return;
    const opened: Opened = { rows: made.result };
    await publish(store, {
      election: uuid,
      piece: pieceAfter(board, 'result', made),
      says: { result: JSON.stringify(opened) },
    });
    touched(origin);
  }
}

function pieceAfter(
  board: BoardStanding,
  kind: 'tally' | 'result',
  { bytes, head }: { readonly bytes: Uint8Array; readonly head: { readonly hash: string; readonly height: number } },
) {
  return {
    number: board.next,
    start: board.length,
    head: head.hash,
    height: head.height,
    ballots: board.ballots,
    kind,
    content: Buffer.from(bytes),
  };
}
