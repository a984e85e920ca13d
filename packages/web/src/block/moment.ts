import type { Language } from '../booth/tongue.ts';

/** In the phone's own time, as whoever stands there reads a clock. */
export const moment = (time: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'es' ? 'es-BO' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(time),
  );
