import { groupColors, groupCss } from '#components/canvas/project/group-color.ts';
import { cx } from '#components/ui/cx.ts';

const colors = ['', ...Object.keys(groupColors)];

/** Colour of a group's frame: none, or one of six that mean nothing. Arrow keys go from one to the next. */
export function GroupColorField({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (color: string | undefined) => void;
}) {
  const now = groupCss(value) === null ? '' : (value ?? '');
  return (
    <fieldset className="text-12">
      <legend className="mb-1 font-strong">Colour</legend>
      <div className="flex gap-1.5">
        {colors.map((color) => (
          <label key={color} className="relative grid size-7 place-items-center" title={color === '' ? 'none' : color}>
            <input
              type="radio"
              name="group-colour"
              className="peer absolute inset-0 cursor-pointer opacity-0"
              aria-label={color === '' ? 'none' : color}
              checked={now === color}
              onChange={() => onChange(color === '' ? undefined : color)}
            />
            <span
              aria-hidden
              className={cx(
                'grid size-5 place-items-center rounded-full border border-line-2 outline-offset-2 outline-accent peer-checked:outline-2 peer-focus-visible:outline-2',
                color === '' && 'text-ink-3',
              )}
              style={color === '' ? undefined : { background: groupCss(color) ?? undefined }}
            >
              {color === '' ? '∅' : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
