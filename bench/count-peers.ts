// Other people's counting packages, each as its own documentation uses it. They are installed in `peers/`, beside the
// project and not with it: `npm run bench -- count` does that when it is asked for the first time.
import { readFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { pathToFileURL } from 'node:url';

/** A ballot as every peer's user has it: names in order, and how many cast the same. */
export interface PlainBallot {
  readonly ranking: string[];
  readonly weight: number;
}

export interface PlainElection {
  readonly candidates: string[];
  readonly seats: number;
  readonly ballots: readonly PlainBallot[];
}

export interface Peer {
  readonly packageName: string;
  readonly method: string;
  /** Makes what the package counts from, and gives back the count: whoever is elected, in any order. */
  readonly prepare: (election: PlainElection) => Promise<() => string[]>;
  /** It knows no weights: each ballot is handed over by itself. */
  readonly singly?: true;
  /** Where the package counts something that is only near the method. */
  readonly counts?: string;
}

export const peersFolder = `${import.meta.dirname}/peers/`;
const require = createRequire(peersFolder);

interface Caritat {
  readonly Ballot: new (ranking: string[], count: number) => unknown;
  readonly Election: new (config: { candidates: string[] }) => { addBallot(ballot: unknown): void };
  irv(election: unknown): string;
  readonly condorcet: { schulze(election: unknown): string[] };
  readonly stv: { meek(election: unknown, config: { seats: number }): string[] };
}

type CaritatCount = (caritat: Caritat, election: unknown, seats: number) => string[];

const ofCaritat =
  (run: CaritatCount): Peer['prepare'] =>
  async ({ candidates, ballots, seats }) => {
    const caritat = require('caritat') as Caritat;
    const election = new caritat.Election({ candidates });
    for (const { ranking, weight } of ballots) election.addBallot(new caritat.Ballot(ranking, weight));
    return () => run(caritat, election, seats);
  };

interface Votes {
  readonly InstantRunoff: new (given: object) => { ranking(): string[][] };
  readonly Schulze: new (given: object) => { ranking(): string[][] };
  readonly utils: { matrixFromBallots(ballots: unknown, candidates: string[]): object };
}

type VotesCount = (votes: Votes, given: { ballots: object[]; candidates: string[] }) => string[][];

const ofVotes =
  (run: VotesCount): Peer['prepare'] =>
  async ({ candidates, ballots: plain }) => {
    const votes = (await import(entryOf('votes/dist/index.js'))) as Votes;
    const ballots = plain.map(({ ranking, weight }) => ({ ranking: ranking.map((name) => [name]), weight }));
    return () => run(votes, { candidates, ballots })[0] ?? [];
  };

interface Stv {
  stv(given: { seatsToFill: number; candidates: string[]; votes: object[] }): { winners: string[] };
}

/**
 * `stv` 0.0.2 as published cannot be loaded: `dist/index.js` asks for a file that the package does not hold. Its source is in
 * the package, and what it takes from `./model` are types.
 */
async function sourceOfStv(): Promise<Stv> {
  const source = readFileSync(`${peersFolder}node_modules/stv/src/stv.ts`, 'utf8');
  const script = stripTypeScriptTypes(source).replace(/^import .* from "\.\/model";$/m, '');
  return (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as Stv;
}

interface CondorcetResult {
  findWinners(): Iterable<string>;
}

type CondorcetClass = new (voters: null, candidates: string[], subject: string, votes: object[]) => CondorcetResult;

const entryOf = (path: string): string => pathToFileURL(`${peersFolder}node_modules/${path}`).href;

/** Every peer with each of the methods that it has. */
export const peers: readonly Peer[] = [
  { packageName: 'caritat', method: 'irv', prepare: ofCaritat((caritat, election) => [caritat.irv(election)]) },
  {
    packageName: 'votes',
    method: 'irv',
    prepare: ofVotes(({ InstantRunoff }, given) => new InstantRunoff(given).ranking()),
  },
  {
    packageName: 'caritat',
    method: 'schulze',
    prepare: ofCaritat((caritat, election) => caritat.condorcet.schulze(election).slice(0, 1)),
  },
  {
    packageName: 'votes',
    method: 'schulze',
    prepare: ofVotes(({ Schulze, utils }, { ballots, candidates }) =>
      new Schulze(utils.matrixFromBallots(ballots, candidates)).ranking(),
    ),
  },
  {
    packageName: '@node-core/caritat',
    method: 'schulze',
    counts: 'duels won, not Schulze',
    singly: true,
    prepare: async ({ candidates, ballots }) => {
      const file = entryOf('@node-core/caritat/dist/votingMethods/CondorcetResult.js');
      const { default: Condorcet } = (await import(file)) as { default: CondorcetClass };
      // The higher the score, the more preferred; who is not scored has nothing.
      const votes = ballots.map(({ ranking }) => ({
        preferences: new Map(ranking.map((name, at) => [name, candidates.length - at])),
      }));
      return () => [...new Condorcet(null, candidates, '', votes).findWinners()];
    },
  },
  {
    packageName: 'stv',
    method: 'scottish-stv',
    prepare: async ({ candidates, seats, ballots }) => {
      const { stv } = await sourceOfStv();
      const votes = ballots.map(({ ranking, weight }) => ({ preferences: ranking, weight }));
      return () => stv({ seatsToFill: seats, candidates, votes }).winners;
    },
  },
  {
    packageName: 'caritat',
    method: 'meek-stv',
    prepare: ofCaritat((caritat, election, seats) => [...caritat.stv.meek(election, { seats })]),
  },
];
