import { expect, it } from 'vitest';
import { toastPlace } from './toast-place.ts';

const screen = { width: 1280, height: 800 };
const dock = (top: number, left = 200, right = 928) => ({ left, right, top, bottom: 800 });

it('stands below in the middle, above what is docked there', () => {
  expect(toastPlace(screen, [], null)).toEqual({ edge: 'bottom', px: 40 });
  expect(toastPlace(screen, [dock(700)], null)).toEqual({ edge: 'bottom', px: 108 });
  expect(toastPlace(screen, [dock(780), dock(640)], null)).toEqual({ edge: 'bottom', px: 168 });
});
it('leaves alone what is docked beside it, or is not at the lower end', () => {
  expect(toastPlace(screen, [dock(400, 928, 1280)], null)).toEqual({ edge: 'bottom', px: 40 });
  expect(toastPlace(screen, [{ left: 0, right: 1280, top: 100, bottom: 300 }], null)).toEqual({ edge: 'bottom', px: 40 });
});
it('goes to the top where a dock is high, and while a dialog asks', () => {
  expect(toastPlace(screen, [dock(300)], null)).toEqual({ edge: 'top', px: 56 });
  expect(toastPlace(screen, [dock(700)], { left: 400, right: 880, top: 112, bottom: 500 })).toEqual({ edge: 'top', px: 8 });
  expect(toastPlace(screen, [], { left: 400, right: 880, top: 200, bottom: 500 })).toEqual({ edge: 'top', px: 56 });
});
