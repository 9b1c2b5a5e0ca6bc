import { CornerDownLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { startTemplateDrag } from '#components/forms/drop/template-drag.ts';
import { fillField } from '#components/forms/drop/fill-field.ts';
import { copyText } from '#components/run-view/panel/copy-text.ts';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { toast } from '#components/ui/toast.ts';
import { useDesigner } from '../session/use-designer.ts';
import { formFields } from './form-fields.ts';

/** A part of a value that can be taken into a field of the inspector: dragged there, or by its button (also by key). */
export function FieldHandle({ path, children }: { path: string; children: ReactNode }) {
  return (
    <span
      draggable
      title={`Drag into a field: {{ ${path} }}`}
      onDragStart={(event) => {
        event.stopPropagation();
        startTemplateDrag(event.dataTransfer, path);
      }}
      className="group/handle inline-flex max-w-full cursor-grab items-center gap-1 rounded-chip hover:bg-accent-soft active:cursor-grabbing"
    >
      <span className="min-w-0 truncate">{children}</span>
      <Menu align="start" trigger={<HandleButton path={path} />}>
        <FieldItems path={path} />
      </Menu>
    </span>
  );
}

function HandleButton({ path, ...rest }: { path: string }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={`Use ${path}`}
      className="grid size-4 shrink-0 place-items-center rounded-mark text-ink-3 opacity-0 group-focus-within/handle:opacity-100 group-hover/handle:opacity-100 hover:bg-hover hover:text-ink data-popup-open:opacity-100"
    >
      <CornerDownLeft className="size-3" strokeWidth={1.75} aria-hidden />
    </button>
  );
}

/** Looked up when the menu opens: the form may have changed. */
function FieldItems({ path }: { path: string }) {
  const showTab = useDesigner((s) => s.showTaskTab);
  return (
    <>
      {formFields().map(({ label, element, tab }, i) => (
        <MenuItem
          key={`${label}${i}`}
          onSelect={() => {
            if (tab !== null) showTab(tab);
            // The menu gives the focus back first; then the field may have it.
            setTimeout(() => {
              void fillField(element, path).then((done) => {
                if (!done) toast({ title: `${label} takes no template.` });
              });
            });
          }}
        >
          Insert into {label}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => void copyText(`{{ ${path} }}`, `Copied: {{ ${path} }}`)}>Copy as a template</MenuItem>
    </>
  );
}
