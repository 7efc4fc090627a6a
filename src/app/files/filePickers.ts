import { t, type Text } from '#words/words.ts';

/** What a picker of the browser is asked for: the File System Access API, where it exists. */
interface PickerOptions {
  readonly id: string;
  readonly suggestedName?: string;
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}

interface Pickers {
  readonly showOpenFilePicker?: (
    options: PickerOptions,
  ) => Promise<readonly FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: PickerOptions) => Promise<FileSystemFileHandle>;
}

/** A kind of file. */
export interface FileKind {
  readonly description: Text;
  readonly mediaType: string;
  /** How its names end, with the dot. */
  readonly ending: string;
}

/** The first kind is the one that a dialog offers at first. */
export type FileKinds = readonly [FileKind, ...FileKind[]];

/** Lets the user choose a file to open; null: none was chosen. */
export async function pickFile(kinds: FileKinds): Promise<File | null> {
  const { showOpenFilePicker }: Window & Pickers = window;
  if (showOpenFilePicker !== undefined) {
    try {
      const [handle] = await showOpenFilePicker(optionsFor(kinds));
      return (await handle?.getFile()) ?? null;
    } catch (error) {
      if (wasCancelled(error)) return null;
      // A page in a frame may not use it: the field of a form always works.
    }
  }
  return pickByField(kinds);
}

/** What became of something that was to be saved. */
export type SavedAs =
  | { readonly how: 'file' | 'download'; readonly name: string }
  | { readonly how: 'cancelled' };

/**
 * Saves a text, or bytes in pieces, where the user says; where the browser has no dialog for that, as a download.
 *
 * @throws Error where the file that was chosen cannot be written
 */
export async function saveFile(
  content: string | readonly Uint8Array<ArrayBuffer>[],
  suggestedName: string,
  kind: FileKind,
): Promise<SavedAs> {
  const { showSaveFilePicker }: Window & Pickers = window;
  const blob = new Blob(typeof content === 'string' ? [content] : [...content], {
    type: kind.mediaType,
  });
  let handle: FileSystemFileHandle | null = null;
  if (showSaveFilePicker !== undefined) {
    try {
      handle = await showSaveFilePicker({ ...optionsFor([kind]), suggestedName });
    } catch (error) {
      if (wasCancelled(error)) return { how: 'cancelled' };
    }
  }
  if (handle === null) {
    download(blob, suggestedName);
    return { how: 'download', name: suggestedName };
  }
  const file = await handle.createWritable();
  await file.write(blob);
  await file.close();
  return { how: 'file', name: handle.name };
}

function optionsFor(kinds: FileKinds): PickerOptions {
  // The browser remembers the last folder by this name.
  const id = `reactor-studio-${kinds[0].ending.slice(1)}`;
  const types = kinds.map(({ description, mediaType, ending }) => ({
    description: t(description),
    accept: { [mediaType]: [ending] },
  }));
  return { id, types };
}

function wasCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function pickByField(kinds: FileKinds): Promise<File | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = kinds.map(({ mediaType, ending }) => `${ending},${mediaType}`).join(',');
    field.addEventListener('change', () => {
      resolve(field.files?.[0] ?? null);
    });
    field.addEventListener('cancel', () => {
      resolve(null);
    });
    field.click();
  });
}

/** How long a browser may take to begin a download. */
const DOWNLOAD_BEGINS_WITHIN = 60_000;

function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, DOWNLOAD_BEGINS_WITHIN);
}
