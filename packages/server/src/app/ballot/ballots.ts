import { electionsOf, forgetSecrets, originsWithSecrets } from '../../store/secret/elections.ts';
import { fileByHash } from '../../store/secret/files.ts';
import { readMessages } from '../../store/secret/messages.ts';
import type { CommandRequest } from '../node.ts';
import type { CommandOutcome } from '../outcome.ts';
import { boardFile, trackersOf } from './board.ts';
import { BallotBoxes } from './box.ts';
import { halvesOf, keepExcluded, keepHalves } from './credentials.ts';
import { type BallotTools, type Election, readElection } from './elections.ts';
import { electionOfVote, isOver } from './in-book.ts';
import { electionOfMotion, prepareElection } from './prepare.ts';
import { Results } from './results.ts';
import { refused, type Said, said } from './said.ts';
import type { Ballots, SetUp } from './secret-votes.ts';
import { setUpElection } from './set-up.ts';
import { statusOf } from './status.ts';
import { keepMessage, trialArchive } from './trustees.ts';

export interface BallotsPart {
  readonly ballots: Ballots;
  /** A command that closes a box is decided while no ballot comes in. */
  around(request: CommandRequest, decide: () => Promise<CommandOutcome>): Promise<CommandOutcome>;
  stop(): Promise<void>;
}

export function ballotsPart(tools: BallotTools): BallotsPart {
  const boxes = new BallotBoxes(tools);
  const results = new Results(tools);
  return {
    ballots: { ...before(tools), ...inAndAfter(tools, boxes, results) },
    async around(request, decide) {
      const uuid = request.command === 'CloseBallotBox' ? await electionToClose(tools, request) : null;
      if (uuid === null) return decide();
      const outcome = await boxes.whileClosing(uuid, decide);
      if (outcome.kind === 'done') {
        boxes.letGo(uuid);
        void results.settle(uuid);
      }
      return outcome;
    },
    async stop() {
      await boxes.settled();
      // A long sum is given up: it is made again when somebody looks.
      await tools.threads.stop();
      await results.settled();
    },
  };
}

type BeforeTheVote = 'prepare' | 'ofMotion' | 'setUp' | 'messages' | 'trial' | 'keepHalves' | 'halves' | 'keepExcluded';

function before(tools: BallotTools): Pick<Ballots, BeforeTheVote> {
  return {
    prepare: (asked) => prepareElection(tools, asked),
    ofMotion: (asked) => electionOfMotion(tools, asked),
    setUp: (asked) => setUpElection(tools, asked),
    messages: (election) => on(tools, election, ({ uuid }) => readMessages(tools.store, uuid)),
    trial: (election) => on(tools, election, ({ uuid }) => trialArchive(tools, uuid)),
    keepHalves: (handed) => keepHalves(tools, handed),
    halves: (election, teller) => on(tools, election, ({ uuid }) => halvesOf(tools, uuid, teller)),
    keepExcluded: (handed) => keepExcluded(tools, handed),
  };
}

function inAndAfter(tools: BallotTools, boxes: BallotBoxes, results: Results): Omit<Ballots, BeforeTheVote> {
  const { store } = tools;
  return {
    async status(uuid) {
      const found = await readElection(tools, uuid);
      if (!found.ok) return found;
      // What a crash has kept from being added up is added up when somebody looks.
      if (found.value.vote?.isClosed === true && found.value.opened === null) results.look(uuid);
      return said(await statusOf(tools, found.value));
    },
    async keepMessage(says) {
      const kept = await keepMessage(tools, says);
      if (kept.ok && says.step === 'share') void results.settle(says.election);
      return kept;
    },
    cast: (election, ballot) => boxes.take(election, ballot),
    trackers: (election) => on(tools, election, ({ uuid }) => trackersOf(store, uuid)),
    archive: (election) => on(tools, election, ({ uuid }) => boardFile(store, uuid)),
    file: (election, sha256) =>
      on(tools, election, async ({ uuid, origin }) => {
        const file = await fileByHash(store, origin, sha256);
        return file?.election === uuid ? file.content : null;
      }),
    forgetOld: () => forgetOld(tools),
    async settled() {
      await boxes.settled();
      await results.settled();
    },
  };
}

/** `read` of an election; what is not there is no such thing. */
async function on<T>(
  tools: BallotTools,
  uuid: string,
  read: (election: Election) => Promise<T | null>,
): Promise<Said<T>> {
  const found = await readElection(tools, uuid);
  if (!found.ok) return found;
  const value = await read(found.value);
  return value === null ? refused('no-such-election') : said(value);
}

async function electionToClose(tools: BallotTools, { body, input }: CommandRequest): Promise<string | null> {
  const { vote } = input as { readonly vote: number };
  const book = await tools.books.get(tools.names.write(body));
  const hash = book === null ? null : electionOfVote(book.folded.state, vote);
  if (book === null || hash === null) return null;
  const rows = await electionsOf(tools.store, book.origin);
  return rows.find(({ setup }) => setup !== null && (JSON.parse(setup) as SetUp).election === hash)?.election ?? null;
}

async function forgetOld(tools: BallotTools): Promise<void> {
  for (const origin of await originsWithSecrets(tools.store)) {
    const book = await tools.books.get(origin);
    if (book === null) continue;
    for (const { election, motion } of await electionsOf(tools.store, origin))
      if (isOver(book.folded.state, Number(motion), tools.now())) await forgetSecrets(tools.store, election);
  }
}
