// As the office's pages are (decision 0012).
import { weighed } from '../apart-weights.ts';

weighed('supply');
