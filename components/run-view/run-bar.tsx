'use client';
import { Copy, Ellipsis, History, Link2, Pause, Play, RotateCcw, X } from 'lucide-react';
import Link from 'next/link';
import { memo } from 'react';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Time } from '#components/ui/time.tsx';
import { useNow } from '#components/ui/use-now.ts';
import { TopBar } from './top-bar.tsx';
import type { RunActs } from './use-run-acts.ts';
import { WorkflowSwitch } from './workflow-switch.tsx';
import { workflowTabs } from './workflow-tabs.ts';

const icon = { strokeWidth: 1.75 } as const;

/** Top of the run page: the workflow, its pages, and what can be done to the run now. Made anew only when that changes, not with each event. */
export const RunBar = memo(function RunBar(props: {
  workflow: { id: string; name: string; project: string };
  counts: { triggers: number; versions: number };
  runId: string;
  ended: boolean;
  paused: boolean;
  acts: RunActs;
  onAgain: () => void;
  onClear: () => void;
  onCancel: () => void;
  onChangeParams: () => void;
  onCopyIncident: () => void;
  onCopyLink: () => void;
}) {
  const { acts, ended, paused } = props;
  return (
    <TopBar
      workflow={props.workflow}
      tabs={workflowTabs(props.workflow.id, props.counts)}
      current="runs"
      control={<WorkflowSwitch id={props.workflow.id} name={props.workflow.name} />}
    >
      <Clock />
      <span className="h-5 w-px bg-line max-xl:hidden" />
      <span className="flex gap-2 max-sm:hidden">
        {ended ? (
          <Button icon={<Play {...icon} />} busy={acts.busy} onClick={props.onAgain}>
            Run again
          </Button>
        ) : (
          <>
            <Button icon={paused ? <Play {...icon} /> : <Pause {...icon} />} onClick={() => acts.pause(!paused)}>
              {paused ? 'Resume' : 'Pause'}
            </Button>
            <Button icon={<X {...icon} />} onClick={props.onCancel}>
              Cancel run…
            </Button>
          </>
        )}
        <Button icon={<RotateCcw {...icon} />} onClick={props.onClear}>
          Clear…
        </Button>
      </span>
      <span className="hidden max-sm:contents">
        {ended ? (
          <IconButton className="h-11 w-9" label="Run again" icon={<Play {...icon} />} onClick={props.onAgain} />
        ) : (
          <>
            <IconButton
              className="h-11 w-9"
              label={paused ? 'Resume' : 'Pause'}
              icon={paused ? <Play {...icon} /> : <Pause {...icon} />}
              onClick={() => acts.pause(!paused)}
            />
            <IconButton className="h-11 w-9" label="Cancel run" icon={<X {...icon} />} onClick={props.onCancel} />
          </>
        )}
      </span>
      <Menu trigger={<IconButton label="More about this run" icon={<Ellipsis {...icon} />} className="max-sm:h-11 max-sm:w-9" />}>
        <MenuItem icon={<RotateCcw {...icon} />} onSelect={props.onClear}>
          Clear…
        </MenuItem>
        <MenuItem icon={<Play {...icon} />} onSelect={props.onChangeParams}>
          Change params and run again…
        </MenuItem>
        <MenuItem
          icon={<History {...icon} />}
          note="what would this run have been with the draft?"
          link={<Link href={`/workflows/${encodeURIComponent(props.workflow.id)}?replay=${encodeURIComponent(props.runId)}`} />}
        >
          Replay on the draft
        </MenuItem>
        <MenuItem icon={<Copy {...icon} />} note="what failed and why, with the link" onSelect={props.onCopyIncident}>
          Copy as an incident
        </MenuItem>
        <MenuItem icon={<Link2 {...icon} />} onSelect={props.onCopyLink}>
          Copy the link
        </MenuItem>
      </Menu>
    </TopBar>
  );
});

function Clock() {
  return <Time at={useNow(1000)} parts="day-time-seconds-zone" className="text-ink-3 max-xl:hidden" />;
}
