/** A cell that a spreadsheet would calculate is text for it once an apostrophe stands before it (OWASP, CSV injection). */
const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => `"${neutral(text).replaceAll('"', '""')}"`;

/** CSV (RFC 4180) with `;`, with the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
