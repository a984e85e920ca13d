import { findRounds, readVrp, routeDocument, routeLines, usualIterations } from '@cabildo/supply';
import type { ExitCode, Invocation } from '../command.ts';
import { misuse } from '../stop.ts';
import { fromSupplyFile } from '../supply-file.ts';

/** What the search draws lots with: fixed, so that whoever asks again gets the same rounds. */
const SEED = 1;

export async function supplyRoute({ positionals, values, terminal }: Invocation): Promise<ExitCode> {
  const [file = ''] = positionals;
  const given = iterationsIn(values.iterations);
  const instance = fromSupplyFile(file, readVrp);
  const iterations = given ?? usualIterations(instance.errands);
  const document = routeDocument(instance, findRounds(instance.errands, { iterations, seed: SEED }), iterations);
  terminal.answer(document, routeLines(document));
  return 0;
}

function iterationsIn(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw misuse(
    { es: `--iterations ${given} no es un número entero.`, en: `--iterations ${given} is no whole number.` },
    'supply route',
  );
}
