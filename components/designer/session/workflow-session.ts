import { createContext, use } from 'react';
import type { inferRouterOutputs } from '@trpc/server';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { AppRouter } from '#server/api/root.ts';
import type { DockStore } from '../dock/dock-store.ts';
import type { DraftSaver } from '../draft/draft-saver.ts';
import type { UnfinishedTexts } from '#components/forms/use-unfinished.ts';
import type { SimulationStore } from '../simulation/simulation-store.ts';
import type { DesignerStore } from '../store/designer-store.ts';

/** A workflow as the API gives it to the designer. */
export type WorkflowDetail = inferRouterOutputs<AppRouter>['workflows']['get'];

/** What the pages of one workflow ask of the server. Every act rejects with a sentence. */
export interface ServerActs {
  /** Saves, then publishes; gives the version. */
  publish(message: string): Promise<number>;
  /** Starts a run of the draft as it stands, or of the published version. */
  run(input: { draft: boolean; params?: JsonObject }): Promise<{ runId: string; number: number }>;
  setEnabled(enabled: boolean): Promise<void>;
  setTriggerEnabled(triggerId: string, enabled: boolean): Promise<void>;
  /** The canonical file; the draft is saved before. */
  exportFile(source: 'draft' | 'published'): Promise<{ text: string; filename: string }>;
  remove(): Promise<void>;
  restore(): Promise<void>;
  /** Makes a copy; gives its id. */
  duplicate(name: string): Promise<string>;
}

/** One workflow that is open: its document, its draft on the server, what may be asked of it. */
export interface WorkflowSession {
  id: string;
  store: DesignerStore;
  saver: DraftSaver;
  simulation: SimulationStore;
  dock: DockStore;
  catalog: readonly Manifest[];
  manifests: ReadonlyMap<string, Manifest>;
  detail: WorkflowDetail;
  acts: ServerActs;
  /** Half-typed texts of the forms, by task: they outlive the form while these pages are open. */
  unfinished(task: string): UnfinishedTexts;
}

export const SessionContext = createContext<WorkflowSession | null>(null);

/** The workflow whose pages these are. Only inside WorkflowFrame. */
export function useSession(): WorkflowSession {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession needs WorkflowFrame around it');
  return session;
}
