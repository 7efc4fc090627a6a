import { useState } from 'react';
import { toast } from 'sonner';

import { useOpenSchedule } from '#app/useOpenSchedule.ts';
import { replaceSchedule } from '#schedule/documentEdits.ts';
import { scheduleText } from '#schedule/scheduleText.ts';
import { useStudio } from '#store/useStudio.ts';

import type { Dropped } from './droppedFile.ts';
import { scheduleFileName } from './fileNames.ts';
import { keepDrafts } from './keepDrafts.ts';
import { pickFile, saveFile, type FileKind } from './filePickers.ts';
import { readScheduleFile } from './readScheduleFile.ts';
import { aboutFile, type RefusedFile } from './refusedFile.ts';

/** Opening and saving files. */
export interface Files {
  /** Lets the user choose a file, and opens it. */
  readonly open: () => void;
  /** Saves the schedule to a file. */
  readonly save: () => void;
  /** Opens what was dropped. */
  readonly take: (dropped: Dropped) => void;
  /** The file that was not opened last, until that is dismissed. */
  readonly refused: RefusedFile | null;
  readonly dismiss: () => void;
}

const SCHEDULE: FileKind = {
  description: 'Reactor Studio schedule',
  mediaType: 'application/json',
  ending: '.json',
};

/** Opens and saves schedules as files. A file with a problem is not opened: its problems are shown. */
export function useFiles(): Files {
  const studio = useStudio();
  const openSchedule = useOpenSchedule();
  const [refused, setRefused] = useState<RefusedFile | null>(null);

  const openFile = async (file: File): Promise<void> => {
    const read = await readScheduleFile(file);
    if (!read.ok) {
      setRefused(read.refused);
      return;
    }
    setRefused(null);
    openSchedule(replaceSchedule(read.schedule, `open ${file.name}`));
    const { length } = read.warnings;
    const warned =
      length === 0
        ? ''
        : ` It has ${length === 1 ? 'a warning' : `${length} warnings`}: see Problems.`;
    toast(`${file.name} is open`, { description: `Undo brings back what was there.${warned}` });
  };
  const open = async (): Promise<void> => {
    const file = await pickFile([SCHEDULE]);
    if (file !== null) await openFile(file);
  };
  const save = async (): Promise<void> => {
    keepDrafts();
    const { schedule } = studio.history.getState();
    const saved = await saveFile(scheduleText(schedule), scheduleFileName(schedule.name), SCHEDULE);
    if (saved.how !== 'cancelled') {
      toast(saved.how === 'file' ? `Saved as ${saved.name}` : `${saved.name} is downloaded`);
    }
  };

  return {
    open: () => {
      open().catch((error: unknown) => {
        toast.error('No file was opened', { description: String(error) });
      });
    },
    save: () => {
      save().catch((error: unknown) => {
        toast.error('The file was not written', {
          description: `${String(error)}. Choose another place, or another name.`,
        });
      });
    },
    take: (dropped) => {
      if (dropped.ok) void openFile(dropped.file);
      else setRefused({ title: dropped.title, problems: [aboutFile(dropped.message)] });
    },
    refused,
    dismiss: () => {
      setRefused(null);
    },
  };
}
