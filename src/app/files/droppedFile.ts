import { t } from '#words/words.ts';

/** What was dropped on the window: one file, or why nothing can be opened. */
export type Dropped =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly title: string; readonly message: string };

/** What a drag brings, as far as it is needed. */
export interface Transfer {
  readonly items: Iterable<Pick<DataTransferItem, 'kind' | 'getAsFile' | 'webkitGetAsEntry'>>;
}

/** Whether a drag brings files from outside the page. */
export function bringsFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

/** The file that was dropped. To be asked at once: the browser empties the transfer after the event. */
export function droppedFile(transfer: Transfer): Dropped {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const [item] = items;
  if (items.length > 1) {
    return {
      ok: false,
      title: t('{{number}} files were not opened', { number: items.length }),
      message: t('were dropped at once: drop one'),
    };
  }
  const file = item?.getAsFile() ?? null;
  if (item?.webkitGetAsEntry()?.isDirectory === true) {
    const title = t('{{name}} was not opened', { name: file?.name ?? t('A folder') });
    return { ok: false, title, message: t('is a folder: drop a file out of it') };
  }
  if (file === null) {
    return { ok: false, title: t('Nothing was opened'), message: t('is no file: drop a file') };
  }
  return { ok: true, file };
}
