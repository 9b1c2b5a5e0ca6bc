import type { Rect } from '../geometry/rect.ts';
import type { Look, Pen, TextLook } from './pen.ts';

const escape = (text: string): string =>
  text
    // What XML cannot hold at all.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
const round = (v: number): number => Math.round(v * 100) / 100;

/** A pen that writes an SVG file of an area (px of the drawing): plain shapes and texts, nothing from elsewhere. `style`: its fonts, as rules. */
export function createSvgPen(area: Rect, title: string, style = ''): Pen & { file(): string } {
  const parts: string[] = [];
  const paint = (look: Look): string => {
    const marks = [`fill="${escape(look.fill ?? 'none')}"`];
    if (look.stroke !== undefined) marks.push(`stroke="${escape(look.stroke)}" stroke-width="${round(look.width ?? 1)}"`);
    if (look.dash !== undefined && look.dash.length > 0) marks.push(`stroke-dasharray="${look.dash.join(' ')}"`);
    if (look.round) marks.push('stroke-linecap="round" stroke-linejoin="round"');
    if (look.opacity !== undefined && look.opacity < 1) marks.push(`opacity="${look.opacity}"`);
    return marks.join(' ');
  };
  return {
    path(d, look, at) {
      const moved = at === undefined ? '' : ` transform="translate(${round(at.x)} ${round(at.y)}) scale(${round(at.scale)})"`;
      parts.push(`<path d="${escape(d)}" ${paint(look)}${moved}/>`);
    },
    text(text, x, y, look: TextLook) {
      const marks = [
        `x="${round(x)}" y="${round(y)}" dy="0.34em"`,
        `font-family="${escape(look.family)}" font-size="${look.size}" font-weight="${look.weight}" fill="${escape(look.fill)}"`,
      ];
      if (look.middle) marks.push('text-anchor="middle"');
      if (look.struck) marks.push('text-decoration="line-through"');
      if (look.opacity !== undefined && look.opacity < 1) marks.push(`opacity="${look.opacity}"`);
      if (look.halo !== undefined)
        marks.push(`stroke="${escape(look.halo)}" stroke-width="6" stroke-linejoin="round" paint-order="stroke"`);
      parts.push(`<text ${marks.join(' ')}>${escape(text)}</text>`);
    },
    file: () =>
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<svg xmlns="http://www.w3.org/2000/svg" width="${round(area.width)}" height="${round(area.height)}" viewBox="${[area.x, area.y, area.width, area.height].map(round).join(' ')}" role="img">`,
        `<title>${escape(title)}</title>`,
        ...(style === '' ? [] : [`<style>${escape(style)}</style>`]),
        ...parts,
        '</svg>',
        '',
      ].join('\n'),
  };
}
