import type { TaskRunStatus } from '#domain/run/status.ts';

/** Ring round the icon of a task in a run: its line pattern is the status, its arc the share of work or delay that is over. */
export function Ring({ status, progress }: { status: TaskRunStatus; progress: number | undefined }) {
  const arc = status === 'running' || status === 'up_for_retry' || status === 'restarting';
  const share = progress === undefined ? 30 : Math.round(Math.min(1, Math.max(0, progress)) * 100);
  return (
    <svg className="cv-ring" width="30" height="30" viewBox="0 0 30 30" aria-hidden>
      <circle className="track" cx="15" cy="15" r="13" />
      {arc ? (
        <circle
          className={progress === undefined ? 'arc turns' : 'arc'}
          cx="15"
          cy="15"
          r="13"
          pathLength={100}
          strokeDasharray={`${share} 100`}
        />
      ) : null}
    </svg>
  );
}
