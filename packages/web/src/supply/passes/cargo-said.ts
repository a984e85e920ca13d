import { type Cargo, cargoName } from '@cabildo/book';
import { laidOver } from '../../form/words-later.ts';
import type { Formats } from '../../shell/formats.ts';

/** As whoever writes a safe-conduct calls it; on the road the two languages of the block's page are spoken. */
export const cargoSaid = (cargo: Cargo, formats: Formats): string =>
  laidOver(cargoName(cargo, formats.language), `supply.cargoes.${cargo}`, formats);
