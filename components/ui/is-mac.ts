/** Whether this browser runs on a Mac, an iPhone or an iPad, whose boards have ⌘. False where there is no browser. */
export const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
