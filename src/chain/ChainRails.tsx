import { Timer } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';

import { useStudio } from '#store/useStudio.ts';
import { formatDuration } from '#trace/formatTime.ts';
import { shortRepr, type TraceValue } from '#trace/traceValue.ts';
import { t } from '#words/words.ts';

import { railOf, type ChainPicture, type LinkRecord, type Rail } from '#explain/chainPicture.ts';
import styles from './ChainRails.module.css';
import { ACROSS, BOTTOM, marbleAt, railsHeight, ROW, TOP, trailPath } from './railsLayout.ts';
import { linkStateWords, presentWords } from './stateWords.ts';

interface ChainRailsProps {
  /** The name of the Deferred. */
  readonly name: string;
  readonly picture: ChainPicture;
}

/** Twisted's names, in every language. */
const RAILS: readonly Rail[] = ['callback', 'errback'];

/** Longer values are cut, and of failures only the class is shown: sentences have the whole. */
const LONGEST = 18;

function brief(value: TraceValue): string {
  return value.is === 'failure' ? value.type : shortRepr(value, LONGEST);
}

/** A chain as two rails with its links, the way that the value has gone, and the value where it is. */
export function ChainRails({ name, picture }: ChainRailsProps): ReactNode {
  const { links, first } = picture;
  const height = railsHeight(links.length);
  return (
    <div className={styles.rails} style={{ height }}>
      <svg
        className={styles.lines}
        viewBox={`0 0 100 ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path
          className={styles.rail}
          d={`M${ACROSS.callback},${TOP - 24} V${height - BOTTOM + 20}`}
        />
        <path
          className={styles.rail}
          d={`M${ACROSS.errback},${TOP - 24} V${height - BOTTOM + 20}`}
        />
        <path className={styles.trail} d={trailPath(picture)} />
      </svg>
      <div className={styles.heads} style={{ height: TOP - 24 }} aria-hidden="true">
        {RAILS.map((rail) => (
          <span key={rail} data-rail={rail}>
            {rail}
          </span>
        ))}
      </div>
      <ol
        className={styles.links}
        style={{ top: TOP }}
        aria-label={t('Chain of {{name}}', { name })}
      >
        {links.map((link) => (
          <li
            key={link.index}
            className={styles.link}
            style={{ height: ROW }}
            data-state={link.state}
          >
            <Link link={link} />
          </li>
        ))}
      </ol>
      <Marble picture={picture} />
      <p className={styles.present} style={{ height: BOTTOM - 20 }} data-fired={first !== null}>
        {presentWords(picture)}
      </p>
    </div>
  );
}

function Link({ link }: { readonly link: LinkRecord }): ReactNode {
  const { callback, errback, timeout } = link;
  if (timeout !== null) {
    return (
      <Box link={link} place="both" asked={link.state !== 'ahead'}>
        <span className={styles.name}>
          <Timer size={13} aria-hidden="true" />{' '}
          {t('timeout {{time}}', { time: formatDuration(timeout) })}
        </span>
      </Box>
    );
  }
  if (callback !== null && callback === errback) {
    return (
      <Box link={link} place="both" asked={link.cameOn !== null}>
        <span className={styles.name}>{callback}</span>
      </Box>
    );
  }
  return (
    <>
      {callback === null ? null : (
        <Box link={link} place="callback" asked={link.cameOn === 'callback'}>
          <span className={styles.name}>{callback}</span>
        </Box>
      )}
      {errback === null ? null : (
        <Box link={link} place="errback" asked={link.cameOn === 'errback'}>
          <span className={styles.name}>{errback}</span>
        </Box>
      )}
    </>
  );
}

interface BoxProps {
  readonly link: LinkRecord;
  readonly place: Rail | 'both';
  /** Whether the value came to this side. */
  readonly asked: boolean;
  readonly children: ReactNode;
}

/** A side of a link; what came to it has come from an event, which a press goes to. */
function Box({ link, place, asked, children }: BoxProps): ReactNode {
  const studio = useStudio();
  const { sequence, input, output, state } = link;
  const values =
    asked && input !== null && state !== 'passed'
      ? `${brief(input)} → ${output === null ? '…' : brief(output)}`
      : '';
  const isOtherSide = link.cameOn !== null && !asked;
  return (
    <button
      type="button"
      className={styles.box}
      data-place={place}
      data-asked={asked}
      data-passed={isOtherSide}
      disabled={sequence === null}
      onClick={() => {
        if (sequence !== null) studio.goToEvent(sequence);
      }}
    >
      <span className="visuallyHidden">{place === 'both' ? '' : `${place} `}</span>
      {children}
      <span className={styles.values}>
        {values === '' ? linkStateWords(state, asked, isOtherSide) : values}
      </span>
    </button>
  );
}

function Marble({ picture }: { readonly picture: ChainPicture }): ReactNode {
  const at = marbleAt(picture);
  if (at === null) return null;
  const { result, pauses } = picture;
  const running = picture.links.find(({ state }) => state === 'running');
  const held = running === undefined ? result : running.input;
  const style: CSSProperties = { left: `${at.x}%`, top: at.y };
  return (
    <span
      className={styles.marble}
      style={style}
      data-rail={held === null ? 'none' : railOf(held)}
      data-paused={pauses > 0 || held === null}
      data-running={running !== undefined}
      title={held === null ? t('waits') : shortRepr(held, 200)}
    >
      {held === null ? t('waits') : brief(held)}
    </span>
  );
}
