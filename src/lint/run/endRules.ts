import type { Finding } from '#lint/finding.ts';
import { formatTime } from '#trace/formatTime.ts';
import { limitWords } from '#trace/limitWords.ts';
import { t } from '#words/words.ts';

import type { RunRule } from './runReport.ts';

/** Why a run ended sooner than its program. */
export const endings: RunRule = ({ status, tally: { trace } }) => {
  if (status.state === 'broken') {
    return [
      ending({
        rule: 'broken',
        subject: t('simulator'),
        text: t('failed: {{message}}. Undo the last edit, or reload the page', {
          message: status.message,
        }),
      }),
    ];
  }
  if (status.state !== 'ended' || status.end.why !== 'limit') return [];
  const { time, limit } = status.end;
  const culprit = limit?.nodes[0];
  const id = culprit === undefined ? null : (trace.header.nodes[culprit]?.id ?? null);
  const words = limit === null ? t('its budget is used up') : limitWords(limit, trace.header);
  return [
    ending({
      rule: 'limit',
      subject: t('run'),
      when: t('at {{time}} s', { time: formatTime(time) }),
      text:
        limit?.canRaise === true
          ? t('{{limit}}: let it run on, or find what repeats without a pause', { limit: words })
          : t('{{limit}}: find what repeats without a pause', { limit: words }),
      nodes: id === null ? [] : [id],
      target: { to: 'end', node: id },
    }),
  ];
};

function ending(parts: Partial<Finding> & Pick<Finding, 'rule' | 'subject' | 'text'>): Finding {
  return {
    key: parts.rule,
    severity: 'error',
    nodes: [],
    when: '',
    target: { to: 'nowhere' },
    fixes: [],
    ...parts,
  };
}
