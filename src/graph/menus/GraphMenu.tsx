import { ChevronRight } from 'lucide-react';
import { ContextMenu } from 'radix-ui';
import { Fragment, useRef, useState, type MouseEvent, type ReactNode, type RefObject } from 'react';

import { CommandLine } from '#commands/CommandLine.tsx';
import type { CommandId } from '#commands/commands.ts';
import { useCommand, useCommandBoard } from '#commands/useCommands.ts';
import { arrowElement, arrowIdAt, nodeElement, nodeIdAt } from '#graph/editing/elements.ts';
import type { Point } from '#graph/layout/freePlace.ts';
import { nodeWithId } from '#schedule/places.ts';
import { useStudio } from '#store/useStudio.ts';
import menu from '#ui/Menu.module.css';
import { menuPlace } from '#ui/menuPlace.ts';
import { msg, t, type Text } from '#words/words.ts';

import styles from './GraphMenu.module.css';
import { menuCommands, type Asked, type CommandGroup } from './menuCommands.ts';

interface GraphMenuProps {
  /** The canvas's own element, which has the focus where no card has it. */
  readonly pane: RefObject<HTMLDivElement | null>;
  /** Takes where the menu was asked for: over the menu that is where commands find the pointer. */
  readonly pointAt: (point: Point) => void;
  /** The canvas. */
  readonly children: ReactNode;
}

const LABELS: Readonly<Record<Asked['is'], Text>> = {
  canvas: msg('Canvas'),
  arrow: msg('Arrow'),
  several: msg('Selected nodes'),
  node: msg('Node'),
};

/**
 * The canvas with its context menu: by the right button, Shift and F10, or a finger that rests. It
 * selects what it was asked for at, and offers the commands that mean something there.
 */
export function GraphMenu({ pane, pointAt, children }: GraphMenuProps): ReactNode {
  const studio = useStudio();
  const board = useCommandBoard();
  const [asked, setAsked] = useState<Asked>({ is: 'canvas' });
  /** Where menus stand on the page: it is not there yet when the canvas is drawn first. */
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const at = useRef<AskedAt | null>(null);
  const chosen = useRef<CommandId | null>(null);
  /** Whether it was left by pressing something else, which has the focus then. */
  const isLeft = useRef(false);

  const hear = ({ target, clientX, clientY }: MouseEvent, isTouch: boolean): void => {
    const point = { x: clientX, y: clientY };
    if (target instanceof Element) at.current = { target, point, isTouch };
  };
  const open = (): void => {
    chosen.current = null;
    isLeft.current = false;
    setPlace(menuPlace());
    if (at.current?.isTouch === true) ignoreNextLift();
    const { selection } = studio.view.getState();
    const target = at.current?.target ?? null;
    const id = nodeIdAt(target);
    const node = nodeWithId(studio.history.getState().schedule, id ?? '');
    const arrow = arrowIdAt(target);
    if (node !== null && selection.nodes.length > 1 && selection.nodes.includes(node.id)) {
      setAsked({ is: 'several' });
    } else if (node !== null) {
      studio.select({ nodes: [node.id], edges: [] });
      const hasProblems = studio.findings.getState().byNode.has(node.id);
      setAsked({ is: 'node', node, hasProblems });
    } else if (arrow !== null) {
      studio.select({ nodes: [], edges: [arrow] });
      setAsked({ is: 'arrow' });
    } else setAsked({ is: 'canvas' });
  };
  const goBack = (): void => {
    const target = at.current?.target ?? null;
    const node = nodeElement(pane.current, nodeIdAt(target) ?? '');
    const element = node ?? arrowElement(pane.current, arrowIdAt(target) ?? '') ?? pane.current;
    element?.focus({ preventScroll: true });
  };

  return (
    <ContextMenu.Root
      modal={false}
      onOpenChange={(isOpen) => {
        if (isOpen) open();
      }}
    >
      <ContextMenu.Trigger
        asChild
        onContextMenu={(event) => hear(event, at.current?.isTouch ?? false)}
        // A finger that rests opens it without the event that a button makes.
        onPointerDown={(event) => hear(event, event.pointerType === 'touch')}
      >
        <div className={styles.place}>{children}</div>
      </ContextMenu.Trigger>
      <ContextMenu.Portal container={place}>
        <ContextMenu.Content
          className={menu.menu}
          collisionPadding={8}
          aria-label={t(LABELS[asked.is])}
          onInteractOutside={() => {
            isLeft.current = true;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (chosen.current === null && isLeft.current) return;
            goBack();
            if (chosen.current === null) return;
            if (at.current !== null) pointAt(at.current.point);
            board.get(chosen.current).run();
          }}
        >
          {menuCommands(asked).map((group, index) => (
            <Fragment key={group.commands[0]}>
              {index === 0 ? null : <ContextMenu.Separator className={styles.separator} />}
              <Lines
                group={group}
                place={place}
                choose={(command) => {
                  chosen.current = command;
                }}
              />
            </Fragment>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** Where the menu was asked for. */
interface AskedAt {
  readonly target: Element;
  readonly point: Point;
  readonly isTouch: boolean;
}

/** A finger that has opened the menu is no press of what lies below it when it is lifted. */
function ignoreNextLift(): void {
  const lifted = (event: TouchEvent): void => event.preventDefault();
  document.addEventListener('touchend', lifted, { once: true, capture: true, passive: false });
}

interface LinesProps {
  readonly group: CommandGroup;
  readonly place: HTMLElement | null;
  readonly choose: (command: CommandId) => void;
}

function Lines({ group: { name, commands }, place, choose }: LinesProps): ReactNode {
  const lines = commands.map((command) => <Line key={command} command={command} choose={choose} />);
  if (name === undefined) return lines;
  return (
    <ContextMenu.Sub>
      <ContextMenu.SubTrigger className={[menu.item, styles.opener].join(' ')}>
        {name}
        <ChevronRight size={14} aria-hidden="true" />
      </ContextMenu.SubTrigger>
      <ContextMenu.Portal container={place}>
        <ContextMenu.SubContent className={menu.menu} collisionPadding={8}>
          {lines}
        </ContextMenu.SubContent>
      </ContextMenu.Portal>
    </ContextMenu.Sub>
  );
}

interface LineProps {
  readonly command: CommandId;
  readonly choose: (command: CommandId) => void;
}

function Line({ command, choose }: LineProps): ReactNode {
  const { enabled } = useCommand(command);
  return (
    <ContextMenu.Item
      className={menu.item}
      disabled={!enabled}
      onSelect={() => {
        choose(command);
      }}
    >
      <CommandLine command={command} />
    </ContextMenu.Item>
  );
}
