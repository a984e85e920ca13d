// Loaded into the measured node before its program (`--import`): tells the measurement when each batch was committed.
import { subscribe } from 'node:diagnostics_channel';

subscribe('cabildo.commit', (commit) => {
  process.send?.(commit);
});
