import { isResource } from '#schedule/language.ts';
import type { Schedule, ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** What starts a node, as a menu shows it. */
export interface StartChoice {
  readonly value: ScheduleNode['starts'];
  readonly text: string;
}

/** What may start a node: its service only where it has one; nothing starts what the program makes. */
export function startChoices(node: ScheduleNode): readonly StartChoice[] {
  if (isResource(node.kind)) return [];
  const isWorld = node.kind === 'outsideEvent';
  return [
    { value: 'program', text: t('with the program') },
    ...(node.service === undefined
      ? []
      : [{ value: 'service', text: t('with {{service}}', { service: node.service }) } as const]),
    // No step can start what the world does.
    { value: 'never', text: isWorld ? t('never: switched off') : t('only by a step') },
  ];
}

/** The services that a node may be put into: all but itself and those that lie in it. */
export function serviceChoices(schedule: Schedule, node: ScheduleNode): readonly string[] {
  const services = schedule.nodes.filter(({ kind }) => kind === 'service');
  const owner = new Map(services.map(({ id, service }) => [id, service]));
  return services.map(({ id }) => id).filter((id) => !liesIn(id, node.id, owner));
}

/** Whether a service is another one, or lies in it, at any depth. */
function liesIn(
  id: string,
  other: string,
  owner: ReadonlyMap<string, string | undefined>,
): boolean {
  for (let at: string | undefined = id; at !== undefined; at = owner.get(at)) {
    if (at === other) return true;
  }
  return false;
}
