/** Puts the keyboard into the name of the task or group that the inspector shows; false when it shows none. */
export function focusName(): void | false {
  const name = document.querySelector<HTMLInputElement>('[data-task-name], [data-group-name]');
  if (name === null) return false;
  name.focus();
  name.select();
}
