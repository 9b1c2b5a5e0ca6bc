import { Copy, Link2, Pause, Play, RotateCcw, Stamp, StepForward, Waypoints, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { usePerson } from '#components/shell/person.tsx';

const icon = { strokeWidth: 1.75 } as const;

/** What the run page can do now. */
export interface RunCommandActs {
  pause: (paused: boolean) => void;
  cancel: () => void;
  again: () => void;
  changeParams: () => void;
  clear: () => void;
  nextFailed: () => void;
  critical: () => void;
  copyLink: () => void;
  copyIncident: () => void;
  /** Of the chosen task. */
  runAlone: () => void;
  fromHere: () => void;
  mark: () => void;
}

/** The acts of the run page, and those on its chosen task, in the palette under Ctrl K. */
export function useRunCommands(
  now: { ended: boolean; paused: boolean; failed: boolean; task: string | null; begun: boolean },
  acts: RunCommandActs,
): void {
  const mayAct = usePerson().role !== 'viewer';
  // The acts are made anew with every event; the list changes only when something else can be done.
  const latest = useRef(acts);
  useEffect(() => void (latest.current = acts));
  const { ended, paused, failed, task, begun } = now;
  useCommands(
    'run',
    useMemo((): Command[] => {
      const made =
        (group: string) =>
        (id: keyof RunCommandActs, title: string, shape: React.ReactNode, more: Partial<Command> = {}) => ({
          id: `run.${id}`,
          group,
          title,
          icon: shape,
          run: () => (latest.current[id] as () => void)(),
          ...more,
        });
      const ofRun = made('Run');
      const ofTask = made('Task');
      const writes = !mayAct
        ? []
        : [
            ...(ended
              ? [ofRun('again', 'Run again', <Play {...icon} />)]
              : [
                  ofRun('pause', paused ? 'Resume the run' : 'Pause the run', paused ? <Play {...icon} /> : <Pause {...icon} />, {
                    run: () => latest.current.pause(!paused),
                  }),
                  ofRun('cancel', 'Cancel the run', <X {...icon} />),
                ]),
            ofRun('clear', 'Clear…', <RotateCcw {...icon} />, { keys: 'C', words: 'retry run again failed' }),
            ofRun('changeParams', 'Change params and run again…', <Play {...icon} />),
            ...(task === null
              ? []
              : [
                  ofTask('runAlone', `Run just ${task}…`, <Play {...icon} />, { words: 'force only' }),
                  ...(begun
                    ? [ofTask('fromHere', `Run from ${task}…`, <StepForward {...icon} />, { words: 'downstream again' })]
                    : []),
                  ofTask('mark', `Mark ${task}…`, <Stamp {...icon} />, { words: 'success failed skipped' }),
                ]),
          ];
      return [
        ...writes,
        ...(failed ? [ofRun('nextFailed', 'Show the next failed task', <StepForward {...icon} />, { keys: 'F' })] : []),
        ofRun('critical', 'Critical path', <Waypoints {...icon} />, { keys: 'P' }),
        ofRun('copyIncident', 'Copy as an incident', <Copy {...icon} />),
        ofRun('copyLink', 'Copy the link', <Link2 {...icon} />),
      ];
    }, [mayAct, ended, paused, failed, task, begun]),
  );
}
