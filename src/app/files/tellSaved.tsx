import { toast } from 'sonner';

import { t } from '#words/words.ts';

import type { SavedAs } from './filePickers.ts';

/** Says what became of something that was saved. */
export function tellSaved(saved: SavedAs): void {
  if (saved.how === 'cancelled') return;
  toast(
    saved.how === 'file'
      ? t('Saved as {{name}}', { name: saved.name })
      : t('{{name}} is downloaded', { name: saved.name }),
  );
}
