import { describe, expect, it } from 'vitest';
import { cardPlace } from './card-place.ts';

const card = { width: 320, height: 160 };
const screen = { width: 1280, height: 800 };

describe('cardPlace', () => {
  it('stands right of what is at the left, left of what is at the right', () => {
    expect(cardPlace({ left: 0, top: 48, width: 200, height: 752 }, card, screen)).toEqual({ left: 212, top: 48 });
    expect(cardPlace({ left: 928, top: 48, width: 352, height: 752 }, card, screen)).toEqual({ left: 596, top: 48 });
  });
  it('stands below what is at the top, and never outside of the screen', () => {
    expect(cardPlace({ left: 100, top: 0, width: 1100, height: 48 }, card, screen)).toEqual({ left: 100, top: 60 });
    expect(cardPlace({ left: 1000, top: 700, width: 280, height: 90 }, card, screen)).toEqual({ left: 668, top: 624 });
  });
  it('stands inside what fills the screen, and in the middle below when there is nothing', () => {
    expect(cardPlace({ left: 0, top: 0, width: 1280, height: 800 }, card, screen)).toEqual({ left: 480, top: 624 });
    expect(cardPlace(null, card, screen)).toEqual({ left: 480, top: 624 });
    expect(cardPlace({ left: 0, top: 0, width: 100, height: 100 }, card, { width: 390, height: 844 })).toEqual({
      left: 35,
      top: 668,
    });
  });
});
