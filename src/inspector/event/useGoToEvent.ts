import { useStudio } from '#store/useStudio.ts';

/** Selects an event with its node, and puts the playhead right behind it. */
export function useGoToEvent(): (sequence: number) => void {
  const studio = useStudio();
  return (sequence) => {
    studio.goToEvent(sequence);
  };
}
