// As the office's pages are (decision 0012); what calculates a plan is weighed by itself, and what moves a map (decision 0017).
import { weighed } from '../apart-weights.ts';

weighed('supply', { piece: /^make-plan-[\w-]+\.js$/, most: 24_000 }, [
  { piece: /^maplibre-gl-[\w-]+\.js$/, most: 450_000 },
  { piece: /^rounds-worker-[\w-]+\.js$/, most: 32_000 },
]);
