/** The trustee's page as one file that is opened from a disk. */
import { render } from 'preact';
import '../../look/look.css';
import { Frame } from './frame.tsx';
import { TrusteeFile } from './trustee/trustee-file.tsx';

const root = document.getElementById('ballot');
if (root !== null)
  render(<Frame node={{ origin: '', election: '' }} load={() => Promise.resolve(TrusteeFile)} />, root);
