import type { Problem } from '#schedule/problem.ts';
import type { Step } from '#schedule/schema.ts';

/** What the fields of a step are given. */
export interface StepFieldsProps<T extends Step> {
  readonly step: T;
  /** Puts another step in its place; `field` names what was changed. Gives why it is refused. */
  readonly put: (step: Step, field: string) => readonly Problem[];
  /** The same for a choice, which has no place for an error beside it. */
  readonly choose: (step: Step) => void;
}
