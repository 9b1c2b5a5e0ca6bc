import { useEffect } from 'react';
import type { Problem } from '#domain/definition/problem.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { validate } from '#domain/validation/validate.ts';
import type { DesignerStore } from '../store/designer-store.ts';
import { useKnownWorkflows } from './use-known-workflows.ts';

/** A pause in typing, ms. */
const quietMs = 120;
/** Documents with more tasks than this are checked in a worker. */
const inline = 150;

/** Checks the document after every change with the code that the server checks it with, and gives the problems to the store. */
export function useValidation(store: DesignerStore, catalog: readonly Manifest[], connections: ReadonlySet<string> | null): void {
  const workflows = useKnownWorkflows(store);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let worker: Worker | null = null;
    let asked = 0;
    const manifests = [...catalog];
    const take = (workflow: Workflow, problems: Problem[]): void => store.getState().takeProblems(workflow, problems);
    const inWorker = (workflow: Workflow): boolean => {
      if (workflow.tasks.length <= inline || typeof Worker === 'undefined') return false;
      try {
        if (worker === null) {
          worker = new Worker(new URL('./validate.worker.ts', import.meta.url), { type: 'module' });
          worker.postMessage({ catalog: manifests, connections, workflows });
        }
      } catch {
        return false;
      }
      const id = ++asked;
      worker.onmessage = (event: MessageEvent<{ id: number; problems: Problem[] }>) => {
        if (event.data.id === asked) take(workflow, event.data.problems);
      };
      worker.onerror = () => {
        worker?.terminate();
        worker = null;
        take(workflow, validate(workflow, manifests, connections, workflows));
      };
      worker.postMessage({ id, workflow });
      return true;
    };
    const check = (anew: boolean): void => {
      timer = null;
      const { workflow, checked } = store.getState();
      if ((anew || !checked) && !inWorker(workflow)) take(workflow, validate(workflow, manifests, connections, workflows));
    };
    // Other operators, connections or workflows: what was checked with the old ones is checked again.
    check(true);
    const leave = store.subscribe((state) => {
      if (state.checked) return;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => check(false), quietMs);
    });
    return () => {
      leave();
      if (timer !== null) clearTimeout(timer);
      worker?.terminate();
    };
  }, [store, catalog, connections, workflows]);
}
