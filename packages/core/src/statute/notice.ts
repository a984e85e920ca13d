import { plusDays, type Time } from '../time.ts';
import type { Statute } from './fields.ts';

/** For how many days ahead a sitting is convened at most. */
export const daysAhead = ({ notice }: Pick<Statute, 'notice'>): number => notice.daysAhead ?? 90;

/** The last moment for which a sitting can be convened: its roll is frozen from now on. */
export const latestStart = (rules: Pick<Statute, 'notice'>, convened: Time): Time =>
  plusDays(convened, daysAhead(rules));
