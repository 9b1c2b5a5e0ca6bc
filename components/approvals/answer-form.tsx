'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { checkValue } from '#domain/definition/json-schema/check-value.ts';
import { pointer } from '#domain/definition/pointer.ts';
import { withDefaults } from '#domain/definition/json-schema/with-defaults.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { useTRPC } from '#components/data/trpc.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormError } from '#components/ui/form-error.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast } from '#components/ui/toast.ts';
import type { ApprovalItem } from './approval-item.ts';

/** Fills in what is asked, and approves or rejects; the first answer of anybody counts. */
export function AnswerForm({ approval, onDone }: { approval: ApprovalItem; onDone?: () => void }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const form = approval.form ? { type: 'object', ...approval.form } : null;
  const [answers, setAnswers] = useState<JsonObject>(() => (form ? withDefaults({}, form) : {}));
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const answer = useMutation(
    trpc.approvals.answer.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: trpc.approvals.pathKey() }),
    }),
  );
  const faults = form ? checkValue(answers, form, 'The form') : [];
  const problems = tried ? faults.map(({ path, message }) => ({ pointer: pointer(path), level: 'error' as const, message })) : [];
  // What no field shows.
  const whole = faults.filter(({ path }) => path.length === 0);
  const send = (decision: 'approved' | 'rejected') => {
    setTried(true);
    if (decision === 'approved' && faults.length > 0) return;
    const filled = form && faults.length === 0 ? { answers } : {};
    answer.mutate(
      { id: approval.attemptId, decision, ...filled, ...(comment.trim() ? { comment: comment.trim() } : {}) },
      {
        onSuccess: () => {
          toast({ title: decision === 'approved' ? `${approval.taskName} approved.` : `${approval.taskName} rejected.` });
          onDone?.();
        },
      },
    );
  };
  return (
    <form
      aria-label={`Answer ${approval.taskName}`}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        // What is typed but is no value, such as letters in a number, must not be left out in silence.
        const half = event.currentTarget.querySelector<HTMLElement>('[aria-invalid=true]');
        half?.focus();
        if (half === null) send('approved');
        else setTried(true);
      }}
    >
      {form ? (
        <SchemaForm
          templates={false}
          schema={form}
          value={answers}
          problems={problems}
          onChange={setAnswers}
          empty="Nothing to fill in."
        />
      ) : null}
      <Field label="Comment" note="optional">
        <Textarea rows={2} maxLength={10_000} value={comment} onChange={(event) => setComment(event.target.value)} />
      </Field>
      {tried && whole.length > 0 ? <FormError>{whole.map(({ message }) => message).join(' ')}</FormError> : null}
      {answer.error ? <FormError>{answer.error.message}</FormError> : null}
      <div className="flex justify-end gap-2">
        <Button busy={answer.isPending} onClick={() => send('rejected')}>
          Reject
        </Button>
        <Button type="submit" look="primary" busy={answer.isPending}>
          Approve
        </Button>
      </div>
    </form>
  );
}
