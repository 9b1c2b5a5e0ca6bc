/**
 * Version of the run machine. It grows when a state is encoded otherwise or an old history would be told otherwise; a run
 * keeps the one it began with. 2: a task run over the cap of lost attempts fails by `poison`, before that by its last loss.
 * 3: task runs that a person ran whatever their upstream says (`tasksForced`); nothing else is told otherwise.
 * 4: lost attempts are made again later and later, and those that are not the task's fault are not counted (`infraLoss`).
 */
export const machineVersion = 4;
