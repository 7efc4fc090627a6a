/** What was dropped on the window: one file, or why nothing can be opened. */
export type Dropped =
  | { readonly ok: true; readonly file: File }
  | { readonly ok: false; readonly title: string; readonly message: string };

/** Whether a drag brings files from outside the page. */
export function bringsFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

/** The file that was dropped. To be asked at once: the browser empties the transfer after the event. */
export function droppedFile(transfer: DataTransfer): Dropped {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const [item] = items;
  const file = item?.getAsFile() ?? transfer.files[0] ?? null;
  if (items.length > 1 || transfer.files.length > 1) {
    const count = Math.max(items.length, transfer.files.length);
    return {
      ok: false,
      title: `${count} files were not opened`,
      message: 'were dropped at once: drop one',
    };
  }
  if (item?.webkitGetAsEntry()?.isDirectory === true) {
    const title = `${file?.name ?? 'A folder'} was not opened`;
    return { ok: false, title, message: 'is a folder: drop a file out of it' };
  }
  if (file === null) {
    return { ok: false, title: 'Nothing was opened', message: 'is no file: drop a file' };
  }
  return { ok: true, file };
}
