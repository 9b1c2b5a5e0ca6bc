import { readExamples } from './read-example.ts';

/** What a gallery shows of each example: its first paragraph. */
export function listExamples(): { id: string; name: string; description: string }[] {
  return readExamples().map(({ id, name, description }) => ({ id, name, description: description?.split('\n\n')[0] ?? '' }));
}
