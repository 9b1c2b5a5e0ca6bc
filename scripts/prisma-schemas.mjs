import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './fingerprint.mjs';

/** Folder name under prisma/ and the provider's name in a schema. */
export const providers = [
  { folder: 'sqlite', provider: 'sqlite' },
  { folder: 'postgres', provider: 'postgresql' },
];

/** Writes prisma/<folder>/schema.prisma for both providers from prisma/model.prisma; only when the text changed. */
export function writeSchemas() {
  const model = readFileSync(path.join(root, 'prisma/model.prisma'), 'utf8');
  for (const { folder, provider } of providers) {
    const file = path.join(root, 'prisma', folder, 'schema.prisma');
    const text = `// Made from prisma/model.prisma by scripts/prisma-generate.mjs; change that one.
generator client {
  provider     = "prisma-client"
  output       = "../../server/store/generated/${folder}"
  moduleFormat = "esm"
  importFileExtension = "ts"
  // Half the memory of the fast one (40 MB a process); statements are compiled once each, and the hot path does without.
  compilerBuild = "small"
}

datasource db {
  provider = "${provider}"
}

${model}`;
    if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
  }
}
