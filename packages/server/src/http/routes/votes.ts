import { type BodyState, tableGet } from '@cabildo/core';
import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { actorOf, bodyAt, isAnonymous } from '../who-asks.ts';

export function registerVotes(app: FastifyInstance, { node }: HttpContext): void {
  app.get<{ Params: { body: string; index: string } }>(
    '/api/bodies/:body/votes/:index',
    {
      config: {
        about: {
          operation: 'readVote',
          summary:
            'A vote: no tally while it is open; then the result and, signed in, the proof that one’s ballot counted',
          tag: 'bodies',
          bearer: 'optional',
          answers: { 200: { says: 'The vote', content: 'Vote' }, 404: { says: 'No such vote' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const index = decimal(request.params.index);
      const vote = index === undefined ? null : voteJson(book.state, index);
      if (vote === null || index === undefined) throw new HttpProblem('no-such-vote');
      const actor = isAnonymous(request) ? null : await actorOf(node, request, request.params.body);
      const receipt = actor === null || vote.open ? null : await node.receipt(actor, book.name, index);
      return reply.header('cache-control', 'no-store').send(receipt === null ? vote : { ...vote, receipt });
    },
  );

  app.get<{ Params: { body: string; motion: string } }>(
    '/api/bodies/:body/motions/:motion/candidates',
    {
      config: {
        about: {
          operation: 'readCandidates',
          summary:
            'Who stands in the election that a motion holds, by number, with the names of those who asked for it',
          tag: 'bodies',
          bearer: 'optional',
          answers: { 200: { says: 'The contests', content: 'HeldElection' }, 404: { says: 'No such election' } },
        },
      },
    },
    async (request, reply) => {
      const book = await bodyAt(node, request.params.body);
      const actor = isAnonymous(request) ? null : await actorOf(node, request, request.params.body);
      const index = decimal(request.params.motion);
      const election = index === undefined ? null : await node.election(book.origin, index, actor);
      if (election === null) throw new HttpProblem('not-an-election');
      return reply.header('cache-control', 'no-store').send(election);
    },
  );
}

/** Said member by member, so that nothing that a state may come to hold about an open vote slips out. */
function voteJson(state: BodyState, index: number) {
  const vote = tableGet(state.votes, index);
  if (vote === undefined) return null;
  const motion = tableGet(state.motions, vote.motion);
  const { sitting, method, rule, present, roll, electorate, openedAt, closed } = vote;
  return {
    vote: index,
    sitting,
    motion: { index: vote.motion, matter: motion?.matter, title: motion?.title, textHash: motion?.textHash },
    method,
    rule,
    present,
    roll,
    electorate,
    openedAt,
    open: closed === null,
    result: closed,
  };
}
