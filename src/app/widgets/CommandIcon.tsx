import {
  ArrowDownFromLine,
  ArrowDownToLine,
  ArrowUpFromLine,
  ArrowUpToLine,
  CircleArrowLeft,
  CircleArrowRight,
  CircleDot,
  CodeXml,
  CornerLeftUp,
  CornerRightDown,
  Download,
  FastForward,
  FileDown,
  FilePlusCorner,
  Focus,
  FolderOpen,
  Hourglass,
  Keyboard,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Pin,
  Play,
  Redo2,
  RotateCcw,
  RotateCw,
  SkipBack,
  SkipForward,
  StepBack,
  StepForward,
  SunMoon,
  TriangleAlert,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';

import type { CommandId } from '#app/commands.ts';

const ICONS: Readonly<Record<CommandId, LucideIcon>> = {
  playPause: Play,
  step: StepForward,
  stepBack: StepBack,
  nextInstant: FastForward,
  nextBreakpoint: CircleArrowRight,
  previousBreakpoint: CircleArrowLeft,
  start: SkipBack,
  end: SkipForward,
  zoomSelection: Focus,
  toCause: CornerLeftUp,
  toEffect: CornerRightDown,
  nextSibling: ArrowDownToLine,
  previousSibling: ArrowUpToLine,
  lastWindow: RotateCcw,
  nextWindow: RotateCw,
  pinRun: Pin,
  nextDifference: ArrowDownFromLine,
  previousDifference: ArrowUpFromLine,
  undo: Undo2,
  redo: Redo2,
  newSchedule: FilePlusCorner,
  openFile: FolderOpen,
  saveFile: FileDown,
  saveRun: Download,
  python: CodeXml,
  problems: TriangleAlert,
  breakpoints: CircleDot,
  pending: Hourglass,
  palette: PanelLeft,
  lower: PanelBottom,
  inspector: PanelRight,
  theme: SunMoon,
  help: Keyboard,
};

interface CommandIconProps {
  readonly command: CommandId;
}

/** The picture of a command. It says nothing that the button's name does not say. */
export function CommandIcon({ command }: CommandIconProps): ReactNode {
  const Icon = ICONS[command];
  return <Icon size={16} strokeWidth={1.75} aria-hidden="true" />;
}
