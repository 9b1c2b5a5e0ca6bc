import type { Json } from '#domain/definition/schema/json.ts';
import { TemplateFault } from './template-fault.ts';
import { templateLimits } from './template-limits.ts';

/** What one rendering may still spend. */
export class TemplateBudget {
  private steps: number = templateLimits.steps;

  /** Spends steps; throws when none are left. */
  spend(steps = 1): void {
    this.steps -= steps;
    if (this.steps < 0) throw new TemplateFault('The template takes too many steps. Do this work in a task.');
  }

  /** Checks the length of a text before it is made. */
  text(length: number): void {
    if (length > templateLimits.text)
      throw new TemplateFault('The template makes a text over 1 MiB. Pass a file or an artifact instead.');
  }

  /** Visits every part of a value: one that holds itself many times over is refused before it is written out. */
  visit(value: Json): void {
    this.spend();
    if (typeof value !== 'object' || value === null) return;
    for (const inner of Array.isArray(value) ? value : Object.values(value)) this.visit(inner);
  }
}
