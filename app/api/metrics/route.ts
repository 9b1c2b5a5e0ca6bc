import { handleMetrics } from '#server/api/http/handle-metrics.ts';

export const dynamic = 'force-dynamic';
export { handleMetrics as GET };
