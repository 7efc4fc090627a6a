import { toast } from 'sonner';

import type { SavedAs } from './filePickers.ts';

/** Says what became of something that was saved. */
export function tellSaved(saved: SavedAs): void {
  if (saved.how === 'cancelled') return;
  toast(saved.how === 'file' ? `Saved as ${saved.name}` : `${saved.name} is downloaded`);
}
