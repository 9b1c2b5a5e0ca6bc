import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import { RenderedAtProvider } from './rendered-at.tsx';
import { useNow } from './use-now.ts';

const Shown = () => String(useNow(10_000));
afterEach(() => void vi.useRealTimers());

it('moves on the server too, where nobody subscribes', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  expect(renderToString(createElement(Shown))).toBe('1000000');
  vi.setSystemTime(5_000_000);
  expect(renderToString(createElement(Shown))).toBe('5000000');
});
it('says the moment of the page where that is known', () => {
  const page = createElement(RenderedAtProvider, { at: 42, children: createElement(Shown) });
  expect(renderToString(page)).toBe('42');
});
