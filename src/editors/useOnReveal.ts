import { useEffect, useEffectEvent } from 'react';

import type { StepPlace } from '#store/studio.ts';
import { useRevealedStep } from '#store/useStudio.ts';

/** Does what a part of the inspector must do so that a step that is to be shown comes into sight. */
export function useOnReveal(show: (step: StepPlace) => void): void {
  const step = useRevealedStep();
  const onReveal = useEffectEvent(show);
  useEffect(() => {
    if (step !== null) onReveal(step);
  }, [step]);
}
