import { machineVersion } from '../machine-version.ts';
import { takeToldLengths } from '../take-lengths.ts';
import { refuse, type TransitionOf } from '../transition-of.ts';

export const runCreated: TransitionOf<'runCreated'> = {
  type: 'runCreated',
  means: 'The run exists and waits for its admission.',
  moves: [],
  apply(draft, event) {
    if (draft.run.created) return refuse('run.created', 'The run was created already.');
    if (event.machine > machineVersion)
      return refuse('run.machine', `The run needs version ${event.machine} of the machine; this is ${machineVersion}.`);
    if (event.lists !== undefined) takeToldLengths(draft, event.lists);
    draft.run = {
      ...draft.run,
      created: true,
      createdAt: event.at,
      runType: event.runType,
      logicalTime: event.logicalTime,
      dataIntervalStart: event.dataIntervalStart,
      dataIntervalEnd: event.dataIntervalEnd,
      trigger: event.trigger ?? null,
      latest: event.latest ?? null,
      machine: event.machine,
    };
    return null;
  },
};
