/** Each piece of the office brings its own styles along. */
export const areaStyles = (): Promise<unknown> => Promise.resolve();
