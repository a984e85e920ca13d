import type { Method } from '../method.ts';
import { readingOptions } from '../ranked.ts';
import { tieOption } from '../ties.ts';
import { vacancyOptions } from '../vacancy-options.ts';
import { countBack } from './countback.ts';
import { GregoryCount } from './gregory-count.ts';
import { MOST_DECIMALS, quotaChangesOption, quotaOption, stopOption } from './quota.ts';

/**
 * Single transferable vote with weighted inclusive Gregory transfers, as the Scottish Local Government Elections Order
 * 2011 (rules 45 to 52) has it; by its options also with other quotas, precisions and orders of transfer.
 */
export const scottishStv: Method = {
  needs: 'ranked',
  seats: 'file',
  constrained: true,
  options: {
    ...readingOptions,
    quota: quotaOption('droop'),
    'quota-changes': quotaChangesOption('static'),
    precision: {
      default: '5',
      kind: 'whole',
      most: MOST_DECIMALS,
      says: { es: 'decimales de un valor de transferencia', en: 'decimals of a transfer value' },
    },
    rounding: {
      default: 'down',
      values: ['down', 'nearest', 'up'],
      says: { es: 'cómo se redondea un valor de transferencia', en: 'how a transfer value is rounded' },
    },
    surpluses: {
      default: 'largest',
      values: ['largest', 'first-elected'],
      says: { es: 'qué excedente se transfiere primero', en: 'which surplus is transferred first' },
    },
    bulk: {
      default: 'no',
      values: ['no', 'yes'],
      says: {
        es: 'excluir juntos a quienes no pueden alcanzar a nadie',
        en: 'exclude together all who cannot catch up',
      },
    },
    ties: tieOption('backwards'),
    stop: stopOption,
    protect: {
      default: '',
      kind: 'ids',
      says: { es: 'quienes no pueden quedar fuera', en: 'who cannot be excluded' },
    },
    ...vacancyOptions('countback', 'recount'),
  },
  run: (task) => new GregoryCount(task).run(),
  countback: (task, leaving) => {
    const original = new GregoryCount(task, leaving);
    original.run();
    const bundles = new Map([...leaving].map((at) => [at, original.bundleOf(at)]));
    return (vacancy) => {
      const { winner, bundle } = countBack(vacancy, bundles.get(vacancy.departed) ?? []);
      // Whoever fills a seat can leave it too, and then these ballots are counted again.
      if (winner !== null && leaving.has(winner)) bundles.set(winner, bundle);
      return winner;
    };
  },
};
