import { Braces } from 'lucide-react';
import { use, type ComponentProps } from 'react';
import { isTemplate } from '#domain/expression/is-template.ts';
import { FormContext } from '../form-context.ts';
import { TextInput } from '../fields/text-input.tsx';
import { CompletionList } from './completion-list.tsx';
import { useCompletion } from './use-completion.ts';

const noScope = { tasks: [], params: [] };

/** One line of text that may be a template: `{{`, Ctrl Space or the braces at its end open what is in scope. */
export function TemplateInput({
  value,
  onText,
  name,
  ...rest
}: Omit<ComponentProps<typeof TextInput>, 'value' | 'onChange' | 'template'> & {
  value: string;
  onText: (text: string) => void;
  /** The field's label, for the list and its button. */
  name: string;
}) {
  const shared = use(FormContext);
  const enabled = shared?.templates === true && !shared.readOnly;
  const completion = useCompletion(shared?.scope ?? noScope, enabled, onText);
  return (
    <>
      <TextInput
        {...rest}
        ref={completion.ref as React.RefObject<HTMLInputElement | null>}
        value={value}
        template={isTemplate(value)}
        spellCheck={false}
        autoComplete="off"
        {...(enabled ? { 'aria-autocomplete': 'list', 'aria-keyshortcuts': 'Control+Space' } : {})}
        {...(completion.isOpen
          ? { 'aria-controls': completion.listId, 'aria-activedescendant': `${completion.listId}-${completion.active}` }
          : {})}
        onChange={(event) => {
          onText(event.target.value);
          completion.typed();
        }}
        onKeyDown={(event) => {
          if (!completion.keyDown(event)) rest.onKeyDown?.(event);
        }}
        onBlur={(event) => {
          completion.close();
          rest.onBlur?.(event);
        }}
        tool={
          enabled ? (
            <button
              type="button"
              // By key it is Ctrl Space, in the field.
              tabIndex={-1}
              aria-label={`Insert a value into ${name}`}
              title="Insert a value (Ctrl Space)"
              onPointerDown={(event) => event.preventDefault()}
              onClick={completion.ask}
              className="-mr-1 hidden size-5 shrink-0 place-items-center rounded-mark text-ink-3 group-focus-within:grid group-hover:grid hover:bg-hover hover:text-ink"
            >
              <Braces className="size-3" strokeWidth={1.75} aria-hidden />
            </button>
          ) : null
        }
      />
      <CompletionList completion={completion} label={name} />
    </>
  );
}
