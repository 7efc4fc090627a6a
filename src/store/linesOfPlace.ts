import type { PythonExport } from '#export/exportPython.ts';
import type { DocumentPlace } from '#schedule/documentPlace.ts';

import type { CodeLines } from './codeLines.ts';

/** The lines of the program that a place of the document became; empty for the document itself. */
export function linesOfPlace(program: PythonExport, place: DocumentPlace): readonly CodeLines[] {
  switch (place.at) {
    case 'document':
      return [];
    case 'node': {
      const node = program.nodes.get(place.node);
      const link = place.link === null ? undefined : node?.links[place.link];
      const lines = link ?? node;
      return lines === undefined ? [] : [lines];
    }
    case 'function': {
      const whole = program.functions.get(place.function);
      const step = place.step === null ? undefined : whole?.steps[place.step];
      const lines = step ?? whole;
      return lines === undefined ? [] : [lines];
    }
  }
}
