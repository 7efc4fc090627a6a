import type { ReactNode } from 'react';
import { toast } from 'sonner';

import { pictureFileName } from '#app/files/fileNames.ts';
import { saveFile, type FileKind } from '#app/files/filePickers.ts';
import { tellSaved } from '#app/files/tellSaved.tsx';
import { useStudio } from '#store/useStudio.ts';
import type { TimelinePicture } from '#timeline/image/PictureMenu.tsx';
import { Timeline } from '#timeline/Timeline.tsx';
import { msg, t } from '#words/words.ts';

const KINDS: Readonly<Record<TimelinePicture['kind'], FileKind>> = {
  svg: { description: msg('SVG picture'), mediaType: 'image/svg+xml', ending: '.svg' },
  png: { description: msg('PNG picture'), mediaType: 'image/png', ending: '.png' },
};

/** The timeline, whose pictures are saved as files. */
export function TimelinePanel(): ReactNode {
  const studio = useStudio();
  const save = async (drawn: Promise<TimelinePicture>): Promise<void> => {
    const { kind, content } = await drawn;
    const { name } = studio.history.getState().schedule;
    const bytes = new Uint8Array(await content.arrayBuffer());
    tellSaved(await saveFile([bytes], pictureFileName(name, KINDS[kind].ending), KINDS[kind]));
  };
  return (
    <Timeline
      savePicture={(drawn) => {
        save(drawn).catch((error: unknown) => {
          const why = error instanceof Error ? error.message : String(error);
          toast.error(t('No picture was saved'), { description: why });
        });
      }}
    />
  );
}
