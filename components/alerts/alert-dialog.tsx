'use client';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Time } from '#components/ui/time.tsx';
import type { AlertItem } from './alert-item.ts';

/** The words of an alert as they were, or will be, sent. */
export function AlertDialog({ alert, onClose }: { alert: AlertItem; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={alert.subject}
      description={`Through ${alert.connection}${alert.to === null ? '' : ` to ${alert.to}`}`}
      width={560}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <pre className="rounded-control border border-line bg-sunken p-3 text-12 break-words whitespace-pre-wrap">{alert.text}</pre>
      <p className="mt-2 text-12 text-ink-3">
        From <Time at={alert.createdAt} parts="day-time" />
        {alert.sentAt === null ? null : (
          <>
            , sent <Time at={alert.sentAt} parts="day-time" />
          </>
        )}
      </p>
      {alert.error === null ? null : <p className="mt-2 text-12 text-st-failed-text">{alert.error}</p>}
    </Dialog>
  );
}
