/** A number with what is counted: in both languages of the story only one of it has the singular. */
export const many = (count: number, one: string, other: string): string => `${count} ${count === 1 ? one : other}`;
