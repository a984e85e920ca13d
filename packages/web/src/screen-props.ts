import type { Formats } from './language.ts';
import type { Phone } from './phone.ts';
import type { PhoneState } from './phone-state.ts';

/** What every screen is given. */
export interface ScreenProps {
  readonly phone: Phone;
  readonly state: PhoneState;
  readonly formats: Formats;
}
