/** The texts of the interface in Simplified Chinese, by their English. */
export const CHINESE: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(
    import.meta.glob<Record<string, string>>('./zh/*.json', { eager: true, import: 'default' }),
  ),
);
