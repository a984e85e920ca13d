import { planProblemSchema } from './plan-problem-schema.ts';
import { planSchema } from './plan-schema.ts';
import { shareProblemSchema, shareSchema } from './share-schemas.ts';
import type { JsonSchema } from './words.ts';

/** Every schema under the name of its file in docs/. */
export const supplySchemas = (): Readonly<Record<string, JsonSchema>> => ({
  'supply-share-problem.schema.json': shareProblemSchema(),
  'supply-share.schema.json': shareSchema(),
  'supply-plan-problem.schema.json': planProblemSchema(),
  'supply-plan.schema.json': planSchema(),
});
