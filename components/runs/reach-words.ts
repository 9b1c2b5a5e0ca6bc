import type { ActChange } from '#domain/run/act-changes.ts';
import type { RunsAct } from './act-plan.ts';

const tasks = (count: number) => `${count} ${count === 1 ? 'task' : 'tasks'}`;

/** What an act does to the tasks of one run, in some words; empty when it reaches none. */
export function reachWords(act: RunsAct, changes: readonly Pick<ActChange, 'how'>[]): string {
  const count = (how: ActChange['how']) => changes.filter((change) => change.how === how).length;
  const said: string[] = [];
  const say = (how: ActChange['how'], words: (count: number) => string) => {
    if (count(how) > 0) said.push(words(count(how)));
  };
  if (act === 'cancel') {
    say('stopped', (many) => `${tasks(many)} ${many === 1 ? 'is' : 'are'} ended at work`);
    say(undefined, (many) => `${tasks(many)} never ${many === 1 ? 'begins' : 'begin'}`);
  } else if (act === 'pause') {
    say('goes-on', (many) => `${tasks(many)} ${many === 1 ? 'works' : 'work'} on`);
    say('held', (many) => `${tasks(many)} ${many === 1 ? 'is' : 'are'} held`);
  } else say('asks', (many) => `${tasks(many)} ${many === 1 ? 'asks' : 'ask'} for slots`);
  return said.join(', ');
}
