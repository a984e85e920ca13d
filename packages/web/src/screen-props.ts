import type { Formats } from './language.ts';
import type { Phone, PhoneState } from './phone.ts';

/** What every screen is given. */
export interface ScreenProps {
  readonly phone: Phone;
  readonly state: PhoneState;
  readonly formats: Formats;
}
