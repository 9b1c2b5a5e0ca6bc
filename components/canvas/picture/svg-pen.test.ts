import { expect, test } from 'vitest';
import { createSvgPen } from './svg-pen.ts';

test('an SVG file holds its shapes and texts, and foreign letters stay text', () => {
  const pen = createSvgPen({ x: -8, y: 0, width: 100.004, height: 50 }, 'A < B & "C"');
  pen.path('M0 0H10', { stroke: '#123456', width: 1.5, dash: [6, 4] });
  pen.path('M0 0z', { fill: 'red', opacity: 0.5 }, { x: 3, y: 4, scale: 0.5 });
  pen.text('<script>\u0000 & </text>', 1, 2, {
    size: 13,
    weight: 560,
    fill: '#000',
    family: '"Geist", sans-serif',
    middle: true,
  });
  expect(pen.file().split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="-8 0 100 50" role="img">',
    '<title>A &lt; B &amp; &quot;C&quot;</title>',
    '<path d="M0 0H10" fill="none" stroke="#123456" stroke-width="1.5" stroke-dasharray="6 4"/>',
    '<path d="M0 0z" fill="red" opacity="0.5" transform="translate(3 4) scale(0.5)"/>',
    '<text x="1" y="2" dy="0.34em" font-family="&quot;Geist&quot;, sans-serif" font-size="13" font-weight="560" fill="#000" text-anchor="middle">&lt;script&gt; &amp; &lt;/text&gt;</text>',
    '</svg>',
    '',
  ]);
});
