export { en as shell } from '../../shell/words-en.ts';
