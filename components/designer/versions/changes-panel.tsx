import { use } from 'react';
import Link from 'next/link';
import { DockTabs } from '../dock/dock-tabs.tsx';
import { useSession } from '../session/workflow-session.ts';
import { ChangeList } from './change-list.tsx';
import { DraftChanges } from './draft-changes.ts';

/** Below the drawing: what the draft changes of the published version, as publishing will say it; a line leads to its task. */
export function ChangesPanel({ onGo }: { onGo: (task: string) => void }) {
  const { id, detail } = useSession();
  const changes = use(DraftChanges);
  const version = detail.published?.version ?? 0;
  return (
    <section aria-label={`Changes since version ${version}`} data-region data-dock className="border-t border-line bg-surface">
      <div className="flex h-8 items-center gap-2 border-b border-line pr-3 pl-3.5">
        <h2 className="sr-only">Changes since version {version}</h2>
        <DockTabs current="changes" />
        <span className="flex-1" />
        <Link className="link text-12" href={`/workflows/${encodeURIComponent(id)}/versions`}>
          Compare
        </Link>
      </div>
      <div className="scroll max-h-[168px] px-3.5 py-2 max-sm:max-h-24" tabIndex={0} role="group" aria-label="List of changes">
        {changes === null ? null : (
          <ChangeList
            changes={changes}
            empty={`Nothing but places of boxes, or nothing at all: version ${version} does the same.`}
            most={200}
            onGo={onGo}
          />
        )}
      </div>
    </section>
  );
}
