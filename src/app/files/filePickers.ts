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
  readonly description: string;
  readonly mediaType: string;
  /** How its names end, with the dot. */
  readonly ending: string;
}

/** Lets the user choose a file to open; null: none was chosen. */
export async function pickFile(kind: FileKind): Promise<File | null> {
  const { showOpenFilePicker }: Window & Pickers = window;
  if (showOpenFilePicker !== undefined) {
    try {
      const [handle] = await showOpenFilePicker(optionsFor(kind));
      return (await handle?.getFile()) ?? null;
    } catch (error) {
      if (wasCancelled(error)) return null;
      // A page in a frame may not use it: the field of a form always works.
    }
  }
  return pickByField(kind);
}

/** What became of a text that was to be saved. */
export type SavedAs =
  | { readonly how: 'file' | 'download'; readonly name: string }
  | { readonly how: 'cancelled' };

/**
 * Saves a text where the user says; where the browser has no dialog for that, as a download.
 *
 * @throws Error where the file that was chosen cannot be written
 */
export async function saveText(
  text: string,
  suggestedName: string,
  kind: FileKind,
): Promise<SavedAs> {
  const { showSaveFilePicker }: Window & Pickers = window;
  let handle: FileSystemFileHandle | null = null;
  if (showSaveFilePicker !== undefined) {
    try {
      handle = await showSaveFilePicker({ ...optionsFor(kind), suggestedName });
    } catch (error) {
      if (wasCancelled(error)) return { how: 'cancelled' };
    }
  }
  if (handle === null) {
    download(text, suggestedName, kind);
    return { how: 'download', name: suggestedName };
  }
  const file = await handle.createWritable();
  await file.write(text);
  await file.close();
  return { how: 'file', name: handle.name };
}

function optionsFor({ description, mediaType, ending }: FileKind): PickerOptions {
  // The browser remembers the last folder by this name.
  const id = `reactor-studio-${ending.slice(1)}`;
  return { id, types: [{ description, accept: { [mediaType]: [ending] } }] };
}

function wasCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function pickByField({ mediaType, ending }: FileKind): Promise<File | null> {
  return new Promise((resolve) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = `${ending},${mediaType}`;
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

function download(text: string, name: string, { mediaType }: FileKind): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, DOWNLOAD_BEGINS_WITHIN);
}
