export interface CardInAddress {
  readonly body: string | null;
  readonly card: string;
}

/** Takes the card out of the address at once: it stays in no history, no bookmark and no screenshot. */
export function takeCardFromAddress(): CardInAddress | null {
  const fields = new URLSearchParams(location.hash.slice(1));
  const card = fields.get('card');
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
  return card === null || card === '' ? null : { body: fields.get('body'), card };
}
