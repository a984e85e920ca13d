import { useEffect, useState } from 'preact/hooks';
import { OnPhone } from './on-phone.ts';
import type { PhoneState } from './phone-state.ts';

export function useOnPhone(body: string): { readonly phone: OnPhone; readonly state: PhoneState } {
  const [phone] = useState(() => new OnPhone(body));
  const [state, setState] = useState(phone.state);
  useEffect(() => {
    const over = phone.watch(() => setState(phone.state));
    addEventListener('online', phone.wake);
    void phone.open();
    return () => {
      over();
      removeEventListener('online', phone.wake);
      phone.close();
    };
  }, [phone]);
  return { phone, state };
}
