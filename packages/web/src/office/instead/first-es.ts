export { es as shell } from '../../shell/words-es.ts';
