import type { FindingTarget } from '#lint/finding.ts';
import type { DocumentPlace } from '#schedule/documentPlace.ts';
import type { Studio } from '#store/studio.ts';
import { useStudio } from '#store/useStudio.ts';
import { NO_SELECTION } from '#store/viewState.ts';

/** Leads to the place of a finding: selects what it is about, and moves the playhead to when it was. */
export function useGoToFinding(): (target: FindingTarget) => void {
  const studio = useStudio();
  return (target) => {
    switch (target.to) {
      case 'document':
        showPlace(studio, target.place);
        break;
      case 'event':
        studio.goToEvent(target.sequence);
        break;
      case 'end':
        studio.select({ ...NO_SELECTION, nodes: target.node === null ? [] : [target.node] });
        studio.toEnd();
        break;
      case 'nowhere':
    }
  };
}

function showPlace(studio: Studio, place: DocumentPlace): void {
  switch (place.at) {
    case 'document':
      studio.select(NO_SELECTION);
      break;
    case 'node':
      studio.select({ ...NO_SELECTION, nodes: [place.node] });
      break;
    case 'function':
      if (place.user === null) {
        studio.select(NO_SELECTION);
      } else if (place.step === null) {
        studio.select({ ...NO_SELECTION, nodes: [place.user.node] });
      } else {
        studio.revealStep({ ...place.user, function: place.function, step: place.step });
      }
  }
}
