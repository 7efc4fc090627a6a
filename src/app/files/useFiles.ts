import { useState } from 'react';
import { toast } from 'sonner';

import { useOpenSchedule } from '#app/useOpenSchedule.ts';
import { lintSchedule } from '#lint/lintSchedule.ts';
import { replaceSchedule } from '#schedule/documentEdits.ts';
import { scheduleText } from '#schedule/scheduleText.ts';
import { useStudio } from '#store/useStudio.ts';
import { msg, t } from '#words/words.ts';

import type { Dropped } from './droppedFile.ts';
import { scheduleFileName, traceFileName } from './fileNames.ts';
import { keepDrafts } from './keepDrafts.ts';
import { pickFile, saveFile, type FileKind } from './filePickers.ts';
import { looksLikeTrace } from './looksLikeTrace.ts';
import { tellSaved } from './tellSaved.tsx';
import { readScheduleFile } from './readScheduleFile.ts';
import { aboutFile, type RefusedFile } from './refusedFile.ts';

/** Opening and saving files. */
export interface Files {
  /** Lets the user choose a file, and opens it. */
  readonly open: () => void;
  /** Saves the schedule to a file. */
  readonly save: () => void;
  /** Saves the run, with its schedule, to a file. */
  readonly saveRun: () => void;
  /** Opens what was dropped. */
  readonly take: (dropped: Dropped) => void;
  /** The file that was not opened last, until that is dismissed. */
  readonly refused: RefusedFile | null;
  readonly dismiss: () => void;
  /** Shows why something else was not opened, as a link. */
  readonly refuse: (refused: RefusedFile) => void;
}

const SCHEDULE: FileKind = {
  description: msg('Reactor Studio schedule'),
  mediaType: 'application/json',
  ending: '.json',
};

const TRACE: FileKind = {
  description: msg('Reactor Studio run'),
  mediaType: 'application/octet-stream',
  ending: '.trace',
};

const PACKED_TRACE: FileKind = {
  description: msg('Reactor Studio run, packed'),
  mediaType: 'application/gzip',
  ending: '.gz',
};

/** Opens and saves schedules as files. A file with a problem is not opened: its problems are shown. */
export function useFiles(): Files {
  const studio = useStudio();
  const openSchedule = useOpenSchedule();
  const [refused, setRefused] = useState<RefusedFile | null>(null);

  const openFile = async (file: File): Promise<void> => {
    setRefused(null);
    if (await looksLikeTrace(file)) await openTrace(file);
    else await openDocument(file);
  };
  const openDocument = async (file: File): Promise<void> => {
    const read = await readScheduleFile(file);
    if (!read.ok) {
      setRefused(read.refused);
      return;
    }
    openSchedule(replaceSchedule(read.schedule, t('open {{name}}', { name: file.name })));
    const { length } = lintSchedule(read.schedule).filter(({ severity }) => severity === 'warning');
    toast(t('{{name}} is open', { name: file.name }), {
      description:
        length === 0
          ? t('Undo brings back what was there.')
          : t('Undo brings back what was there. It has {{count}} warnings: see Problems.', {
              count: length,
            }),
    });
  };
  const openTrace = async (file: File): Promise<void> => {
    const { readTraceFile } = await import('./readTraceFile.ts');
    const title = t('Reading {{name}}', { name: file.name });
    const reading = toast.loading(title);
    let told = 0;
    const read = await readTraceFile(file, (share) => {
      const percent = Math.floor(share * 100);
      if (percent > told) toast.loading(title, { id: reading, description: `${percent} %` });
      told = percent;
    });
    toast.dismiss(reading);
    if (!read.ok) {
      setRefused(read.refused);
      return;
    }
    const { schedule, ...run } = read.run;
    openSchedule(replaceSchedule(schedule, t('open {{name}}', { name: file.name })), run);
    toast(t('{{name}} is open', { name: file.name }), {
      description: t('The run is shown as it was written. An edit simulates it anew.'),
    });
  };
  const open = async (): Promise<void> => {
    const file = await pickFile([SCHEDULE, TRACE, PACKED_TRACE]);
    if (file !== null) await openFile(file);
  };
  const save = async (): Promise<void> => {
    keepDrafts();
    const { schedule } = studio.history.getState();
    const saved = await saveFile(scheduleText(schedule), scheduleFileName(schedule.name), SCHEDULE);
    tellSaved(saved);
  };

  const saveRun = async (): Promise<void> => {
    const { trace, status } = studio.run.getState();
    if (status.state !== 'ended') {
      toast(t('The run is not complete yet'), { description: t('Stop it, or wait for its end.') });
      return;
    }
    const { schedule } = studio.history.getState();
    const { traceFile } = await import('./traceFile.ts');
    const saved = await saveFile(
      traceFile(schedule, trace, status.end),
      traceFileName(schedule.name),
      TRACE,
    );
    tellSaved(saved);
  };

  return {
    open: () => {
      open().catch((error: unknown) => {
        toast.error(t('No file was opened'), { description: String(error) });
      });
    },
    save: () => {
      save().catch(tellNotWritten);
    },
    saveRun: () => {
      saveRun().catch(tellNotWritten);
    },
    take: (dropped) => {
      if (dropped.ok) void openFile(dropped.file);
      else setRefused({ title: dropped.title, problems: [aboutFile(dropped.message)] });
    },
    refused,
    refuse: setRefused,
    dismiss: () => {
      setRefused(null);
    },
  };
}

function tellNotWritten(error: unknown): void {
  toast.error(t('The file was not written'), {
    description: t('{{error}}. Choose another place, or another name.', { error: String(error) }),
  });
}
