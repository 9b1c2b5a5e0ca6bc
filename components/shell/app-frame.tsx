'use client';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { ConnectionPicker } from '#components/connections/connection-picker.tsx';
import { ConnectionSlot } from '#components/forms/connection-slot.ts';
import { Tour } from '#components/tour/tour.tsx';
import { WorkflowSlot } from '#components/forms/workflow-slot.ts';
import { WorkflowParamsSlot } from '#components/forms/workflow-params-slot.ts';
import { WorkflowParams } from '#components/workflows/workflow-params.tsx';
import { WorkflowPicker } from '#components/workflows/workflow-picker.tsx';
import { ToastHost } from '#components/ui/toast-host.tsx';
import { ZoneProvider } from '#components/ui/zone.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { PersonProvider, type ShellPerson } from './person.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useAppKeys } from './use-app-keys.ts';
import { useBrowserZone } from './use-browser-zone.ts';

function AppKeys() {
  useAppKeys();
  return null;
}

/** Round every page of a signed-in person: who they are, their zone, toasts, palette, keys. */
export function AppFrame({ person, children }: { person: ShellPerson; children: ReactNode }) {
  const browser = useBrowserZone();
  return (
    <PersonProvider person={person}>
      <ZoneProvider zone={person.timezone ?? browser}>
        <Tooltip.Provider delay={400}>
          <ToastHost>
            <WorkflowSlot value={WorkflowPicker}>
              <WorkflowParamsSlot value={WorkflowParams}>
                <ConnectionSlot value={ConnectionPicker}>
                  <div className="isolate">{children}</div>
                </ConnectionSlot>
              </WorkflowParamsSlot>
            </WorkflowSlot>
            <AppKeys />
            <CommandPalette />
            <ShortcutsDialog />
            <ConnectionBar />
            <Tour />
          </ToastHost>
        </Tooltip.Provider>
      </ZoneProvider>
    </PersonProvider>
  );
}
