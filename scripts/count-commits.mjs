/**
 * Given to a page before any script of its own: counts React's commits there, as React's developer tools would, in
 * `reactCommits`. Stands alone, since only its text reaches the page.
 */
export function countCommits() {
  Object.assign(globalThis, {
    reactCommits: 0,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE: () => undefined,
      onScheduleFiberRoot: () => undefined,
      onCommitFiberRoot: () => void globalThis.reactCommits++,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  });
}
