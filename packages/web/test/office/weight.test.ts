// Limits: decision 0012, “The weight of the office”.
import { weighed } from '../apart-weights.ts';

weighed('office');
