import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';

import type { Command } from '#commands/commandBoard.ts';
import type { ARRANGE_COMMANDS } from '#commands/arrangeCommands.ts';
import { useCommandBoard, useProvideCommands } from '#commands/useCommands.ts';
import { GLIDE_TIME } from '#graph/canvas/glide.ts';
import { FIT } from '#graph/canvas/useViewport.ts';
import {
  alignEdit,
  arrangeEdit,
  distributeEdit,
  type Alignment,
  type Direction,
} from '#graph/edits/alignEdits.ts';
import { scheduleFrames } from '#graph/edits/moveEdit.ts';
import { areasOf } from '#graph/layout/areasOf.ts';
import { bounds } from '#graph/layout/bounds.ts';
import { contains } from '#graph/layout/freePlace.ts';
import type { Schedule } from '#schedule/schema.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import { useSchedule, useStudio, useView } from '#store/useStudio.ts';
import { t } from '#words/words.ts';

type ArrangeCommand = (typeof ARRANGE_COMMANDS)[number]['id'];

/** Provides the commands that put cards in order. `refuse` says why something could not be done. */
export function useArrangeCommands(refuse: (why: string) => void): void {
  const studio = useStudio();
  const board = useCommandBoard();
  const showAll = useShowAll();
  const isAnyNode = useSchedule().nodes.length > 0;
  const count = useView(({ selection }) => selection.nodes.length);

  const selected = (): readonly string[] => studio.view.getState().selection.nodes;

  const make = (edit: ScheduleEdit | null): void => {
    if (edit === null) {
      board.announce(t('They stand like that already'));
      return;
    }
    const [problem] = studio.edit(edit);
    if (problem !== undefined) refuse(t('Not done: {{message}}', { message: problem.message }));
  };

  const arrangeThese = async (what: 'all' | 'selection'): Promise<void> => {
    // Loaded when it is first wanted: with the library it is larger than many a view.
    const loaded = await import('./arrange.ts').catch(() => null);
    if (loaded === null) {
      refuse(t('The layout could not be loaded. Reload the page and arrange again.'));
      return;
    }
    const { schedule } = studio.history.getState();
    const ids = new Set(selected());
    const places = loaded.arrange(schedule, what === 'all' ? 'all' : ids);
    const label =
      what === 'all' ? t('arrange all') : t('arrange {{count}} nodes', { count: ids.size });
    make(places.size === 0 ? null : arrangeEdit(places, label));
    if (what === 'all') showAll(studio.history.getState().schedule);
  };

  const align = (alignment: Alignment): Command => ({
    enabled: count > 1,
    run: () => make(alignEdit(studio.history.getState().schedule, selected(), alignment)),
  });
  const distribute = (direction: Direction): Command => ({
    enabled: count > 2,
    run: () => make(distributeEdit(studio.history.getState().schedule, selected(), direction)),
  });
  const commands: Readonly<Record<ArrangeCommand, Command>> = {
    arrangeAll: { enabled: isAnyNode, run: () => void arrangeThese('all') },
    arrangeSelection: { enabled: count > 0, run: () => void arrangeThese('selection') },
    alignLeft: align('left'),
    alignCentre: align('centre'),
    alignRight: align('right'),
    alignTop: align('top'),
    alignMiddle: align('middle'),
    alignBottom: align('bottom'),
    distributeAcross: distribute('horizontally'),
    distributeDown: distribute('vertically'),
  };
  useProvideCommands(commands);
}

/** Gives what shows a whole schedule, while its cards are on their way to where it has them. */
function useShowAll(): (schedule: Schedule) => void {
  const store = useStoreApi();
  const { setViewport } = useReactFlow();
  return (schedule) => {
    const { transform, width, height, minZoom } = store.getState();
    const areas = [...areasOf(schedule, scheduleFrames(schedule)).values()];
    if (areas.length === 0 || width === 0 || height === 0) return;
    const all = bounds(areas);
    const [x, y, zoom] = transform;
    const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    if (contains(view, all)) return;
    const { maxZoom, padding } = FIT;
    const viewport = getViewportForBounds(all, width, height, minZoom, maxZoom, padding);
    // not shown: a query of CSS
    const wantsMotion = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    void setViewport(viewport, wantsMotion ? { duration: GLIDE_TIME } : {});
  };
}
