import { use, type ComponentProps } from 'react';
import { CodeArea } from '../code/code-area.tsx';
import { FormContext } from '../form-context.ts';
import { CompletionList } from './completion-list.tsx';
import { useCompletion } from './use-completion.ts';

const noScope = { tasks: [], params: [] };

/** Lines of text, each of which may be a template: `{{` or Ctrl Space opens what is in scope. */
export function TemplateArea({
  name,
  onText,
  ...rest
}: Omit<ComponentProps<typeof CodeArea>, 'onChange'> & {
  name: string;
  onText: (text: string) => void;
}) {
  const shared = use(FormContext);
  const enabled = shared?.templates === true && !shared.readOnly;
  const completion = useCompletion(shared?.scope ?? noScope, enabled, onText);
  return (
    <>
      <CodeArea
        {...rest}
        areaRef={completion.ref as React.RefObject<HTMLTextAreaElement | null>}
        onChange={(text) => {
          onText(text);
          completion.typed();
        }}
        onKeyDown={(event) => void completion.keyDown(event)}
        onBlur={completion.close}
        {...(completion.isOpen
          ? { controls: completion.listId, activeDescendant: `${completion.listId}-${completion.active}` }
          : {})}
      />
      <CompletionList completion={completion} label={name} />
    </>
  );
}
