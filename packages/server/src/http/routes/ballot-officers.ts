import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ballotPageFiles } from '../ballot-page.ts';
import { saidOrProblem } from '../ballot-said.ts';
import { caching } from '../caching.ts';
import type { HttpContext } from '../context.ts';
import { decimal } from '../input-parsing.ts';
import { HttpProblem } from '../problem.ts';
import { actorOf, bodyAt } from '../who-asks.ts';

type OfMotion = { readonly body: string; readonly motion: string };

const path = '/api/bodies/:body/motions/:motion/ballot';

const answers = {
  401: { says: 'Unknown bearer' },
  403: { says: 'Only who presides there' },
  404: { says: 'No such body or motion' },
} as const;

/** What whoever presides does for a secret vote beside the commands: to prepare it, and to set it up. */
export function registerBallotOfficers(app: FastifyInstance, context: HttpContext, web: string | undefined): void {
  registerPreparing(app, context);
  registerFinding(app, context);
  registerSettingUp(app, context, web);
}

async function asked({ node }: HttpContext, request: FastifyRequest<{ Params: OfMotion }>) {
  const book = await bodyAt(node, request.params.body);
  const motion = decimal(request.params.motion);
  if (motion === undefined) throw new HttpProblem('no-such-act');
  return { book: book.name, motion, actor: await actorOf(node, request, request.params.body) };
}

function registerPreparing(app: FastifyInstance, context: HttpContext): void {
  app.post<{ Params: OfMotion; Body: { readonly again?: boolean } }>(
    path,
    {
      schema: {
        body: { type: 'object', properties: { again: { type: 'boolean' } }, additionalProperties: false },
      },
      config: {
        about: {
          operation: 'prepareSecretVote',
          summary:
            'Prepares an election for a motion, with a code for each trustee and teller; the same one again, or with `again` another in its place',
          tag: 'ballot',
          bearer: 'required',
          answers: {
            200: { says: 'The election and its codes', content: 'BallotPreparation' },
            ...answers,
            409: { says: 'Nothing is voted in secret there' },
          },
        },
      },
    },
    async (request, reply) => {
      const { again = false } = request.body;
      const prepared = await context.node.ballots.prepare({ ...(await asked(context, request)), again });
      return reply.header('cache-control', caching.never).send(saidOrProblem(prepared));
    },
  );
}

function registerFinding(app: FastifyInstance, context: HttpContext): void {
  app.get<{ Params: OfMotion }>(
    path,
    {
      config: {
        about: {
          operation: 'findSecretVote',
          summary: 'The election of a motion, for who presides and for the tellers; a teller gets the own code with it',
          tag: 'ballot',
          bearer: 'required',
          answers: { 200: { says: 'The election', content: 'ElectionOfMotion' }, ...answers },
        },
      },
    },
    async (request, reply) => {
      const found = await context.node.ballots.ofMotion(await asked(context, request));
      return reply.header('cache-control', caching.never).send(saidOrProblem(found));
    },
  );
}

function registerSettingUp(app: FastifyInstance, context: HttpContext, web: string | undefined): void {
  app.post<{ Params: OfMotion }>(
    `${path}/setup`,
    {
      config: {
        about: {
          operation: 'setUpSecretVote',
          summary:
            'Makes the archive without a ballot with which `OpenVote` opens, of the trustees’ keys and both tellers’ halves',
          tag: 'ballot',
          bearer: 'required',
          answers: {
            200: { says: 'The archive and its parts', content: 'BallotSetUp' },
            ...answers,
            409: { says: 'Keys or credentials are missing' },
          },
        },
      },
    },
    async (request, reply) => {
      const { hash: page } = await ballotPageFiles(web);
      const made = saidOrProblem(await context.node.ballots.setUp({ ...(await asked(context, request)), page }));
      const { archive, election, trustees, credentials, head } = made;
      return reply
        .header('cache-control', caching.never)
        .send({ archive, election, trustees, credentials, page: made.page, head });
    },
  );
}
