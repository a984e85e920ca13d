import type { Language } from '../booth/tongue.ts';

/** As times are written in a key list. */
export const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** In the phone's own time, as whoever stands there reads a clock. */
export const moment = (time: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-BO' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(time),
  );
