import { usePerson } from '#components/shell/person.tsx';

/** Roles that look at a workflow and do not change it. */
const looking = ['viewer', 'runner'];

/** Why this person may only look at the workflow, as a sentence; null: they may change it. The server decides the same (drafts.save). */
export function useReadOnly(): string | null {
  const { role } = usePerson();
  return looking.includes(role)
    ? `You may look at this workflow, not change it: your role is ${role}. An admin can make you an editor.`
    : null;
}
