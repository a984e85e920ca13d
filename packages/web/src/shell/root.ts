/** Below which address the client stands; the office is built with another (`src/office/instead`). */
export const ROOT = '/phone';
