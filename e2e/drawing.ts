import { expect, type Locator, type Page } from '@playwright/test';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A drawing on the page, in the designer or of a run, handled as a person does. */
export class Drawing {
  readonly region: Locator;

  constructor(
    readonly page: Page,
    /** What it is called: `Drawing of Daily weather`, `Daily weather, run 1`. */
    name: string | RegExp,
  ) {
    this.region = page.getByRole('region', { name });
  }

  /** The box of a task. `words`: what it says besides its name, such as its status. */
  task(name: string, words = ''): Locator {
    return this.region.getByRole('group', { name: new RegExp(`^${escaped(name)}, .*${escaped(words)}`) });
  }

  /** Drags an operator out of the palette and lets it go at a place of the drawing, px from its upper left corner. */
  async drop(operator: string, x: number, y: number): Promise<void> {
    const entry = this.page.getByRole('complementary', { name: 'Palette' }).getByRole('button', { name: operator, exact: true });
    await entry.dragTo(this.region, { targetPosition: { x, y } });
  }

  /** Takes a wire at the port of a task and holds it over another; `letGo` ends the gesture. */
  async pull(from: string, to: string): Promise<void> {
    const [start, end] = [await this.task(from).boundingBox(), await this.task(to).boundingBox()];
    if (!start || !end) throw new Error(`${from} or ${to} is not on the screen`);
    const { mouse } = this.page;
    await mouse.move(start.x + start.width, start.y + start.height / 2);
    await mouse.down();
    await mouse.move(start.x + start.width + 30, start.y + start.height / 2, { steps: 4 });
    await mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  }

  async letGo(): Promise<void> {
    await this.page.mouse.up();
  }

  /** Rests on the edge between two tasks that stand beside each other. */
  async pointAtEdge(from: string, to: string): Promise<void> {
    const [start, end] = [await this.task(from).boundingBox(), await this.task(to).boundingBox()];
    if (!start || !end) throw new Error(`${from} or ${to} is not on the screen`);
    // Just before the arrow: an edge enters straight.
    await this.page.mouse.move(end.x - 12, end.y + end.height / 2, { steps: 4 });
    await expect(this.page.getByRole('toolbar', { name: `Edge ${from} to ${to}` })).toBeVisible();
  }

  /** Goes from the task that has the focus to another with the arrow keys, by where the boxes are seen. */
  async walkTo(from: string, to: string): Promise<void> {
    const [here, there] = [await this.task(from).boundingBox(), await this.task(to).boundingBox()];
    if (!here || !there) throw new Error(`${from} or ${to} is not on the screen`);
    const [dx, dy] = [there.x - here.x, there.y - here.y];
    await this.page.keyboard.press(
      Math.abs(dx) > Math.abs(dy) ? (dx > 0 ? 'ArrowRight' : 'ArrowLeft') : dy > 0 ? 'ArrowDown' : 'ArrowUp',
    );
  }

  /** What stands before each task, as a screen reader is told. What is wrong with a task stands at the end, and is compared when it is given. */
  async expectOutline(...lines: string[]): Promise<void> {
    const outline = this.page.getByRole('region', { name: 'Outline of the drawing' });
    const said = lines.map((line) => new RegExp(`^${escaped(line)}(, \\d+ (error|warning)s?: .*)?$`));
    await expect(outline.getByRole('listitem')).toHaveText(said);
  }
}
