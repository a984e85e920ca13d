/** Numbers in the characters of credentials and identifiers, of which none looks like another. */
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

export function digitsOf(number: bigint, characters: number): string {
  let [rest, text] = [number, ''];
  for (let i = 0; i < characters; i++) {
    text = ALPHABET[Number(rest % 58n)] + text;
    rest /= 58n;
  }
  return text;
}

/** Undefined where a character is none of them. */
export function numberOf(characters: string): bigint | undefined {
  let number = 0n;
  for (const character of characters) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    number = number * 58n + BigInt(digit);
  }
  return number;
}
