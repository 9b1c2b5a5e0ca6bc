/** Keys of an input that name something; nothing else of it is written down. */
const names = ['workflowId', 'runId', 'triggerId', 'task', 'index', 'id', 'version', 'revision'] as const;
const longest = 200;

/** The ids in the input of a procedure, for the log; of an input that names nothing, none. */
export function loggedIds(input: unknown): Record<string, string | number> {
  if (typeof input !== 'object' || input === null) return {};
  const given = input as Record<string, unknown>;
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name];
      return typeof value === 'number' || (typeof value === 'string' && value.length <= longest) ? [[name, value]] : [];
    }),
  );
}
