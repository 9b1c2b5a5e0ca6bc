import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

/** Asks a person, and goes on with the answer. */
export const approvalOperator = defineOperator({
  type: 'approval',
  version: 1,
  title: 'Approval',
  group: 'Flow',
  icon: 'user-check',
  description: 'Asks a person to approve, reject or fill in, and waits for the answer.',
  summary: '{{ config.message }}',
  ports: ['approved', 'rejected'],
  config: z.strictObject({
    message: z.string().min(1).max(20_000),
    form: z.record(z.string(), z.json()).optional(),
    people: z.array(z.string().min(1).max(320)).max(100).optional(),
    role: z.enum(['runner', 'editor', 'editor+code', 'admin']).optional(),
    onReject: z.enum(['fail', 'port']).default('fail'),
    waitSec: z.number().positive().max(31_536_000).optional(),
    onTimeout: z.enum(['fail', 'approve', 'reject', 'skip']).default('fail'),
  }),
  hints: {
    message: {
      label: 'Message',
      widget: 'textarea',
      order: 1,
      placeholder: 'Publish **{{ tasks.count.output }}** rows of {{ ds }}?',
      help: 'Markdown. What the person has to know in order to decide.',
    },
    form: {
      label: 'Form',
      widget: 'schema',
      order: 2,
      placeholder: '{"properties": {"amount": {"type": "number"}}, "required": ["amount"]}',
      help: 'What is to be filled in. The answers are the output of the task.',
    },
    people: {
      label: 'People',
      order: 3,
      placeholder: 'ada@example.com',
      help: 'Who may answer, by e-mail. Empty, and without a role: everybody who may run workflows.',
    },
    role: { label: 'Role', widget: 'select', order: 4, help: 'Everybody with this role, or a higher one, may answer too.' },
    onReject: {
      label: 'Rejected means',
      widget: 'segments',
      order: 5,
      help: 'The task fails, without a retry; or it goes out by its port "rejected".',
    },
    waitSec: { label: 'Wait at most', widget: 'duration', unit: 's', order: 6, help: 'Empty: for as long as it takes.' },
    onTimeout: { label: 'No answer means', widget: 'select', order: 7 },
  },
  defaults: { message: '' },
  sideEffects: 'none',
  waits: true,
});
