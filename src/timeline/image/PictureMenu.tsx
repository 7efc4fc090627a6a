import { ImageDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';

import { useSchedule, useStudio } from '#store/useStudio.ts';
import { readColours } from '#timeline/draw/colours.ts';
import type { Scene } from '#timeline/draw/painter.ts';
import { useLabels } from '#timeline/lanes/useLabels.ts';
import { drawnTime } from '#timeline/time/folding.ts';
import { timeScale, wholeRun } from '#timeline/time/timeScale.ts';
import { nodeName } from '#trace/describeEvent.ts';
import { IconButton } from '#ui/Button.tsx';
import menu from '#ui/Menu.module.css';
import { msg, t } from '#words/words.ts';

import { svgToPng } from './svgToPng.ts';
import { timelineSvg, type SvgPicture } from './timelineSvg.ts';

/** A picture that is to be saved as a file. */
export interface TimelinePicture {
  readonly kind: 'svg' | 'png';
  readonly content: Blob;
}

interface PictureMenuProps {
  /** What the timeline shows. */
  readonly scene: Scene;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Saves what the promise gives; where it gives an error, says why there is no picture. */
  readonly save: (picture: Promise<TimelinePicture>) => void;
}

const CHOICES = [
  { id: 'seenPng', name: msg('PNG as seen'), note: msg('the time and the lanes that you see') },
  { id: 'allPng', name: msg('PNG of all'), note: msg('the whole run with every lane') },
  { id: 'seenSvg', name: msg('SVG as seen'), note: msg('sharp at any size, for documents') },
  { id: 'allSvg', name: msg('SVG of all'), note: msg('the whole run, sharp at any size') },
] as const;

/** Pictures of all lanes are at least so wide. */
const LEAST_WIDTH = 1000;

/** Saves the timeline as a picture. */
export function PictureMenu({ scene, scroller, save }: PictureMenuProps): ReactNode {
  const studio = useStudio();
  const { name } = useSchedule();
  const labels = useLabels();

  const nameOf = (id: string): string => {
    const label = labels.get(id);
    return label === undefined ? id : `${id} ${label}`;
  };
  const draw = (isAll: boolean): SvgPicture => {
    const element = scroller.current ?? document.body;
    const { layout, geometry, scale, knownUntil } = scene;
    const { folding } = scale;
    const width = Math.max(LEAST_WIDTH, scale.width);
    const whole = timeScale(wholeRun(drawnTime(folding, knownUntil), width), width, folding);
    const seen = Math.min(scene.height, geometry.height - element.scrollTop);
    const family = getComputedStyle(element).fontFamily;
    const measuring = document.createElement('canvas').getContext('2d');
    return timelineSvg(
      {
        ...scene,
        scale: isAll ? whole : scale,
        height: isAll ? geometry.height : seen,
        scrollTop: isAll ? 0 : element.scrollTop,
        playhead: studio.now.getState(),
        colours: readColours(element),
      },
      {
        title: name,
        names: layout.lanes.map(({ node }, lane) => ({
          name: nameOf(nodeName(layout.trace, node)),
          depth: geometry.places[geometry.positions.get(lane) ?? 0]?.depth ?? 0,
        })),
        family,
        measure(text, font) {
          if (measuring === null) return text.length * 6;
          measuring.font = font;
          return measuring.measureText(text).width;
        },
      },
    );
  };
  const choose = async (id: (typeof CHOICES)[number]['id']): Promise<TimelinePicture> => {
    const picture = draw(id.startsWith('all'));
    return id.endsWith('Png')
      ? { kind: 'png', content: await svgToPng(picture) }
      : { kind: 'svg', content: new Blob([picture.text], { type: 'image/svg+xml' }) };
  };

  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t('Save as picture')} look="plain">
          <ImageDown size={14} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className={menu.menu}
          align="start"
          sideOffset={4}
          collisionPadding={8}
        >
          {CHOICES.map(({ id, name: choice, note }) => (
            <DropdownMenu.Item
              key={id}
              className={menu.item}
              textValue={t(choice)}
              onSelect={() => {
                save(choose(id));
              }}
            >
              <span className={menu.name}>{t(choice)}</span>
              <span className={menu.note}>{t(note)}</span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
