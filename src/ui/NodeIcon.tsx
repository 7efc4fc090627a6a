import {
  AlignLeft,
  Box,
  CircleHelp,
  ClockArrowDown,
  CornerDownLeft,
  Diamond,
  ListEnd,
  ListStart,
  Merge,
  RefreshCw,
  ShieldCheck,
  SquareDashed,
  Timer,
  Tally3,
  Zap,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  callLater: Timer,
  deferLater: ClockArrowDown,
  loopingCall: RefreshCw,
  deferred: Diamond,
  deferredList: Merge,
  coroutine: CornerDownLeft,
  cooperate: AlignLeft,
  deferToThread: Tally3,
  semaphore: Box,
  guarded: ShieldCheck,
  queue: ListEnd,
  queueGet: ListStart,
  service: SquareDashed,
  outsideEvent: Zap,
};

interface NodeIconProps {
  /** A kind of node of the schedule language. */
  readonly kind: string;
  /** The side of the icon in CSS pixels. */
  readonly size?: number;
}

/** The picture of a kind of node. It says nothing that the text beside it does not say. */
export function NodeIcon({ kind, size = 16 }: NodeIconProps): ReactNode {
  const Icon = ICONS[kind] ?? CircleHelp;
  return <Icon size={size} strokeWidth={1.75} aria-hidden="true" />;
}
