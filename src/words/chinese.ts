const FILES = import.meta.glob<Readonly<Record<string, string>>>('./zh/*.json', {
  eager: true,
  import: 'default',
});

/** The texts of the interface in Simplified Chinese, by their English. */
export const CHINESE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(FILES).flatMap((texts) => Object.entries(texts)),
);
