import { newIdentifier } from '@cabildo/ballot';
import { addElection, dropElection, electionsOfMotion } from '../../store/secret/elections.ts';
import type { LoadedBook } from '../loaded-book.ts';
import { type BallotTools, type Election, electionOf, type Prepared } from './elections.ts';
import { type MotionInBook, motionInBook, runsVote, tellerNumber } from './in-book.ts';
import { refused, type Said, said } from './said.ts';
import type { ElectionOfMotion, OfMotion, Preparation } from './secret-votes.ts';

const TELLERS = [1, 2] as const;

/** Prepares an election for a motion, or finds the one that is in preparation. */
export async function prepareElection(
  tools: BallotTools,
  asked: OfMotion & { readonly again: boolean },
): Promise<Said<Preparation>> {
  const { motion, actor } = asked;
  const book = await tools.books.get(tools.names.write(asked.book));
  const inBook = book === null || book.remote ? null : motionInBook(book.folded.state, motion);
  if (book === null || inBook === null) return refused('no-such-election');
  if (!runsVote(book.folded.state, motion, actor, tools.now())) return refused('not-presiding');
  if (inBook.sizes === null || book.readOnly !== null) return refused('no-secret-vote');
  const current = await inPreparation(tools, book, motion);
  if (current !== null && !asked.again) return said(shown(tools, current.uuid, current.prepared));
  const uuid = newIdentifier(tools.random);
  const prepared = plan(uuid, book, motion, { ...inBook, sizes: inBook.sizes });
  await addElection(tools.store, {
    election: uuid,
    origin: book.origin,
    motion,
    prepared: JSON.stringify(prepared),
  });
  if (current !== null) await dropElection(tools.store, current.uuid);
  tools.touched(book.origin);
  return said(shown(tools, uuid, prepared));
}

/** The election of that motion with which no vote was opened yet. */
async function inPreparation(tools: BallotTools, book: LoadedBook, motion: number): Promise<Election | null> {
  for (const row of await electionsOfMotion(tools.store, book.origin, motion)) {
    const election = await electionOf(tools, row);
    if (election?.vote === null) return election;
  }
  return null;
}

/** The title and not the text: a text can be withdrawn, an archive cannot. Its hash is in the description. */
function plan(
  uuid: string,
  book: LoadedBook,
  motion: number,
  { title, textHash, sizes }: MotionInBook & { readonly sizes: Prepared['sizes'] },
): Prepared {
  return {
    sizes,
    plan: {
      uuid,
      name: `${book.title} · ${motion}`,
      description: textHash,
      administrator: `${book.origin} ${motion}`,
      question: { answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: title },
    },
  };
}

function shown({ codes }: BallotTools, election: string, { sizes }: Prepared): Preparation {
  return {
    election,
    trustees: Array.from({ length: sizes.size }, (_, at) => ({
      seat: at + 1,
      code: codes.codeOf(election, `trustee-${at + 1}`),
    })),
    tellers: TELLERS.map((teller) => ({ teller, code: codes.codeOf(election, `teller-${teller}`) })),
  };
}

/** For who presides, and for the tellers: the election that was last prepared. */
export async function electionOfMotion(tools: BallotTools, asked: OfMotion): Promise<Said<ElectionOfMotion>> {
  const { motion, actor } = asked;
  const book = await tools.books.get(tools.names.write(asked.book));
  const inBook = book === null ? null : motionInBook(book.folded.state, motion);
  if (book === null || inBook === null) return refused('no-such-election');
  const teller = tellerNumber(inBook, actor);
  if (teller === 0 && !runsVote(book.folded.state, motion, actor, tools.now())) return refused('not-presiding');
  const election = (await inPreparation(tools, book, motion)) ?? (await votedOn(tools, book, motion));
  if (election === null) return refused('no-such-election');
  const { uuid } = election;
  if (teller === 0) return said({ election: uuid });
  return said({ election: uuid, teller, code: tools.codes.codeOf(uuid, `teller-${teller}`) });
}

/** The one that was voted on last. */
async function votedOn(tools: BallotTools, book: LoadedBook, motion: number): Promise<Election | null> {
  const rows = await electionsOfMotion(tools.store, book.origin, motion);
  const all = await Promise.all(rows.map((row) => electionOf(tools, row)));
  const voted = all.flatMap((election) => (election?.vote ? [{ election, vote: election.vote.vote }] : []));
  return voted.toSorted((a, b) => b.vote - a.vote)[0]?.election ?? null;
}
