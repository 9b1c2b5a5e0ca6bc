import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Alignment } from './align-boxes.ts';
import type { LineUpActs } from './line-up-acts.ts';

interface LineUpChoice {
  id: string;
  title: string;
  /** As people read it. */
  keys: string;
  icon: ReactNode;
  /** Fewest things that must be selected. */
  least: number;
  run: (acts: LineUpActs) => void;
}
const stroke = 1.75;
const align = (how: Alignment, title: string, keys: string, icon: ReactNode): LineUpChoice => ({
  id: `align-${how}`,
  title,
  keys,
  icon,
  least: 2,
  run: (acts) => acts.align(how),
});

/** The ways to line a selection up: in the toolbar, the menu of the canvas, the palette of commands and under `?`. */
export const lineUpChoices: readonly LineUpChoice[] = [
  align('left', 'Align left', 'Ctrl Shift ←', <AlignStartVertical strokeWidth={stroke} />),
  align('center', 'Align centre', 'Shift C', <AlignCenterVertical strokeWidth={stroke} />),
  align('right', 'Align right', 'Ctrl Shift →', <AlignEndVertical strokeWidth={stroke} />),
  align('top', 'Align top', 'Ctrl Shift ↑', <AlignStartHorizontal strokeWidth={stroke} />),
  align('middle', 'Align middle', 'Shift M', <AlignCenterHorizontal strokeWidth={stroke} />),
  align('bottom', 'Align bottom', 'Ctrl Shift ↓', <AlignEndHorizontal strokeWidth={stroke} />),
  {
    id: 'distribute-across',
    title: 'Distribute across',
    keys: 'Shift H',
    icon: <AlignHorizontalDistributeCenter strokeWidth={stroke} />,
    least: 3,
    run: (acts) => acts.distribute('across'),
  },
  {
    id: 'distribute-down',
    title: 'Distribute down',
    keys: 'Shift V',
    icon: <AlignVerticalDistributeCenter strokeWidth={stroke} />,
    least: 3,
    run: (acts) => acts.distribute('down'),
  },
];
