/**
 * The seed of a trigger: what `H` and the spread of starts are made from. Two triggers differ, one trigger keeps its minute for ever.
 * A CLI preview without a workflow takes the cron text instead.
 */
export const triggerSeed = (workflowId: string, triggerId: string): string => `${workflowId}\n${triggerId}`;
