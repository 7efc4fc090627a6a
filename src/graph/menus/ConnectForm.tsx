import { useEffect, useRef, useState, type ReactNode } from 'react';

import { arrowStarts, type ArrowStartChoice } from '#graph/edits/arrowStarts.ts';
import { likeliestStep, resultMatters, type ArrowStart } from '#graph/edits/connectEdits.ts';
import { givesDeferred, stepsThatMayName, type NodeStepKind } from '#schedule/language.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { Button } from '#ui/Button.tsx';
import { Field } from '#ui/Field.tsx';

import styles from './ConnectForm.module.css';
import { meaningText } from '#graph/words/meanings.ts';

interface ConnectFormProps {
  readonly source: ScheduleNode;
  /** The end of the source that is chosen at first: a port's id. */
  readonly port: string;
  readonly nodes: readonly ScheduleNode[];
  readonly onConnect: (start: ArrowStart, does: NodeStepKind, target: string) => void;
  readonly onClose: () => void;
}

/** Draws an arrow by choosing: from where, to which node, and what it means. */
export function ConnectForm({
  source,
  port,
  nodes,
  onConnect,
  onClose,
}: ConnectFormProps): ReactNode {
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);

  const starts = arrowStarts(source);
  const [key, setKey] = useState(starts.some((choice) => choice.key === port) ? port : '');
  const [targetId, setTarget] = useState(nodes.find(({ id }) => id !== source.id)?.id ?? source.id);
  const [wanted, setWanted] = useState<NodeStepKind | null>(null);

  const chosen = starts.find((choice) => choice.key === key) ?? starts[0];
  const target = nodes.find(({ id }) => id === targetId) ?? source;
  const meanings = chosen === undefined ? [] : meaningsFrom(chosen, target);
  const does =
    meanings.find((meaning) => meaning === wanted) ??
    likeliest(source, chosen, target, meanings) ??
    'start';

  return (
    <form
      aria-label={`Connect ${source.id}`}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) onConnect(chosen.start, does, target.id);
      }}
    >
      <h2 className={styles.heading}>
        Connect <code>{source.id}</code>
      </h2>
      <Field label="From">
        {(control) => (
          <select
            {...control}
            ref={first}
            value={chosen?.key}
            onChange={(event) => setKey(event.target.value)}
          >
            {starts.map((choice) => (
              <option key={choice.key} value={choice.key}>
                {choice.text}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="To">
        {(control) => (
          <select
            {...control}
            value={target.id}
            onChange={(event) => setTarget(event.target.value)}
          >
            {nodes.map(({ id }) => (
              <option key={id} value={id}>
                {id === source.id ? `${id} (itself)` : id}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="Does">
        {(control) => (
          <select
            {...control}
            value={does}
            onChange={(event) =>
              setWanted(meanings.find((meaning) => meaning === event.target.value) ?? null)
            }
          >
            {meanings.map((meaning) => (
              <option key={meaning} value={meaning}>
                {meaningText(meaning, target.id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.buttons}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="primary">
          Connect
        </Button>
      </div>
    </form>
  );
}

function meaningsFrom(choice: ArrowStartChoice, target: ScheduleNode): readonly NodeStepKind[] {
  if (choice.start.from === 'function') return stepsThatMayName(target.kind);
  return [givesDeferred(target.kind) ? 'returnDeferred' : 'start'];
}

function likeliest(
  source: ScheduleNode,
  choice: ArrowStartChoice | undefined,
  target: ScheduleNode,
  meanings: readonly NodeStepKind[],
): NodeStepKind | undefined {
  if (choice?.start.from !== 'function') return meanings[0];
  const likely = likeliestStep(target, resultMatters(source, choice.start.place));
  return meanings.find((meaning) => meaning === likely);
}
