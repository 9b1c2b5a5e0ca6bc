import { parseTemplate } from './parse-template.ts';
import { TemplateFault } from './template-fault.ts';

/** Whether a text is exactly one `{{ … }}`, which yields the value itself and not text. A template that cannot be read is none. */
export function isWholeTemplate(text: string): boolean {
  if (!text.startsWith('{{') || !text.endsWith('}}')) return false;
  try {
    return parseTemplate(text).whole !== null;
  } catch (error) {
    if (error instanceof TemplateFault) return false;
    throw error;
  }
}
