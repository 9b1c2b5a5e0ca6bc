/** Version of the run machine. It grows when a state is encoded otherwise or an old history would be told otherwise. */
export const machineVersion = 1;
