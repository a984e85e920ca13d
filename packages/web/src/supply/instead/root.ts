export const ROOT = '/supply';
