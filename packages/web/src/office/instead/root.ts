export const ROOT = '/office';
