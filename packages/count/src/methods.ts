import type { Method } from './method.ts';
import { dhondt, droopRemainder, hare, modifiedSainteLague, sainteLague } from './methods/apportionment.ts';
import { borda } from './methods/borda.ts';
import { equalShares, mesPb } from './methods/equal-shares.ts';
import { greedyPb } from './methods/greedy-budget.ts';
import { irv } from './methods/irv.ts';
import { majorityJudgment } from './methods/majority-judgment.ts';
import { meekStv } from './methods/meek-stv.ts';
import { pav } from './methods/pav.ts';
import { phragmen } from './methods/phragmen.ts';
import { approval, block, limited, plurality } from './methods/plurality.ts';
import { rankedPairs } from './methods/ranked-pairs.ts';
import { schulze } from './methods/schulze.ts';
import { score, star } from './methods/scores.ts';
import { scottishStv } from './methods/scottish-stv.ts';
import { sortition } from './methods/sortition.ts';
import { twoRound } from './methods/two-round.ts';

/** Every method by the name under which statutes and the command line call it. */
export const methods: Readonly<Record<string, Method>> = {
  plurality,
  'two-round': twoRound,
  approval,
  borda,
  score,
  star,
  'majority-judgment': majorityJudgment,
  irv,
  schulze,
  'ranked-pairs': rankedPairs,
  block,
  limited,
  'scottish-stv': scottishStv,
  'meek-stv': meekStv,
  pav,
  phragmen,
  'equal-shares': equalShares,
  dhondt,
  'sainte-lague': sainteLague,
  'modified-sainte-lague': modifiedSainteLague,
  hare,
  'droop-remainder': droopRemainder,
  'greedy-pb': greedyPb,
  'mes-pb': mesPb,
  sortition,
};
