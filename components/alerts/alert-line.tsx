'use client';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import type { AlertItem } from './alert-item.ts';

const glyphs = { waiting: 'queued', sent: 'success', failed: 'failed' } as const;
const tried = (tries: number): string => (tries === 1 ? 'tried once' : `tried ${tries} times`);

function Sending({ alert }: { alert: AlertItem }) {
  if (alert.status === 'sent')
    return (
      <>
        sent <Time at={alert.sentAt ?? alert.createdAt} relative="only" />
      </>
    );
  if (alert.status === 'failed') return <>not sent, {tried(alert.tries)}</>;
  if (alert.tries === 0) return <>is being sent</>;
  return (
    <>
      {tried(alert.tries)}, again <Time at={alert.nextAt} relative="only" />
    </>
  );
}

/** One alert of the list: what it says, of which run, through what, and whether it was sent. */
export function AlertLine(props: {
  alert: AlertItem;
  onOpen: () => void;
  /** Missing: the person may only look. */
  onSend?: (() => void) | undefined;
  busy: boolean;
}) {
  const { alert, onOpen, onSend } = props;
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line px-6 py-2 hover:bg-hover max-xl:px-4 max-sm:flex-wrap">
      <StatusGlyph status={glyphs[alert.status]} hidden />
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 items-baseline gap-2">
          <button type="button" className="truncate text-left font-strong hover:underline" onClick={onOpen}>
            {alert.subject}
          </button>
          {alert.runId === null ? null : (
            <Link href={`/runs/${encodeURIComponent(alert.runId)}`} className="link shrink-0 text-12">
              See the run
            </Link>
          )}
        </div>
        <div className="truncate text-12 text-ink-2">
          through {alert.connection}
          {alert.to === null ? '' : ` to ${alert.to}`}
        </div>
        {alert.error === null ? null : <div className="truncate text-12 text-st-failed-text">{alert.error}</div>}
      </div>
      <div className="num shrink-0 text-right text-12 text-ink-3">
        <Sending alert={alert} />
      </div>
      {onSend && alert.status !== 'sent' ? (
        <Button busy={props.busy} onClick={onSend}>
          {alert.status === 'failed' ? 'Send again' : 'Send now'}
        </Button>
      ) : null}
    </li>
  );
}
