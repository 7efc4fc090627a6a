import type { StoreApi } from 'zustand/vanilla';

import type { Seconds } from '#base/units.ts';
import type { Program } from '#program/program.ts';
import type { Breakpoint } from '#schedule/schema.ts';
import type { Problem } from '#schedule/problem.ts';
import type { Place } from '#schedule/places.ts';
import type { ScheduleEdit } from '#schedule/scheduleEdit.ts';
import type { BreakpointHits } from '#trace/breakpointHits.ts';
import type { RunStatus } from '#trace/runEnd.ts';
import type { RunState } from '#trace/runState.ts';
import type { Trace } from '#trace/traceTable.ts';

import type { Findings } from './findings.ts';
import type { History } from './history.ts';
import type { PinnedRun } from './pinnedRun.ts';
import type { ComparedRuns } from './runComparisons.ts';
import type { DoneRun } from './simulationRuns.ts';
import type { Selection, Theme, TimeWindow, ViewState } from './viewState.ts';
import type { WindowHistory, WindowMove } from './windowActions.ts';

/** The run of the document as it is now. */
export interface RunInfo {
  readonly program: Program;
  /** Its events so far. The object grows in place: `revision` tells when. */
  readonly trace: Trace;
  /** Grows by one whenever events came or another run took this one's place. */
  readonly revision: number;
  readonly status: RunStatus;
  /** How far it is simulated, or will be: to the horizon, or further where the user looks further. */
  readonly reach: Seconds;
}

/** The instant under the playhead. */
export interface Now {
  /** The trace that it is an instant of. */
  readonly trace: Trace;
  readonly time: Seconds;
  /** How many events have happened. */
  readonly count: number;
  /** The program after these events. */
  readonly state: RunState;
}

/** Whether the document is in the browser's storage. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'elsewhere';

/** A message for the user about something that happened by itself. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

/** What a way to a breakpoint has led to. */
export type BreakpointStop =
  | {
      readonly found: 'hit';
      /** Its place in the document's list. */
      readonly index: number;
      readonly breakpoint: Breakpoint;
      /** The event that hit it; null: its time has come. */
      readonly sequence: number | null;
      readonly time: Seconds;
    }
  /** None is hit in that direction. */
  | {
      readonly found: 'nothing';
      readonly direction: 'next' | 'previous';
      /** The one that was looked for, or null for all. */
      readonly only: number | null;
      /** Whether one is switched on at all. */
      readonly isAny: boolean;
    };

/** A step of a function, at a place of a node that calls it. */
export interface StepPlace {
  readonly node: string;
  readonly place: Place;
  readonly function: string;
  /** The index of the step in its function. */
  readonly step: number;
}

/** The stores of the studio, and what can be done to them. Views read by the hooks of `useStudio`. */
export interface Studio {
  readonly history: StoreApi<History>;
  readonly run: StoreApi<RunInfo>;
  readonly view: StoreApi<ViewState>;
  readonly now: StoreApi<Now>;
  readonly save: StoreApi<{ readonly state: SaveState }>;
  /** The events of the run so far that hit breakpoints. */
  readonly hits: StoreApi<BreakpointHits>;
  /** What the last way to a breakpoint led to, as long as the playhead stands there. */
  readonly stopped: StoreApi<{ readonly stop: BreakpointStop | null }>;
  /** The run that others are compared with; it is forgotten when the page is left. */
  readonly pinned: StoreApi<{ readonly run: PinnedRun | null }>;
  /** How the present run differs from that one. */
  readonly compared: StoreApi<ComparedRuns>;
  /** What is questionable in the document and its run. */
  readonly findings: StoreApi<Findings>;
  readonly notice: StoreApi<{ readonly notice: Notice | null }>;
  /** What the timeline has shown before. */
  readonly windows: StoreApi<WindowHistory>;
  /** How often the timeline was asked to show what is selected. */
  readonly zooms: StoreApi<{ readonly asked: number }>;
  /** The step that is to be shown, until it is: a new object each time. */
  readonly revealed: StoreApi<{ readonly step: StepPlace | null }>;

  /**
   * Edits the document; it is simulated again at once. Gives the problems where the edit would have
   * broken the document, which then stays as it is; else an empty list.
   */
  edit(edit: ScheduleEdit): readonly Problem[];
  /** The same for an edit that opens the schedule of a run which was done already: out of a file. */
  openRun(edit: ScheduleEdit, run: DoneRun): readonly Problem[];
  /** Renames a node with all references, the selection included. */
  renameNode(id: string, to: string): readonly Problem[];
  undo(): void;
  redo(): void;
  /**
   * Takes edits back, or does undone ones again, until `steps` of those in the history are done; it
   * is simulated once.
   */
  jump(steps: number): void;

  select(selection: Partial<Selection>): void;
  /** Selects an event with its node, and puts the playhead right behind it. One that does not exist changes nothing. */
  goToEvent(sequence: number): void;
  /** Selects a node and asks for a step to be shown; null: it is shown. */
  revealStep(step: StepPlace | null): void;
  /** Lets the timeline show a stretch of time, or the whole run; `move`: by default a step of its own. */
  setWindow(window: TimeWindow | null, move?: WindowMove): void;
  /** Back to what the timeline showed before. */
  lastWindow(): void;
  /** Forward to what was gone back from. */
  nextWindow(): void;
  /** Selects a stretch of time; null: none. */
  setRange(range: TimeWindow | null): void;
  /** Asks the timeline to show what is selected, as large as it can. */
  zoomToSelection(): void;
  /** Lets the timeline fold long idle gaps, or show every second as long as every other. */
  setFoldsIdle(foldsIdle: boolean): void;
  /** Shows the timeline as a table, or as a drawing. */
  setShowsTable(showsTable: boolean): void;
  /** Keeps the run as it is now, to compare later ones with, in the place of one kept before. */
  pinRun(): void;
  unpinRun(): void;
  /** To a difference of the two runs, by its place in their comparison. */
  goToDifference(index: number): void;
  nextDifference(): void;
  previousDifference(): void;
  setTheme(theme: Theme): void;

  /** Puts the playhead to a time, after all that happens then. */
  seek(time: Seconds): void;
  /** Puts the playhead right behind the first `count` events. */
  seekEvent(count: number): void;
  /** One event on; at the last one, to the end of the run. */
  step(): void;
  /** One event back. */
  stepBack(): void;
  /** To the next time at which something happens, after all that happens then. */
  nextInstant(): void;
  /**
   * To where the next breakpoint is hit: that event is selected. Where none is, the playhead stays.
   * `only`: the index of a breakpoint, switched on or off, when others do not count.
   */
  nextBreakpoint(only?: number): void;
  /** The same backwards. */
  previousBreakpoint(only?: number): void;
  toStart(): void;
  toEnd(): void;
  /** Plays on until the end, or until a breakpoint is hit. */
  play(): void;
  pause(): void;
  /** Virtual seconds per second, 0.1 to 1000. */
  setSpeed(speed: number): void;

  /** Stops the simulation where it is; what it has is kept. */
  halt(): void;
  /** Lets a run that was stopped go on, and one that has used up a budget with a larger one. */
  runOn(): void;
  /** Makes this tab the one that saves, with what the other one has saved last. */
  takeOver(): Promise<void>;
  dispose(): void;
}
