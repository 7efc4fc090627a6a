import { endsFunction, givesDeferred, mayName, namesNode } from './language.ts';
import { functionNamed, linkSides } from './places.ts';
import type { DocumentPath, Problem } from './problem.ts';
import type { Schedule, ScheduleNode, Step } from './schema.ts';

/**
 * What the schema cannot say: names that are unique, references that lead to something of the
 * right kind, steps that can run. All problems, in document order; errors make the document
 * meaningless, warnings do not.
 */
export function checkSchedule(schedule: Schedule): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (severity: Problem['severity'], path: DocumentPath, message: string): void => {
    problems.push({ severity, path, message });
  };
  const nodes = new Map<string, ScheduleNode>();

  for (const [index, node] of schedule.nodes.entries()) {
    const path = ['nodes', index, 'id'];
    if (nodes.has(node.id)) {
      report('error', path, `must be unique, but another node is called ${node.id}: rename one`);
    } else if (functionNamed(schedule, node.id) !== null) {
      report('error', path, `must be unique, but a function is called ${node.id}: rename one`);
    }
    nodes.set(node.id, node);
  }
  checkStartMethods(schedule, nodes, report);

  const checkFunction = (path: DocumentPath, name: string | undefined): void => {
    if (name === undefined || functionNamed(schedule, name) !== null) return;
    report(
      'error',
      path,
      `names the function ${name}, which does not exist: add it or name another`,
    );
  };
  for (const [index, node] of schedule.nodes.entries()) {
    const path = ['nodes', index];
    if (node.kind === 'deferred') checkFunction([...path, 'canceller'], node.canceller);
    else checkFunction([...path, 'call'], node.call);
    if (!('chain' in node)) continue;
    node.chain.forEach((link, at) => {
      for (const [side, name] of linkSides(link)) {
        checkFunction([...path, 'chain', at, side], name);
      }
    });
  }

  for (const [name, { steps }] of Object.entries(schedule.functions)) {
    steps.forEach((step, index) => {
      const path = ['functions', name, 'steps', index];
      const fault = targetFault(step, nodes);
      if (fault !== null) report('error', [...path, 'node'], fault);
      const end = steps.findIndex((other) => endsFunction(other.do) && other.when === undefined);
      if (end !== -1 && end < index) {
        report('warning', path, `never runs: step ${end + 1} of ${name} always ends it before`);
      }
      const { fromCall, untilCall } = step.when ?? {};
      if (fromCall !== undefined && untilCall !== undefined && fromCall > untilCall) {
        report(
          'warning',
          [...path, 'when'],
          `never holds: from call ${fromCall} until call ${untilCall}`,
        );
      }
    });
  }
  return problems;
}

function targetFault(step: Step, nodes: ReadonlyMap<string, ScheduleNode>): string | null {
  if (!namesNode(step)) return null;
  const target = nodes.get(step.node);
  if (target === undefined) {
    return `names the node ${step.node}, which does not exist: add it or name another`;
  }
  if (mayName(step.do, target.kind)) return null;
  const why = givesDeferred(target.kind) ? '' : ' and gives no Deferred';
  return `${step.do} cannot name ${step.node}, which is a ${target.kind}${why}: name another node`;
}

/** The exported class has a method `start_ID` for each node. */
function checkStartMethods(
  schedule: Schedule,
  nodes: ReadonlyMap<string, ScheduleNode>,
  report: (severity: 'error', path: DocumentPath, message: string) => void,
): void {
  const clash = (name: string): string | null =>
    name.startsWith('start_') && nodes.has(name.slice('start_'.length))
      ? `must not be ${name}: the exported program starts the node ${name.slice('start_'.length)} by it`
      : null;
  for (const [index, node] of schedule.nodes.entries()) {
    const message = clash(node.id);
    if (message !== null) report('error', ['nodes', index, 'id'], message);
  }
  for (const name of Object.keys(schedule.functions)) {
    const message = clash(name);
    if (message !== null) report('error', ['functions', name], message);
  }
}
