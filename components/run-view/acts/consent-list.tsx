import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Segments } from '#components/ui/segments.tsx';

/** What is to become of work that may not be repeatable and has been done already. */
export type Consent = 'again' | 'leave';

/** Tasks that a person decides about one by one: do it again, or leave it as done. None is decided beforehand. */
export function ConsentList(props: {
  tasks: readonly string[];
  title: (task: string) => string;
  answers: ReadonlyMap<string, Consent>;
  onAnswer: (task: string, answer: Consent) => void;
}) {
  if (props.tasks.length === 0) return null;
  return (
    <fieldset className="mt-3 rounded-control border border-line-2 bg-sunken px-3 py-2">
      <legend className="sr-only">What may not be repeatable</legend>
      <p className="flex gap-2 text-12 text-ink-2">
        <ProblemGlyph level="warning" className="mt-px" />
        <span>
          {props.tasks.length === 1 ? 'This task has' : `These ${props.tasks.length} tasks have`} already done something outside.
          Do it again, or leave it as done?
        </span>
      </p>
      <ul className="scroll mt-2 max-h-48">
        {props.tasks.map((task) => (
          <li key={task} className="flex min-h-9 items-center gap-3 border-t border-line max-sm:flex-wrap max-sm:py-1">
            <span className="min-w-0 flex-1 truncate font-strong">{props.title(task)}</span>
            <Segments<Consent | ''>
              label={props.title(task)}
              size="sm"
              value={props.answers.get(task) ?? ''}
              onChange={(answer) => (answer === '' ? undefined : props.onAnswer(task, answer))}
              options={[
                { value: 'again', label: 'Do it again' },
                { value: 'leave', label: 'Leave as done' },
              ]}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
