import { z } from 'zod';

/** zod compiles its parsers with `new Function`, which a strict content security policy forbids and reports; must run before the first schema. */
z.config({ jitless: true });
