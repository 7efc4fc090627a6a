/** A change of what is selected, as React Flow tells it among others. */
interface SelectChange {
  readonly type: 'select';
  readonly id: string;
  readonly selected: boolean;
}

/** The ids that are selected after these changes: the same array where they change nothing. */
export function selectedAfter(
  ids: readonly string[],
  changes: readonly ({ readonly type: string } | SelectChange)[],
): readonly string[] {
  const next = new Set(ids);
  for (const change of changes) {
    if (!isSelect(change)) continue;
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  const same = next.size === ids.length && ids.every((id) => next.has(id));
  return same ? ids : [...next];
}

function isSelect(change: { readonly type: string } | SelectChange): change is SelectChange {
  return change.type === 'select';
}
