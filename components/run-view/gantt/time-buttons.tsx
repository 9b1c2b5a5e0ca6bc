import { ChevronLeft, ChevronRight, Pause, Play, SkipBack } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Tooltip } from '#components/ui/tooltip.tsx';

const icon = { strokeWidth: 1.75 } as const;

/** Play, step, speed and follow. Made anew when one of them changes, not with each event of the run. */
export const TimeButtons = memo(function TimeButtons(props: {
  playing: boolean;
  speed: number;
  live: boolean;
  ended: boolean;
  /** Events since the moment that is shown. */
  missed: number;
  /** With buttons for one event back and forward. */
  wide: boolean;
  onStart: () => void;
  onPlay: () => void;
  onSpeed: () => void;
  onStep: (events: number) => void;
  onLive: () => void;
}) {
  const { playing, speed, live, missed } = props;
  return (
    <span className="flex items-center gap-0.5 pl-3 max-sm:pl-1">
      <IconButton size="sm" label="Back to the start" icon={<SkipBack {...icon} />} onClick={props.onStart} />
      {props.wide ? (
        <IconButton size="sm" label="One event back" keys="[" icon={<ChevronLeft {...icon} />} onClick={() => props.onStep(-1)} />
      ) : null}
      <IconButton
        size="sm"
        label={playing ? 'Stop here' : 'Play the run from here'}
        icon={playing ? <Pause {...icon} /> : <Play {...icon} />}
        onClick={props.onPlay}
      />
      {props.wide ? (
        <IconButton
          size="sm"
          label="One event forward"
          keys="]"
          icon={<ChevronRight {...icon} />}
          onClick={() => props.onStep(1)}
        />
      ) : null}
      <Tooltip label="Speed of playing">
        <button
          type="button"
          aria-label={`Speed ${speed}×`}
          onClick={props.onSpeed}
          className="num h-6 w-7 rounded-chip text-11 text-ink-2 hover:bg-hover hover:text-ink"
        >
          {speed === 0.5 ? '½' : speed}×
        </button>
      </Tooltip>
      <button
        type="button"
        aria-pressed={live}
        title={missed > 0 ? `${missed} events since: follow again` : undefined}
        onClick={props.onLive}
        className="num ml-1 inline-flex h-[22px] items-center gap-1.5 rounded-full border border-line-2 bg-surface px-2 text-12 font-strong aria-[pressed=false]:font-text aria-[pressed=false]:text-ink-2 hover:bg-hover"
      >
        {live && !props.ended ? <StatusGlyph status="running" size={12} hidden /> : null}
        {props.ended ? 'End' : 'Live'}
        {missed > 0 ? <span className="text-11 text-ink-3">+{missed > 999 ? '999' : missed}</span> : null}
      </button>
    </span>
  );
});
