/**
 * Given to a page before any script of its own: counts in `reactRenders` the components that React has made or made anew there. A commit
 * leaves the fibers it did not touch in place, so only what it touched is walked. Stands alone, since only its text reaches the page.
 */
export function countRenders() {
  /** React's flag on a fiber: its component was called. */
  const performedWork = 1;
  const walk = (first) => {
    for (let fiber = first; fiber !== null; fiber = fiber.sibling) {
      const before = fiber.alternate;
      const called = (fiber.flags & performedWork) !== 0;
      // Neither it nor anything below: React has taken over its children as they were.
      if (before !== null && !called && fiber.child === before.child) continue;
      if (typeof fiber.type !== 'string' && fiber.type !== null && called) globalThis.reactRenders++;
      walk(fiber.child);
    }
  };
  Object.assign(globalThis, {
    reactRenders: 0,
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      checkDCE: () => undefined,
      onScheduleFiberRoot: () => undefined,
      onCommitFiberRoot: (_, root) => walk(root.current.child),
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
    },
  });
}
