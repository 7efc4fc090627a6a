/** A place in a text as editors show it: both count from 1, the column in UTF-16 code units. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** Finds the line of an offset by halving; made once for a text, whose lines may end in LF, CRLF or CR. */
export function textPlaces(text: string): (offset: number) => TextPlace {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let line = 0;
    for (let above = starts.length; above - line > 1;) {
      const middle = Math.floor((line + above) / 2);
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else above = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
