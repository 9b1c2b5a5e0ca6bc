import { z } from 'zod';
import { defineOperator } from '#operators/manifest.ts';

/** Waits a while or until an instant; holds no slot meanwhile. */
export const waitOperator = defineOperator({
  type: 'wait',
  version: 1,
  title: 'Wait',
  group: 'Flow',
  icon: 'hourglass',
  description: 'Waits a while or until an instant. Holds no slot meanwhile.',
  summary: "{% if config.until is defined %}until {{ config.until }}{% else %}{{ config.seconds | default('?') }} s{% endif %}",
  ports: ['out'],
  config: z
    .strictObject({
      seconds: z
        .number()
        .min(0)
        .max(366 * 86_400)
        .optional(),
      until: z.iso.datetime({ offset: true }).optional(),
    })
    .meta({ oneOf: [{ required: ['seconds'] }, { required: ['until'] }] }),
  hints: {
    seconds: { label: 'Seconds', widget: 'duration', unit: 's', order: 1, placeholder: '60' },
    until: {
      label: 'Until',
      widget: 'text',
      order: 2,
      placeholder: '{{ data_interval_end }}',
      help: 'An instant with its offset or Z, instead of seconds. One that has passed ends the wait at once.',
    },
  },
  defaults: { seconds: 60 },
  sideEffects: 'none',
  waits: true,
});
