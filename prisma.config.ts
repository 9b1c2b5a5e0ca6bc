import { defineConfig } from 'prisma/config';

/** Only `prisma generate` reads this; migrations go through server/store/migrate.ts. */
export default defineConfig({ schema: process.env.DRAWLOOM_PRISMA_SCHEMA ?? 'prisma/sqlite/schema.prisma' });
