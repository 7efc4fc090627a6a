import type { CommandId } from '#commands/commands.ts';
import { firstPort } from '#graph/edits/arrowStarts.ts';
import type { ScheduleNode } from '#schedule/schema.ts';
import { t } from '#words/words.ts';

/** What the context menu of the graph was asked for at. */
export type Asked =
  | { readonly is: 'canvas' }
  | { readonly is: 'arrow' }
  /** Several selected cards, of which one was under the pointer. */
  | { readonly is: 'several' }
  | { readonly is: 'node'; readonly node: ScheduleNode; readonly hasProblems: boolean };

/** Some commands of a menu between two lines, or those of a menu that opens beside it. */
export interface CommandGroup {
  /** The name of the line that opens the other menu; missing: they stand in this one. */
  readonly name?: string;
  readonly commands: readonly CommandId[];
}

const CLIPBOARD: CommandGroup = { commands: ['cut', 'copy', 'paste', 'duplicate', 'remove'] };

/** What a context menu offers: what is meaningful there, the likeliest first. */
export function menuCommands(asked: Asked): readonly CommandGroup[] {
  switch (asked.is) {
    case 'canvas':
      return [
        { commands: ['addNode', 'paste'] },
        { commands: ['selectAll', 'arrangeAll'] },
        { commands: ['graphFit', 'graphZoomIn', 'graphZoomOut'] },
        { commands: ['undo', 'redo'] },
      ];
    case 'arrow':
      return [
        { commands: ['insertNode'] },
        { commands: ['arrowTarget', 'arrowSource', 'graphFitSelected'] },
        { commands: ['remove'] },
      ];
    case 'several':
      return [
        CLIPBOARD,
        { commands: ['arrangeSelection'] },
        {
          name: t('Align'),
          commands: [
            'alignLeft',
            'alignCentre',
            'alignRight',
            'alignTop',
            'alignMiddle',
            'alignBottom',
            'distributeAcross',
            'distributeDown',
          ],
        },
        { commands: ['graphFitSelected', 'zoomSelection'] },
      ];
    case 'node':
      return nodeCommands(asked.node, asked.hasProblems);
  }
}

function nodeCommands(node: ScheduleNode, hasProblems: boolean): readonly CommandGroup[] {
  const own: CommandId[] = ['rename', 'breakAt'];
  if (firstPort(node) !== null) own.unshift('connect');
  if (hasProblems) own.push('quickFix');
  if (node.kind === 'service' || node.service !== undefined) own.push('foldFrame');
  return [
    { commands: own },
    CLIPBOARD,
    { commands: ['nextArrow', 'graphFitSelected', 'zoomSelection'] },
  ];
}
